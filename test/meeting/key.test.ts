import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { meetingKey } from '../../src/meeting/key.ts';
import { type MeetingReference, parseMeetingReference } from '../../src/meeting/reference.ts';

// Hundreds of cases each: on a busy machine more than the usual 5 s.
vi.setConfig({ testTimeout: 60_000 });

it('is the same for one meeting, however its number is written', () => {
  const written: MeetingReference[] = [
    12345678901,
    '12345678901',
    ' 123 4567 8901 ',
    '123-4567-8901',
    '123\u00a04567\u20118901',
    { meetingNumber: 12345678901 },
    { meetingNumber: '123 4567 8901' },
    { meetingNumber: '12345678901', password: undefined },
    { meetingNumber: '12345678901', password: '' },
  ];
  expect(new Set(written.map(meetingKey)).size).toBe(1);
});

it('is the same for two inline objects with one number and one passcode', () => {
  expect(meetingKey({ meetingNumber: '123 456 789', password: 'x' })).toBe(
    meetingKey({ password: 'x', meetingNumber: 123456789 }),
  );
});

it('is the same for a name of the app’s own with white space around it', () => {
  expect(meetingKey(' standup\n')).toBe(meetingKey('standup'));
});

it('differs between meetings, passcodes and names', () => {
  const different: MeetingReference[] = [
    '12345678901',
    '12345678902',
    { meetingNumber: '12345678901', password: 'a' },
    { meetingNumber: '12345678901', password: 'A' },
    { meetingNumber: '12345678901', password: '1 2' },
    { meetingNumber: '12345678901', password: '12' },
    'standup',
    'Standup',
    'https://zoom.us/j/12345678901?pwd=a',
    'https://zoom.us/j/12345678901?pwd=b',
    -12345678901,
    1234567890.1,
  ];
  expect(new Set(different.map(meetingKey)).size).toBe(different.length);
});

it('never tells two usable meetings for one', () => {
  const number = fc.oneof(
    fc.stringMatching(/^[12][ -]?[12]{8}[12]?$/),
    fc.integer({ min: 111111111, max: 111111113 }),
  );
  const reference = fc.oneof(
    number,
    fc.record({ meetingNumber: number, password: fc.constantFrom(undefined, '', '1', '2', 'null') }),
  );
  fc.assert(
    fc.property(reference, reference, (one, other) => {
      const same =
        JSON.stringify(parseMeetingReference(one)) === JSON.stringify(parseMeetingReference(other));
      expect(meetingKey(one) === meetingKey(other)).toBe(same);
    }),
    { numRuns: 1_000 },
  );
});

it('never throws while rendering, whatever is passed', () => {
  const anything = fc.anything({ withBigInt: true, withNullPrototype: true, maxDepth: 1 });
  fc.assert(
    fc.property(fc.oneof(anything, fc.record({ meetingNumber: anything, password: anything })), (given) => {
      expect(meetingKey(given as MeetingReference)).toBeTypeOf('string');
    }),
  );
});
