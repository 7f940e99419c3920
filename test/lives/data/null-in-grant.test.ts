import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { NULLS } from '../../support/null-grant.ts';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
});
afterAll(() => world.stop());
beforeEach(() => tab.afresh());

const signature = () =>
  tab.evaluate(async () => {
    const body = JSON.stringify({ meeting: '12345678901', meetingNumber: '12345678901', role: 0 });
    const answer = await fetch('/api/signature', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return ((await answer.json()) as { signature: string }).signature;
  });

life('null-in-grant', () => {
  it('counts as absent, in each field', async () => {
    await tab.mount({ sdk: 'practice', answer: { signature: await signature(), ...NULLS } });
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    expect(await tab.story()).toEqual(['joined', 'onJoined']);
  });

  it('but not for the signature, which is named', async () => {
    await tab.mount({ sdk: 'practice', answer: { ...NULLS, signature: null } });
    await tab.status('failed');
    const error = await tab.evaluate(() => {
      const [{ code, message } = { code: '', message: '' }] = window.app.errors;
      return { code, message };
    });
    expect(error).toEqual({ code: 'signature-missing', message: expect.stringContaining('`signature`') });
  });
});
