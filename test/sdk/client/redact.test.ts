import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { redactDeep } from '../../../src/sdk/client/redact.ts';

const redact = (text: string) => text.replace(/open-sesame|98765432109/g, '•••');
const clean = (value: unknown) => redactDeep(value, redact);

describe('a payload of the SDK, redacted', () => {
  it('has no secret at any depth, as text, within a text or as a number', () => {
    const payload = {
      list: [{ note: 'the passcode is open-sesame' }],
      number: 98765432109,
      deep: { er: ['98765432109'] },
    };
    expect(clean(payload)).toEqual({
      list: [{ note: 'the passcode is •••' }],
      number: '•••',
      deep: { er: ['•••'] },
    });
  });

  it('has nothing in the fields for what opens a meeting, also in forms that only Zoom knows', () => {
    const payload = {
      meetingInfo: { inviteEmail: 'https://zoom.us/j/1?pwd=Encrypted', telPwd: '123', mn: 1, pwd: '' },
    };
    expect(clean(payload)).toEqual({
      meetingInfo: { inviteEmail: '•••', telPwd: '•••', mn: '•••', pwd: '' },
    });
  });

  it('keeps everything else: codes, flags, nothing, the app’s own key, what is no plain data', () => {
    const media = new Map([['open-sesame', 1]]);
    const payload = {
      userId: 16778240,
      muted: false,
      gone: undefined,
      none: null,
      customerKey: 'open-sesame',
      media,
    };
    expect(clean(payload)).toEqual(payload);
    expect((clean(payload) as typeof payload).media).toBe(media);
  });

  it('is a copy, and follows objects of another window, also in a circle', () => {
    const payload = runInNewContext(
      "const one = { text: 'open-sesame', list: [{ a: 'open-sesame' }] }; one.self = one; one",
    );
    const copy = clean(payload) as { text: string; list: unknown[]; self: unknown };
    expect(copy.text).toBe('•••');
    expect(copy.list).toEqual([{ a: '•••' }]);
    expect(copy.self).toBe(copy);
    expect(payload.text).toBe('open-sesame');
  });
});
