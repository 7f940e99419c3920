import { expect, it, vi } from 'vitest';
import type { ZoomJoinWarning } from '../../../src/index.ts';
import type { MeetingOptions } from '../../../src/session/api/options.ts';
import { warn } from '../../../src/session/warnings/warn.ts';

it('a warning is written to a log without its cause, which may contain anything, also a cycle', async () => {
  const cause: { self?: unknown; secret: string } = { secret: 'token-of-the-app' };
  cause.self = cause;
  const onWarning = vi.fn((_warning: ZoomJoinWarning) => {});
  const options: MeetingOptions = { meeting: 'class-42', getSignature: () => '', userName: 'Ada', onWarning };
  await warn(options, { code: 'screen-failed', name: 'failed', cause });
  const warning = onWarning.mock.calls[0]?.[0];
  expect(warning?.cause).toBe(cause);
  expect(Object.keys(warning ?? {})).toEqual(['code', 'message']);
  expect(JSON.stringify(warning)).not.toContain('token-of-the-app');
});
