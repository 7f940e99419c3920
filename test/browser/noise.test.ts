import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FixtureProps } from '../apps/app/main.tsx';
import { OF_THE_SDK } from '../examples/noise.ts';
import { type Harness, sharedHarness } from '../support/harness.ts';
import { firstOf } from '../support/is-all.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());

/** Joins, stays for a while, leaves, and unmounts. Resolves to everything that the console and the page say. */
async function listen(props: FixtureProps): Promise<string[]> {
  const said: string[] = [];
  const note = (page: Page) => {
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`uncaught: ${JSON.stringify(error)}`));
  };
  const { page, status, close } = await harness.open('react-19', { prepare: async (page) => note(page) });
  await page.evaluate((given) => {
    window.app.practise({ people: ['Grace Hopper', 'Alan Turing'] });
    window.app.mount(given);
  }, props);
  await status('joined');
  await page.waitForTimeout(6_000);
  await page.evaluate(() => window.app.handle?.leave());
  await status('left');
  await page.evaluate(() => window.app.unmount());
  await page.waitForTimeout(500);
  await close();
  return said.filter((line) => !line.includes('Download the React DevTools'));
}

it.each(firstOf(1, ['practice', 'cdn']))('a meeting is quiet, with %s', async (sdk) => {
  const said = await listen({ sdk });
  expect(said.filter((line) => !OF_THE_SDK.some((pattern) => pattern.test(line)))).toEqual([]);
});

it('with `debug`, everything that the SDK says is heard', async () => {
  const said = await listen({ sdk: 'practice', debug: true });
  expect(said.filter((line) => line.startsWith('warning: ')).length).toBeGreaterThan(5);
  expect(said.filter((line) => line.startsWith('uncaught: ')).length).toBeGreaterThan(0);
});
