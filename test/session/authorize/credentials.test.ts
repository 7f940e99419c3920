import { describe, expect, it } from 'vitest';
import {
  parseMeetingReference,
  type ValidMeeting,
} from '../../../src/meeting-reference/meeting-reference.ts';
import type { MeetingOptions, RetryInput } from '../../../src/session/api/options.ts';
import { Credentials } from '../../../src/session/authorize/credentials.ts';

const OPTIONS: MeetingOptions = { meeting: '', getSignature: () => '', userName: 'Ada' };
const NUMBER = { meetingNumber: '123 4567 8901', password: 'from-prop' };

const credentials = (
  grant: object = {},
  meeting: MeetingOptions['meeting'] = NUMBER,
  input: RetryInput = {},
) =>
  new Credentials(
    { ...OPTIONS, meeting },
    parseMeetingReference(meeting) as ValidMeeting,
    { signature: 'the.signature.itself', ...grant },
    input,
  );

describe('what a join is made with', () => {
  it('takes what the person typed over the grant, and that over the props', () => {
    const typed = { password: 'typed', userName: 'Ada L.', userEmail: 'ada@example.org' };
    const grant = { password: 'granted', userName: 'Countess', userEmail: 'countess@example.org' };
    expect(credentials(grant, NUMBER, typed).take()).toMatchObject(typed);
    expect(credentials(grant, NUMBER, { password: 'typed' }).take()).toMatchObject({
      ...grant,
      password: 'typed',
    });
  });

  it('takes the grant’s word over the props’', () => {
    expect(credentials().take()).toMatchObject({
      meetingNumber: '12345678901',
      password: 'from-prop',
      userName: 'Ada',
    });
    expect(
      credentials({ meetingNumber: '999-888-7777', password: 'granted', userName: 'Grace' }).take(),
    ).toMatchObject({ meetingNumber: '9998887777', password: 'granted', userName: 'Grace' });
  });

  it('is handed out once, and then gone', () => {
    const once = credentials();
    once.take();
    expect(() => once.take()).toThrow();
    expect(once.meetingNumber).toBe('');
  });

  it('finds what is wrong with its signature, before and after it is handed out', async () => {
    const held = credentials();
    held.take();
    expect(await held.inspect()).toEqual([{ code: 'not-a-jwt', fatal: true }]);
  });

  it('knows a passcode that comes from a join URL', () => {
    const url = 'https://us02web.zoom.us/j/12345678901?pwd=Encrypted.1';
    expect(credentials({}, url).hasPasswordFromUrl).toBe(true);
    expect(credentials({ password: 'plain' }, url).hasPasswordFromUrl).toBe(false);
    expect(credentials().hasPasswordFromUrl).toBe(false);
  });
});

describe('redacting', () => {
  it('takes every secret out of a text, also after the join took them', () => {
    const grant = {
      password: 'granted',
      tk: 'token-tk',
      zak: 'token-zak',
      obfToken: 'token-obf',
      recordingToken: 'token-rec',
    };
    const held = credentials(grant);
    held.take();
    const said = Object.values(grant).join(' and ');
    const clean = held.redact(`${said}, 123 4567 8901, the.signature.itself`);
    for (const secret of [...Object.values(grant), '4567', 'the.signature.itself']) {
      expect(clean).not.toContain(secret);
    }
  });

  it('takes out the join URL itself', () => {
    const url = 'https://us02web.zoom.us/j/12345678901?pwd=Encrypted.1';
    expect(credentials({}, url).redact(`at ${url}, Encrypted.1`)).toBe('at •••, •••');
  });

  it('leaves every text alone when there is nothing to take out', () => {
    const none = credentials({ signature: '' }, 'class-42');
    expect(none.redact('Meeting has not started in class-42')).toBe('Meeting has not started in class-42');
  });
});
