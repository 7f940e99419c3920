import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { selfHosted, ZoomJoin } from 'react-zoom-join';
import { fetchSignature, markConnected, useReadyMark } from '../shared.ts';

/** The same app with `<ZoomJoin>`. */
function App() {
  const [isOpen, setOpen] = useState(false);
  useReadyMark();
  return (
    <main>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        Join
      </button>
      <div id="box">
        {isOpen && (
          <ZoomJoin
            meeting="123 4567 8901"
            userName="Ada"
            getSignature={fetchSignature}
            onJoined={markConnected}
            {...(HOSTS_SDK && { sdk: selfHosted('zoom-sdk') })}
          />
        )}
      </div>
    </main>
  );
}

createRoot(document.getElementById('root') ?? document.body).render(<App />);
