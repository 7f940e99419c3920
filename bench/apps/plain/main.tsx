import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchSignature, markConnected, useReadyMark } from '../shared.ts';

/**
 * The app without Zoom, but with all code of the benchmark itself. Its first script is the baseline for the weight.
 */
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
          <button type="button" onClick={() => void fetchSignature().then(markConnected)}>
            Here
          </button>
        )}
      </div>
    </main>
  );
}

createRoot(document.getElementById('root') ?? document.body).render(<App />);
