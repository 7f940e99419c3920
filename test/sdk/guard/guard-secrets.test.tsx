import { cleanup } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { joinPractice } from '../../support/practice.tsx';

afterEach(cleanup);

it('a passcode that is a word in an address of the SDK’s own lets people join', async () => {
  // The simulated Zoom gives the SDK tokens with this text, which it sends in an address.
  const meeting = { meetingNumber: '12345678901', password: 'practice' };
  const { until, errors } = joinPractice({ props: { meeting } });
  await until('joined');
  expect(errors).toEqual([]);
});
