import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useReadyMark } from '../shared.ts';

/** The app without Zoom: what its first script weighs then. */
function App() {
  const [isOpen, setOpen] = useState(false);
  useReadyMark();
  return (
    <main>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        Join
      </button>
      <div id="box">{isOpen && <p>Here</p>}</div>
    </main>
  );
}

createRoot(document.getElementById('root') ?? document.body).render(<App />);
