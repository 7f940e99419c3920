import { cloudflare } from '@cloudflare/vite-plugin';
import react from '@vitejs/plugin-react';
import { zoomSdkAssets } from 'react-zoom-join/vite';
import { defineConfig } from 'vite';

const { PORT } = process.env;

export default defineConfig({
  // zoomSdkAssets() serves the SDK's files at /zoom-sdk, and puts them into the build. The worker of wrangler.jsonc runs
  // in Cloudflare's own runtime, workerd, also while you develop.
  plugins: [react(), zoomSdkAssets(), cloudflare()],
  server: { host: 'localhost', port: Number(PORT ?? 5173), strictPort: true },
  preview: { host: 'localhost', port: Number(PORT ?? 4173), strictPort: true },
});
