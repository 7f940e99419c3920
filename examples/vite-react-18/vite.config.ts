import react from '@vitejs/plugin-react';
import { zoomSdkAssets } from 'react-zoom-join/vite';
import { defineConfig } from 'vite';

const { PORT } = process.env;

export default defineConfig({
  // zoomSdkAssets() serves the SDK's files under /zoom-sdk, and puts them there in the build.
  plugins: [react(), zoomSdkAssets()],
  server: { port: Number(PORT ?? 5173) },
  preview: { port: Number(PORT ?? 4173) },
});
