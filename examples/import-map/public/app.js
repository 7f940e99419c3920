import { createElement as h, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ZoomJoin } from 'react-zoom-join';
import { practice } from './practice.js';

function App() {
  const [isOpen, setOpen] = useState(false);
  return [
    h('h1', { key: 'title' }, 'Weekly review'),
    h('p', { key: 'about' }, 'We look back at the week, and plan the next one.'),
    h(
      'button',
      { key: 'toggle', type: 'button', 'aria-expanded': isOpen, onClick: () => setOpen(!isOpen) },
      isOpen ? 'Back' : 'Go to the meeting',
    ),
    isOpen && h(Meeting, { key: 'meeting' }),
  ];
}

function Meeting() {
  const zoom = useRef(null);
  return [
    ' ',
    h(
      'button',
      { key: 'leave', type: 'button', className: 'secondary', onClick: () => zoom.current?.leave() },
      'Leave',
    ),
    h(ZoomJoin, {
      key: 'zoom',
      ref: zoom,
      meeting: 'weekly-review',
      userName: 'Ada Lovelace',
      getSignature: practice.getSignature,
      sdk: practice.sdk,
      style: { height: '70vh', marginBlock: '1rem' },
    }),
  ];
}

createRoot(document.getElementById('root')).render(h(App));
