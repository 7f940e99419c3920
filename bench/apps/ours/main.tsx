import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ZoomJoin, type ZoomJoinProps } from 'react-zoom-join';
import { asked, fetchSignature, markConnected, useReadyMark } from '../shared.ts';

function Meeting(props: Partial<ZoomJoinProps>) {
  return (
    <ZoomJoin
      meeting="123 4567 8901"
      userName="Ada"
      getSignature={fetchSignature}
      onJoined={markConnected}
      {...props}
    />
  );
}

/** The same app with `<ZoomJoin>`, from Zoom's CDN. */
function App() {
  const [isOpen, setOpen] = useState(false);
  useReadyMark();
  return (
    <main>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        Join
      </button>
      <div id="box">{isOpen && <Meeting />}</div>
    </main>
  );
}

/** With the component's own button, which may prepare the join. */
function PreparedApp({ preload }: { preload: string }) {
  useReadyMark();
  const props = { autoJoin: false, preload };
  return (
    <main>
      <div id="box">
        <Meeting {...props} />
      </div>
    </main>
  );
}

const preload = asked.get('preload');
createRoot(document.getElementById('root') ?? document.body).render(
  preload === null ? <App /> : <PreparedApp preload={preload} />,
);
