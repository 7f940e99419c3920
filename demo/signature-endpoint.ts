import type { Plugin } from 'vite';
import { createSignatureHandler, toNodeListener } from '../src/server/index.ts';

/** Without credentials, the simulated meeting still needs a signature. Zoom would refuse this one. */
const PRACTICE = { sdkKey: 'practice-key', sdkSecret: 'practice-secret-that-opens-nothing' };

/**
 * `POST /api/signature`, in the same server as the page. A real endpoint looks the user up here and decides which
 * meeting they may enter, and with which role. This demo grants everybody who can open it what they ask for.
 */
export function signatureEndpoint(credentials: typeof PRACTICE | undefined): Plugin {
  const listen = toNodeListener(
    createSignatureHandler({
      ...(credentials ?? PRACTICE),
      authorize: (_request, ask) => ({ meetingNumber: ask.meeting, role: ask.role }),
      onError: (error) => console.error(error),
    }),
  );
  return {
    name: 'signature-endpoint',
    configureServer(server) {
      server.middlewares.use('/api/signature', (request, response) => void listen(request, response));
    },
  };
}
