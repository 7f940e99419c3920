import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/react-vite';
import { zoomSdkAssets } from '../src/vite/index.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  // `react-docgen` reads the props and their doc comments from the source. The other one needs TypeScript before 7.
  typescript: { reactDocgen: 'react-docgen' },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: {
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
    backgrounds: false,
    viewport: false,
  },
  // The library's own build settings do not suit Storybook. These replace them.
  viteFinal: (vite) => ({
    ...vite,
    // These are the first browsers with light-dark(). For older targets, the build would replace it with variables
    // that inline styles do not set.
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
