import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/react-vite';
import { zoomSdkAssets } from '../src/vite/index.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The library's own build settings are not Storybook's: it gets a configuration of its own.
  viteFinal: (vite) => ({
    ...vite,
    build: { ...vite.build, lib: false, sourcemap: false },
    plugins: [...(vite.plugins ?? []), zoomSdkAssets()],
    resolve: {
      ...vite.resolve,
      alias: [
        { find: /^react-zoom-join$/, replacement: path('../src/index.ts') },
        { find: /^react-zoom-join\/testing$/, replacement: path('../src/testing/index.ts') },
      ],
    },
    optimizeDeps: { ...vite.optimizeDeps, include: ['valibot', 'mock-socket'] },
  }),
};

export default config;
