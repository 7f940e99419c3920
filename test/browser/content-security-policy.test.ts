import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directives, POLICIES, type PolicyName, type Source } from '../../src/cli/headers/policies.ts';
import { isolation } from '../headers/isolation.ts';
import { nonceOf } from '../headers/policies.ts';
import { violations, watchViolations } from '../headers/violations.ts';
import { type FixturePage, type Harness, meetingText, sharedHarness } from '../support/harness.ts';
import { isAll } from '../support/is-all.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());

/** Opens the page with these headers. The servers of the meeting have names like Zoom's. */
async function open(headers: Record<string, string>, nonce?: string): Promise<FixturePage> {
  harness.zoom.reset();
  Object.assign(harness.zoom.service, { rwcHost: 'rwc.zoom.us', rwgHost: 'rwg.zoom.us' });
  Object.assign(harness.pages, { headers, nonce, reports: [] });
  return harness.open('react-19', { prepare: watchViolations });
}

/** Everybody in the meeting gets an avatar, and the user joins the audio. */
async function takePart({ page, status }: FixturePage): Promise<void> {
  await status('joined');
  const { seats, people } = harness.zoom.service;
  const update = [...people.keys()].map((id) => ({ id, avatar: 'https://us02web.zoom.us/p/face.png' }));
  for (const seat of seats) seat.send(7937, { update });
  await expect.poll(() => meetingText(page)).toContain('Grace Hopper');
  await page.frameLocator('iframe').locator('button[title=Audio]').dispatchEvent('click');
}

/** In an isolated page, the SDK does more in its workers. */
const ISOLATED = isolation('credentialless');
const CASES: readonly [policy: PolicyName, sdk: string, headers: Record<string, string>][] = [
  ['self-hosted', '/zoom-sdk', {}],
  ['cdn', 'cdn', {}],
  ['nonce', '/zoom-sdk', ISOLATED],
  ['nonce', 'cdn', ISOLATED],
];

// The first and the last differ in everything.
describe.each(CASES.filter((_, index) => isAll || index % 3 === 0))(
  'the smallest policy: %s, SDK from %s',
  (name, sdk, headers) => {
    const sources: readonly Source[] = POLICIES[name];
    let fixture: FixturePage;
    afterAll(() => fixture.close());

    /**
     * Returns where that policy was violated. Pages record their own violations; the browser reports those of
     * workers.
     */
    const violated = async (query: number | 'all') => {
      const told = (await violations(fixture.page)).filter(({ policy }) => policy.endsWith(`?${query}`));
      const reported = harness.pages.reports.filter(({ to }) => to.endsWith(`?${query}`));
      return [
        ...told,
        ...reported
          .filter((one) => one['source-file'] === 'blob')
          .map((one) => ({
            where: 'worker',
            directive: one['effective-directive'],
            blocked: one['blocked-uri'],
          })),
      ];
    };

    // The whole policy is enforced. For each source, a report-only policy without it reports what then violates it.
    // All of this happens in one meeting.
    it('lets a meeting take place', async () => {
      const origin = new URL(harness.pages.url('react-19')).origin;
      const policy = (query: number | 'all', without?: Source) =>
        [...directives(sources, without), `report-uri ${origin}/csp-report?${query}`].join('; ');
      const nonce = nonceOf(name);
      fixture = await open(
        {
          ...headers,
          'content-security-policy': policy('all'),
          'content-security-policy-report-only': sources.map((one, index) => policy(index, one)).join(', '),
        },
        nonce,
      );
      await fixture.page.evaluate((props) => window.app.mount(props), { sdk, nonce });
      await takePart(fixture);
    });

    const rows = sources.map((source, index) => ({ ...source, index }));
    it.each(rows.filter(({ seen }) => seen !== 'reading'))(
      'needs $directive $source',
      async ({ index, directive, seen }) => {
        await expect.poll(async () => (await violated(index)).map(({ where }) => where)).toContain(seen);
        for (const violation of await violated(index)) expect(violation.directive).toContain(directive);
      },
    );

    it.each(rows.filter(({ seen }) => seen === 'reading'))(
      'nothing asked for $directive $source, which is in it by reading',
      async ({ index }) => expect(await violated(index)).toEqual([]),
    );

    it('nothing in page, frame or workers violated it', async () => {
      expect(await violated('all')).toEqual([]);
      expect(harness.pages.reports.filter(({ to }) => to.endsWith('?all'))).toEqual([]);
      expect(fixture.problems).toEqual([]);
      expect(await fixture.status('joined')).toBe('joined');
    });
  },
);
