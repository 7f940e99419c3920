import react from '@vitejs/plugin-react';
import { zoomSdkAssets } from 'react-zoom-join/vite';
import { defineConfig, type Plugin } from 'vite';
import './server/practice-key.ts';
import { app } from './server/express.ts';

/** While you develop, Express answers what it knows, and Vite the rest. */
const express = (): Plugin => ({
  name: 'express',
  configureServer({ middlewares }) {
    middlewares.use(app);
  },
});

export default defineConfig({
  // zoomSdkAssets() serves the SDK's files at /zoom-sdk, and puts them into the build.
  plugins: [react(), zoomSdkAssets(), express()],
  server: { host: 'localhost', port: Number(process.env.PORT ?? 5173), strictPort: true },
});
