import { createSignatureHandler, toNodeListener } from 'react-zoom-join/server';
import type { Connect, Plugin } from 'vite';

// The key and the secret of your Meeting SDK app. A practice meeting accepts these.
const { ZOOM_SDK_KEY = 'practice-key', ZOOM_SDK_SECRET = 'practice-secret-that-opens-nothing' } = process.env;

/** The meetings, by the names that the app has for them. Yours are in a database. */
const MEETINGS = new Map([['weekly-review', '12345678901']]);

const listener = toNodeListener(
  createSignatureHandler({
    sdkKey: ZOOM_SDK_KEY,
    sdkSecret: ZOOM_SDK_SECRET,
    authorize(_request, ask) {
      // Your session check goes here: find out who sent the request, and return null if they may not join.
      const meetingNumber = MEETINGS.get(ask.meeting);
      return meetingNumber ? { meetingNumber } : null;
    },
  }),
);

/** Adds `POST /api/zoom` to `vite` and `vite preview`. In production, the same listener runs in your own server. */
export function signatureEndpoint(): Plugin {
  const use = ({ middlewares }: { middlewares: Connect.Server }) => {
    middlewares.use('/api/zoom', listener);
  };
  return { name: 'signature-endpoint', configureServer: use, configurePreviewServer: use };
}
