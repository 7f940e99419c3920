import type { Preview } from '@storybook/react-vite';

const preview: Preview = {
  tags: ['autodocs'],
  parameters: { layout: 'fullscreen', controls: { expanded: true } },
  decorators: [
    (Story) => (
      <div style={{ height: '100vh', minHeight: 480 }}>
        <Story />
      </div>
    ),
  ],
};

export default preview;
