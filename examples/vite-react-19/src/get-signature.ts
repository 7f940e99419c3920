import type { GetSignature } from 'react-zoom-join';

/** Asks the endpoint of ../signature-endpoint.ts. */
export const getSignature: GetSignature = (request, { signal }) =>
  fetch('/api/zoom', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });
