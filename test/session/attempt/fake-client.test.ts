// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { MeetingController } from '../../../src/session/controller.ts';
import { createFakeSdk } from '../../../src/testing/fake-sdk.ts';
import { fakeSignature } from '../../support/fake-signature.ts';

it('joins in jsdom with a client of the app’s own: no frame, no request', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  const element = document.createElement('div');
  document.body.append(element);
  const log: string[] = [];
  const controller = new MeetingController({
    meeting: '123 4567 8901',
    userName: 'Ada',
    sdk: createFakeSdk(),
    getSignature: () => fakeSignature(),
    onStatusChange: ({ status }) => log.push(status),
  });
  controller.attach(element);
  controller.handle.join();
  await vi.waitUntil(() => controller.getSnapshot().state.status === 'joined', { timeout: 10_000 });
  expect(controller.getSnapshot().isRendered).toBe(true);
  expect(controller.handle.client?.getCurrentUser()).toEqual({ userId: 1 });
  controller.handle.leave();
  expect(log).toEqual(['authorizing', 'joining', 'joined', 'left']);
  expect(document.querySelector('iframe, script, link')).toBeNull();
  expect(fetched).not.toHaveBeenCalled();
});
