import { expect, it, vi } from 'vitest';
import { ZoomJoinError } from '../../src/failures/zoom-join-error.ts';
import { MeetingController } from '../../src/session/controller.ts';
import { fakeSignature } from '../support/fake-signature.ts';

vi.mock('../../src/session/session.ts', () => {
  throw new Error('The network is down.');
});

it.each(['end', 'requestFullscreen'] as const)(
  '%s() rejects with an error of ours where its part does not load',
  async (method) => {
    const { handle } = new MeetingController({
      meeting: '123 4567 8901',
      userName: 'Ada',
      getSignature: () => fakeSignature(),
    });
    const error = await handle[method]().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ZoomJoinError);
    expect(error).toMatchObject({ code: 'component-load-failed', retryable: true });
    expect((error as ZoomJoinError).cause).toBeDefined();
    // A method that rejects changes no status.
    expect(handle.status).toBe('idle');
  },
);
