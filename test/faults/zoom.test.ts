import { expect, it } from 'vitest';
import { failureCodes } from '../../src/testing/failures.ts';
import { zoomCodes } from './zoom.ts';

it('the campaign has every number that Zoom can make the SDK report', () => {
  // 3008 means that the meeting has not started, which is no failure. It has a fault of its own.
  expect([...zoomCodes].sort((a, b) => a - b)).toEqual(failureCodes.filter((code) => code !== 3008));
});
