import { reactRouter } from '@react-router/dev/vite';
import { zoomSdkAssets } from 'react-zoom-join/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter(), zoomSdkAssets()],
  // Otherwise, the first visit of /meeting in development reloads the page, because Vite finds the package only then.
  optimizeDeps: { include: ['react-zoom-join', 'react-zoom-join/testing'] },
  server: { port: Number(process.env.PORT) || 5173 },
});
