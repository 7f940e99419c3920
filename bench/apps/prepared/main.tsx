import { createRoot } from 'react-dom/client';
import { type Preload, selfHosted, ZoomJoin } from 'react-zoom-join';
import { asked, fetchSignature, markConnected, useReadyMark } from '../shared.ts';

/** Uses the component's own join button. `#preload=…` sets how the join is prepared. */
function App() {
  useReadyMark();
  return (
    <main>
      <div id="box">
        <ZoomJoin
          meeting="123 4567 8901"
          userName="Ada"
          getSignature={fetchSignature}
          onJoined={markConnected}
          {...(HOSTS_SDK && { sdk: selfHosted('zoom-sdk') })}
          autoJoin={false}
          preload={(asked.get('preload') ?? 'none') as Preload}
        />
      </div>
    </main>
  );
}

createRoot(document.getElementById('root') ?? document.body).render(<App />);
