import type { GetSignature } from 'react-zoom-join';

/** Asks app/api/zoom/route.ts. */
export const askEndpoint: GetSignature = (request, { signal }) =>
  fetch('/api/zoom', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });
