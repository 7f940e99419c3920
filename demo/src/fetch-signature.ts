import type { JoinGrant, SignatureRequest } from 'react-zoom-join';

/** Asks the demo's own endpoint: the ten lines that every app writes. */
export async function fetchSignature(request: SignatureRequest): Promise<JoinGrant> {
  const { meeting, meetingNumber = meeting, role, reason, signal } = request;
  const response = await fetch('/api/signature', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ meeting: meetingNumber, role, reason }),
    signal,
  });
  if (!response.ok) throw new Error(`The signature endpoint answered ${response.status}.`);
  return (await response.json()) as JoinGrant;
}
