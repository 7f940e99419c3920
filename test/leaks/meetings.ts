import type { Page } from 'playwright';
import { EndReason } from '../../src/testing/service/meeting-service.ts';
import type { FixtureProps } from '../apps/app/main.tsx';
import type { FixturePage, Harness } from '../support/harness.ts';
import { Places } from './places.ts';
import { SECRETS } from './secrets.ts';

export type Role = 'guest' | 'host';

/** A meeting from the first click to the last. The test calls `look` after each step. */
export interface Hunt extends FixturePage {
  readonly zoom: Harness['zoom'];
  readonly role: Role;
  mount(props?: FixtureProps): Promise<void>;
  look(step: string): Promise<void>;
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
};

export const MEETINGS = Object.keys(meetings).flatMap((name) =>
  (['guest', 'host'] as const).map((role) => [role, name] as const),
);

/** Opens the fixture app with an endpoint that grants the credentials in `SECRETS`. */
export async function openHunt(
  harness: Harness,
  role: Role,
  look: (step: string, places: Places) => Promise<void>,
) {
  let places: Places | undefined;
  const fixture = await harness.open('react-19', {
    prepare: async (page) => {
      places = await Places.watch(page);
      const { number, passcode, signature, tk, zak, obf } = SECRETS;
      // Zoom accepts either a ZAK or an OBF token.
      const token = role === 'host' ? { zak } : { obfToken: obf };
      await page.route('**/api/signature', (route) =>
        route.fulfill({ json: { signature, meetingNumber: number, password: passcode, tk, ...token } }),
      );
    },
  });
  const watched = places;
  if (watched === undefined) throw new Error('The page was not prepared.');
  harness.zoom.reset();
  const hunt: Hunt = {
    ...fixture,
    zoom: harness.zoom,
    role,
    mount: (props = {}) =>
      fixture.page.evaluate(
        ([given, names]) => window.app.mount({ ...window.witness.handlers(names), ...given }),
        [
          { meeting: 'class-42', role: role === 'host' ? 'host' : 'participant', ...props },
          Places.handlerNames,
        ] as const,
      ),
    look: (step) => look(step, watched),
  };
  return { hunt, places: watched };
}

export async function playMeeting(hunt: Hunt, name: string): Promise<void> {
  await meetings[name]?.(hunt);
  await hunt.page.evaluate(() => window.app.unmount());
  await hunt.look('unmounted');
}
