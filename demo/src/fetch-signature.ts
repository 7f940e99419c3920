import type { SignatureRequest } from 'react-zoom-join';

/** Asks the demo's own endpoint: the lines that every app writes. */
export function fetchSignature(request: SignatureRequest): Promise<Response> {
  const { meeting, meetingNumber = meeting, role, reason, signal } = request;
  return fetch('/api/signature', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ meeting: meetingNumber, role, reason }),
    signal,
  });
}
