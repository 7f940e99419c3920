import { tanstackStart } from '@tanstack/react-start/plugin/vite';
import react from '@vitejs/plugin-react';
import { zoomSdkAssets } from 'react-zoom-join/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [tanstackStart(), react(), zoomSdkAssets()],
  server: { port: Number(process.env.PORT) || 3000 },
});
