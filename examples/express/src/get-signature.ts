import type { GetSignature } from 'react-zoom-join';

export const getSignature: GetSignature = (request, { signal }) =>
  fetch('/api/zoom', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request), // { meeting, meetingNumber?, role: 0 or 1, videoWebRtcMode: 1, reason, attempt }
    signal,
  });
