import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { zoomSdkAssets } from '../src/vite/index.ts';
import { signatureEndpoint } from './signature-endpoint.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, path('..'), 'ZOOM_SDK_');
  const credentials =
    env['ZOOM_SDK_KEY'] && env['ZOOM_SDK_SECRET']
      ? { sdkKey: env['ZOOM_SDK_KEY'], sdkSecret: env['ZOOM_SDK_SECRET'] }
      : undefined;
  return {
    root: path('.'),
    plugins: [react(), zoomSdkAssets(), signatureEndpoint(credentials)],
    // The page only learns whether there are credentials.
    define: { __PRACTICE__: JSON.stringify(credentials === undefined) },
    resolve: {
      alias: [
        { find: /^react-zoom-join$/, replacement: path('../src/index.ts') },
        { find: /^react-zoom-join\/testing$/, replacement: path('../src/testing/index.ts') },
      ],
    },
    server: { host: 'localhost' },
    // A join loads this on demand. If the dev server discovered it then, it would reload the page during the
    // meeting.
    optimizeDeps: { include: ['mock-socket'] },
  };
});
