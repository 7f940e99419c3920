import type { Decorator, Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { DocsPage } from './docs-page.tsx';
import { Practice } from './practice.tsx';
import { propsTable } from './props-table.ts';
import { type Globals, globalTypes, initialGlobals, sizes } from './toolbar.ts';

// By default, each error message contains the whole document, and queries create one at each of many retries.
configure({ getElementError: (message) => new Error(message ?? 'Not found.') });

/** Gives each story its own simulated meeting, set up by `parameters.practice`, and the toolbar's language. */
const inPractice: Decorator = (Story, { args, globals, parameters }) => (
  <Practice options={parameters['practice'] ?? {}}>
    {(sdk) => <Story args={{ sdk, language: (globals as Globals).language, ...args }} />}
  </Practice>
);

/** Renders the page around the component. With `parameters.isPage`, the story is the whole page itself. */
const onStage: Decorator = (Story, { globals, parameters, viewMode }) => {
  const { theme, direction, size } = globals as Globals;
  const [width, height] = sizes[size];
  const page = {
    colorScheme: theme,
    color: 'light-dark(#1b1e27, #eceef3)',
    background: 'light-dark(#fff, #0e0f12)',
    fontFamily: 'system-ui, sans-serif',
  };
  const isPage = parameters['isPage'] === true;
  return (
    <div
      dir={direction}
      style={{ ...page, ...(isPage ? {} : { height: viewMode === 'docs' ? 480 : '100vh' }) }}
    >
      {isPage ? (
        <Story />
      ) : (
        <div
          style={{
            display: 'grid',
            placeContent: 'safe center',
            containerType: 'size',
            height: '100%',
          }}
        >
          <div style={{ width, height }}>
            <Story />
          </div>
        </div>
      )}
    </div>
  );
};

const preview: Preview = {
  globalTypes,
  initialGlobals: { ...initialGlobals },
  argTypesEnhancers: [propsTable],
  // The last decorator is the outermost.
  decorators: [inPractice, onStage],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    docs: {
      page: DocsPage,
      // `react-docgen` leaves the `@example` tag in the description.
      extractComponentDescription: ({ __docgenInfo }: { __docgenInfo?: { description?: string } }) =>
        __docgenInfo?.description?.replace('@example', ''),
    },
    // The meeting in the frame is Zoom's code, so its violations are not ours to fix. The check that the frame has
    // a title still runs.
    a11y: { test: 'error', options: { iframes: false } },
    options: {
      storySort: {
        order: [
          'A course page',
          'Guide',
          ['Getting started', 'Security', 'Errors', 'Self-hosting'],
          'ZoomJoin',
          'Life of a meeting',
          ['Joining', 'In the meeting', 'Left', 'Failed'],
          'Options',
          'Your own',
        ],
      },
    },
  },
};

export default preview;
