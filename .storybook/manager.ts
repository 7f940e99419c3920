import { createElement } from 'react';
import { addons, types } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';
import { HostPanel } from './host-panel.tsx';

const HOST = 'react-zoom-join/host';

addons.setConfig({ theme: create({ base: 'light', brandTitle: 'react-zoom-join', brandUrl: './' }) });

addons.register(HOST, () => {
  addons.add(HOST, {
    type: types.PANEL,
    title: 'Play the host',
    match: ({ viewMode }) => viewMode === 'story',
    render: ({ active }) => (active ? createElement(HostPanel) : null),
  });
});
