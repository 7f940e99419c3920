import ZoomMtgEmbedded from '@zoom/meetingsdk/embedded';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchSignature, markConnected, useReadyMark } from '../shared.ts';

/**
 * The usual hand-written integration: it imports the SDK, and a click mounts a component that calls init and join.
 */
function Meeting() {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const client = ZoomMtgEmbedded.createClient();
    const start = async () => {
      const signature = await fetchSignature();
      await client.init({
        zoomAppRoot: element.current ?? undefined,
        language: 'en-US',
        leaveOnPageUnload: true,
      });
      await client.join({ signature, meetingNumber: '12345678901', password: '', userName: 'Ada' });
      markConnected();
    };
    start().catch(console.warn);
    return () => ZoomMtgEmbedded.destroyClient();
  }, []);
  return <div ref={element} />;
}

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

createRoot(document.getElementById('root') ?? document.body).render(<App />);
