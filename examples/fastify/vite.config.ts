import react from '@vitejs/plugin-react';
import { zoomSdkAssets } from 'react-zoom-join/vite';
import { defineConfig, type Plugin } from 'vite';
import './server/practice-key.ts';
import { app } from './server/fastify.ts';

/** While you develop, Vite serves the pages, and Fastify the API. */
const fastify = (): Plugin => ({
  name: 'fastify',
  async configureServer({ middlewares }) {
    await app.ready();
    middlewares.use((request, response, next) =>
      request.url?.startsWith('/api/') ? app.routing(request, response) : next(),
    );
  },
});

export default defineConfig({
  // zoomSdkAssets() serves the SDK's files at /zoom-sdk, and puts them into the build.
  plugins: [react(), zoomSdkAssets(), fastify()],
  server: { host: 'localhost', port: Number(process.env.PORT ?? 5173), strictPort: true },
});
