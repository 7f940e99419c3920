import react from '@vitejs/plugin-react';
import { zoomSdkAssets } from 'react-zoom-join/vite';
import { defineConfig } from 'vite';

// The LMS is at this port, and the app at the next one. Two ports are two origins.
const lmsPort = Number(process.env.PORT ?? 5173);
const port = lmsPort + 1;

/** Only the LMS may show the app in a frame. */
const frameAncestors = `frame-ancestors http://localhost:${lmsPort}`;

/**
 * The smallest policy with which a meeting works, from docs/content-security-policy.md. More than that are 'self' in
 * style-src, for the app's style sheet, and blob: in connect-src, which only the practice meeting needs.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' blob: 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  'worker-src blob:',
  "connect-src 'self' blob: https://zoom.us https://*.zoom.us wss://*.zoom.us",
  'img-src data: blob: https://*.zoom.us',
  'media-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  frameAncestors,
].join('; ');

export default defineConfig({
  plugins: [react(), zoomSdkAssets()],
  // Vite's own scripts for development need more than the policy allows.
  server: { port, strictPort: true, headers: { 'Content-Security-Policy': frameAncestors } },
  preview: { port, strictPort: true, headers: { 'Content-Security-Policy': policy } },
});
