import { expect, it } from 'vitest';
import { TRIED_VERSIONS } from '../../src/sdk/profile/tried-versions.ts';
import { VIEWS } from './pictured-meeting.ts';
import { readStored } from './stored.ts';

const NAMES = [
  ...VIEWS.webrtc.map((view) => `webrtc-${view}`),
  ...VIEWS.legacy.map((view) => `legacy-${view}`),
];

it.each(TRIED_VERSIONS)('there is a picture of each view of SDK %s', (version) => {
  expect(NAMES.filter((name) => readStored(version, name) === undefined)).toEqual([]);
});
