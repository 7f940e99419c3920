import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/react-vite';
import { zoomSdkAssets } from '../src/vite/index.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  // It reads the props and their doc comments from the source; the other one needs TypeScript before 7.
  typescript: { reactDocgen: 'react-docgen' },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: {
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
    backgrounds: false,
    viewport: false,
  },
  // The library's own build settings are not Storybook's: it gets a configuration of its own.
  viteFinal: (vite) => ({
    ...vite,
    // The first browsers with light-dark(): for older ones it would be replaced by what inline styles don't set.
    build: {
      ...vite.build,
      lib: false,
      sourcemap: false,
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    },
    plugins: [...(vite.plugins ?? []), zoomSdkAssets()],
    resolve: {
      ...vite.resolve,
      alias: [
        { find: /^react-zoom-join$/, replacement: path('../src/index.ts') },
        { find: /^react-zoom-join\/testing$/, replacement: path('../src/testing/index.ts') },
      ],
    },
    optimizeDeps: { ...vite.optimizeDeps, include: ['mock-socket'] },
  }),
};

export default config;
