import type { GetSignature } from 'react-zoom-join';

export const getSignature: GetSignature = (ask) =>
  fetch('/', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(ask) });
