import type { GetSignature } from 'react-zoom-join';

/** Asks the demo's own endpoint. Every app needs these lines. */
export const fetchSignature: GetSignature = (request, { signal }) =>
  fetch('/api/signature', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });
