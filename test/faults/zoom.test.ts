import { describe, expect, it } from 'vitest';
import { codeOfZoom } from '../../src/failures/zoom-codes.ts';
import { failureCodes } from '../../src/testing/failures.ts';
import { CODES } from './zoom.ts';

it('the campaign has every number that Zoom can make the SDK report', () => {
  const numbers = Object.values(CODES).flat();
  // 3008 means that the meeting has not started, which is no failure. It has a fault of its own.
  expect(numbers.sort((a, b) => a - b)).toEqual(failureCodes.filter((code) => code !== 3008));
});

describe('each number has the code that it must end in', () => {
  const rows = Object.entries(CODES).flatMap(([code, numbers]) => numbers.map((number) => [number, code]));
  // The SDK reports errors that have no number of their own as 200, and the campaign has it say so.
  it.each(rows.filter(([number]) => number !== 200))('%d: %s', (errorCode, code) => {
    expect(codeOfZoom({ errorCode: Number(errorCode) })).toBe(code);
  });
});
