import { describe, expect, it, vi } from 'vitest';
import { type CheckedOptions, checkInit } from '../../../src/sdk/init/check-init.ts';

const shown = (hideMeetingInfo: CheckedOptions['hideMeetingInfo'], meetingInfo: unknown) => {
  const onWarning = vi.fn();
  checkInit({ init: { customize: { meetingInfo } }, hideMeetingInfo }, onWarning);
  return onWarning.mock.calls.map(([{ code, rows }]) => [code, rows]);
};

describe('`init.customize.meetingInfo` that shows what `hideMeetingInfo` hides', () => {
  it('is reported, with the rows', () => {
    expect(shown(undefined, ['topic', 'mn', 'invite'])).toEqual([['info-shown', ['mn', 'invite']]]);
    expect(shown(true, ['topic'])).toEqual([['info-shown', ['topic']]]);
    expect(shown(['topic'], ['topic', 'mn'])).toEqual([['info-shown', ['topic']]]);
  });

  it('is not reported when it shows no more than that', () => {
    expect(shown(undefined, ['topic', 'host'])).toEqual([]);
    expect(shown(undefined, undefined)).toEqual([]);
    expect(shown(false, ['mn', 'pwd'])).toEqual([]);
    expect(shown(['topic'], ['mn'])).toEqual([]);
  });
});
