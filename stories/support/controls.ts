import type { ArgTypes } from '@storybook/react-vite';
import type { HideMeetingInfo, LifecycleHandlers, ZoomJoinProps } from 'react-zoom-join';
import { createMeetingSimulator } from 'react-zoom-join/testing';
import { fn } from 'storybook/test';
import { languages } from '../../.storybook/toolbar.ts';
import { propOf, SDK_EVENTS } from '../../src/sdk/client/events.ts';

/** The type makes sure that a new handler does not compile until it is listed here. */
const lifecycle = Object.keys({
  onStatusChange: true,
  onJoined: true,
  onWaiting: true,
  onReconnecting: true,
  onLeft: true,
  onError: true,
  onWarning: true,
  onViewChange: true,
  onFullscreenChange: true,
} satisfies Record<keyof LifecycleHandlers, true>);
const sdkEvents = SDK_EVENTS.map(propOf);

/** The values of `hideMeetingInfo`, by their labels in the control. */
const hidden: Record<string, HideMeetingInfo> = {
  'what lets somebody in (default)': ['mn', 'pwd', 'telPwd', 'invite'],
  'everything, and its button': true,
  nothing: false,
  'all but the topic': ['host', 'mn', 'pwd', 'telPwd', 'invite', 'participant', 'dc', 'enctype'],
};

const none = { control: false } as const;
const group = <Prop extends string, ArgType extends object>(
  category: string,
  argTypes: Record<Prop, ArgType>,
) =>
  Object.fromEntries(
    Object.entries<ArgType>(argTypes).map(([prop, argType]) => [prop, { ...argType, table: { category } }]),
  );

/** The controls of all props. Texts and types come from the doc comments. */
export const argTypes: Partial<ArgTypes<ZoomJoinProps>> = {
  ...group('Meeting', {
    meeting: { control: 'text' },
    getSignature: none,
    userName: { control: 'text' },
    userEmail: { control: 'text' },
    customerKey: { control: 'text' },
    role: { control: 'inline-radio', options: ['participant', 'host'] },
    autoJoin: { control: 'boolean' },
    phones: { control: 'inline-radio', options: ['link', 'try'] },
    appUrl: { control: 'text' },
    preload: { control: 'inline-radio', options: ['none', 'intent', 'mount'] },
    timeouts: { control: 'object' },
  }),
  ...group('Look', {
    view: { control: 'select', options: ['gallery', 'speaker', 'active', 'ribbon', 'minimized'] },
    fit: { control: 'inline-radio', options: ['container', 'none'] },
    hideMeetingInfo: { control: 'select', options: Object.keys(hidden), mapping: hidden },
    language: { control: { type: 'select', labels: languages }, options: Object.keys(languages) },
    labels: { control: 'object' },
    screens: none,
    style: { control: 'object' },
    className: { control: 'text' },
    title: { control: 'text' },
  }),
  ...group('The SDK', { sdk: none, init: { control: 'object' }, nonce: none }),
  ...group('Lifecycle', Object.fromEntries(lifecycle.map((prop) => [prop, none]))),
  ...group(
    'Events of the SDK',
    Object.fromEntries(
      SDK_EVENTS.map((event) => [
        propOf(event),
        { ...none, description: `The SDK’s \`${event}\`.`, type: { name: 'function' } },
      ]),
    ),
  ),
};

/** A user who may join, and a spy for each event handler. */
export const args: ZoomJoinProps = {
  meeting: '123 4567 8901',
  userName: 'Ada Lovelace',
  getSignature: fn(createMeetingSimulator().getSignature),
  ...Object.fromEntries([...lifecycle, ...sdkEvents].map((prop) => [prop, fn()])),
};
