// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { MeetingController } from '../../src/session/controller.ts';
import { createFakeSdk } from '../../src/testing/fake-sdk.ts';
import { fakeSignature } from '../support/fake-signature.ts';

it('tells that the SDK did not load, though the join was prepared ahead of it', async () => {
  const element = document.createElement('div');
  document.body.append(element);
  let refuse: ((reason: Error) => void) | undefined;
  const controller = new MeetingController({
    meeting: '123 4567 8901',
    userName: 'Ada',
    sdk: {
      ...createFakeSdk(),
      createClient: () =>
        new Promise((_, reject) => {
          refuse = reject;
        }),
    },
    getSignature: () => fakeSignature(),
  });
  controller.attach(element);
  controller.handle.preload();
  await vi.waitUntil(() => refuse !== undefined, { timeout: 10_000 });
  controller.handle.join();
  await vi.waitUntil(() => controller.handle.status === 'loading', { timeout: 10_000 });
  refuse?.(new Error('no SDK'));
  await vi.waitUntil(() => controller.handle.status === 'failed', { timeout: 10_000 });
  expect(controller.handle.error?.code).toBe('internal');
  controller.end('unmount');
}, 30_000);
