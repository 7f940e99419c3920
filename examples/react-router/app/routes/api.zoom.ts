import { createSignatureHandler } from 'react-zoom-join/server';
import type { Route } from './+types/api.zoom';

const handleSignature = createSignatureHandler({
  // The practice meeting accepts signatures of any key and secret.
  sdkKey: process.env.ZOOM_SDK_KEY || 'practice-key',
  sdkSecret: process.env.ZOOM_SDK_SECRET || 'practice-secret',
  authorize(_request, ask) {
    // Your session check goes here: find out who sent the request, and return null if they may not join.
    return ask.meeting === 'weekly-review' ? { meetingNumber: '12345678901' } : null;
  },
});

export const action = ({ request }: Route.ActionArgs) => handleSignature(request);
