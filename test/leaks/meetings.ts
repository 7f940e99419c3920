import type { Page } from 'playwright';
import { EndReason } from '../../src/testing/service/meeting-service.ts';
import type { FixtureProps } from '../apps/app/main.tsx';
import type { SceneOptions } from '../apps/app/scenes/index.ts';
import type { FixturePage, Harness } from '../support/harness.ts';
import { isAll } from '../support/is-all.ts';
import { hasSentLog, switchLoggingOn } from '../support/switch-logging-on.ts';
import { Places } from './places.ts';
import { SECRETS } from './secrets.ts';

export type Role = 'guest' | 'host';

/** A meeting from the first click to the last. The test calls `look` after each step. */
export interface Hunt extends FixturePage {
  readonly zoom: Harness['zoom'];
  readonly role: Role;
  mount(props?: FixtureProps, scene?: SceneOptions): Promise<void>;
  /** Searches every open tab. */
  look(step: string): Promise<void>;
  /** Opens another tab of the same browser. */
  openTab(): Promise<Hunt>;
  /** The tabs that are open. */
  openPages(): Page[];
}

/**
 * Presses the SDK's button with this icon, which opens a panel or a menu. Does nothing if there is no such button.
 */
async function press(page: Page, icon: string): Promise<void> {
  await page
    .frameLocator('iframe')
    .locator(`button:has(i[aria-label="${icon}"])`)
    .first()
    .click({ timeout: 1_000 })
    .catch(() => {});
  // The panel slides in.
  await page.waitForTimeout(200);
}

async function joined({ status, role, zoom, page }: Hunt): Promise<void> {
  await status('joined');
  if (role === 'host') {
    zoom.service.makeHost();
    await page.waitForFunction(() => window.app.handle?.client?.isHost());
  }
}

/** Waits until the SDK has written a log, some of which it has sent. */
async function logged({ zoom, page }: Hunt): Promise<void> {
  while (!hasSentLog(zoom)) await page.waitForTimeout(50);
}

const meetings: Record<string, (hunt: Hunt) => Promise<void>> = {
  async joined(hunt) {
    const { mount, look, page } = hunt;
    await mount();
    await joined(hunt);
    await look('in the meeting');
    for (const icon of ['Shield Checkmark', 'Participants', 'Ellipsis Horizontal Circle', 'Setting']) {
      await press(page, icon);
      await look(`after ${icon}`);
    }
    await page.evaluate(() => window.app.handle?.leave());
    await hunt.status('left');
    await look('left');
  },
  async 'waiting room'(hunt) {
    const { mount, look, zoom, status } = hunt;
    zoom.service.waitingRoom = true;
    await mount();
    await status('waiting');
    await look('in the waiting room');
    zoom.service.setHold(false);
    await joined(hunt);
    await look('let in');
  },
  async 'not started'({ mount, look, zoom, status }) {
    zoom.service.started = false;
    await mount();
    await status('waiting');
    await look('waiting for the host');
  },
  async 'wrong passcode'({ mount, look, zoom, status }) {
    zoom.service.fail(3004);
    await mount();
    await status('failed');
    await look('refused');
  },
  async kicked(hunt) {
    const { mount, look, zoom, status } = hunt;
    await mount();
    await joined(hunt);
    zoom.service.end(EndReason.removed);
    await status('left');
    await look('removed');
  },
  async reconnect(hunt) {
    const { mount, look, zoom, page } = hunt;
    await mount();
    await joined(hunt);
    zoom.service.end(EndReason.reconnect);
    await hunt.status('reconnecting');
    await look('reconnecting');
    await hunt.status('joined');
    await page.waitForTimeout(500);
    await look('reconnected');
  },
  async 'logging on, then the tab is closed'(hunt) {
    switchLoggingOn(hunt.zoom);
    await hunt.mount();
    await joined(hunt);
    await logged(hunt);
    await hunt.look('in the meeting');
    await hunt.page.close();
    await hunt.openTab();
    await hunt.look('in a new tab');
  },
  async 'second tab'(hunt) {
    switchLoggingOn(hunt.zoom);
    await hunt.mount();
    await joined(hunt);
    const second = await hunt.openTab();
    await second.mount();
    await joined(second);
    await logged(hunt);
    await hunt.look('in both');
    await second.page.evaluate(() => window.app.unmount());
    await hunt.look('in the first');
  },
  async 'two in one page'(hunt) {
    switchLoggingOn(hunt.zoom);
    await hunt.mount({}, { scene: 'several', count: 2 });
    await hunt.page.waitForFunction(
      () => document.querySelectorAll('[data-zoom-join][data-status="joined"]').length === 2,
    );
    await joined(hunt);
    await logged(hunt);
    await hunt.look('in both');
    await hunt.mount({}, { scene: 'several', count: 1 });
    await hunt.look('in the first');
  },
};

/** Where a host's meeting differs from a guest's in more than the credentials. */
export const MEETINGS = Object.keys(meetings).flatMap((name) => [
  // A second meeting in the page shares no more with the first than one in a second tab.
  ...(isAll || name !== 'two in one page' ? [['guest', name] as const] : []),
  ...(isAll || name === 'joined' ? [['host', name] as const] : []),
]);

/** Opens the fixture app with an endpoint that grants the credentials in `SECRETS`. */
export async function openHunt(
  harness: Harness,
  role: Role,
  look: (step: string, places: Places) => Promise<void>,
) {
  const { zoom } = harness;
  const tabs: { page: Page; places: Places }[] = [];
  const openTabs = () => tabs.filter(({ page }) => !page.isClosed());

  async function openTab(context?: FixturePage['window']) {
    let watched: Places | undefined;
    const fixture = await harness.open('react-19', {
      context,
      prepare: async (page) => {
        watched = await Places.watch(page);
        await page.route('**/api/signature', (route) => route.fulfill({ json: grantFor(role) }));
      },
    });
    if (watched === undefined) throw new Error('The page was not prepared.');
    const { page } = fixture;
    const places = watched;
    tabs.push({ page, places });
    const hunt: Hunt = {
      ...fixture,
      zoom,
      role,
      mount: (props = {}, scene = { scene: 'plain' }) =>
        page.evaluate(
          ([given, names, around]) =>
            window.app.mount({ ...window.witness.handlers(names), ...given }, around),
          [
            { meeting: 'class-42', role: role === 'host' ? 'host' : 'participant', ...props },
            Places.handlerNames,
            scene,
          ] as const,
        ),
      look: async (step) => {
        for (const tab of openTabs()) await look(step, tab.places);
      },
      openTab: async () => (await openTab(fixture.window)).hunt,
      openPages: () => openTabs().map((tab) => tab.page),
    };
    return { hunt, places };
  }

  const opened = await openTab();
  zoom.reset();
  return opened;
}

function grantFor(role: Role) {
  const { number, passcode, signature, tk, zak, obf } = SECRETS;
  // Zoom accepts either a ZAK or an OBF token.
  const token = role === 'host' ? { zak } : { obfToken: obf };
  return { signature, meetingNumber: number, password: passcode, tk, ...token };
}

export async function playMeeting(hunt: Hunt, name: string): Promise<void> {
  await meetings[name]?.(hunt);
  for (const page of hunt.openPages()) await page.evaluate(() => window.app.unmount());
  await hunt.look('unmounted');
}
