import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { zoomSdkAssets } from 'react-zoom-join/vite';

export default defineConfig({
  integrations: [react()],
  server: { port: Number(process.env.PORT) || 4321 },
  vite: { plugins: [zoomSdkAssets()] },
});
