import react from '@vitejs/plugin-react';
import { zoomSdkAssets } from 'react-zoom-join/vite';
import { defineConfig } from 'vite';
import { signatureEndpoint } from './signature-endpoint.ts';

const { PORT } = process.env;

export default defineConfig({
  // zoomSdkAssets() serves the SDK's files under /zoom-sdk, and puts them there in the build.
  plugins: [react(), zoomSdkAssets(), signatureEndpoint()],
  server: { port: Number(PORT ?? 5173) },
  preview: { port: Number(PORT ?? 4173) },
});
