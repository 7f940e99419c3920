import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSignature } from '../../../src/server/index.ts';
import { life } from '../support/life.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const MEETING = '12345678901';
const sign = () =>
  createSignature({
    sdkKey: 'fixture-key',
    sdkSecret: 'fixture-secret-of-some-length-000000',
    meetingNumber: MEETING,
    role: 0,
  });

life('expired-at-reconnect', () => {
  it('a new signature is asked for, and they are in again', async () => {
    const { zoom, pages } = world;
    zoom.reset({ layout: 'legacy' });
    const old = await sign();
    let asked = 0;
    pages.intercept = (_request, response) => {
      asked += 1;
      if (asked > 1) return false;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ signature: old }));
      return true;
    };
    const tab = await world.open();
    await tab.mount({ meeting: MEETING });
    await tab.status('joined');

    // Simulate a reconnect half an hour later: Zoom refuses only the signature with which the SDK reconnects.
    const { service } = zoom;
    const answer = service.answer.bind(service);
    service.answer = async (request) => {
      const isOld = new URLSearchParams(request.body).get('signature') === old;
      service.fail(isOld ? 3705 : undefined);
      return answer(request);
    };
    service.cut();
    await tab.status('reconnecting');
    await tab.status('joined');
    await tab.sees('Grace Hopper');
    expect(await tab.story()).toEqual([
      ...['joined', 'onJoined', 'reconnecting', 'onReconnecting', 'joined', 'onJoined'],
    ]);
    expect(await tab.evaluate(() => window.app.requests.map(({ reason }) => reason))).toEqual([
      'join',
      'expired',
    ]);
    await tab.close();
  });
});
