/** @jsxRuntime automatic */
// Storybook compiles its own window apart from the stories, and reads no tsconfig.json for it.
import { addons, types } from 'storybook/manager-api';
import { HostPanel } from './host-panel.tsx';

const HOST = 'react-zoom-join/host';

addons.register(HOST, () => {
  addons.add(HOST, {
    type: types.PANEL,
    title: 'Play the host',
    match: ({ viewMode }) => viewMode === 'story',
    render: ({ active }) => (active ? <HostPanel /> : null),
  });
});
