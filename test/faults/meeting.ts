import { EndReason } from '../../src/testing/service/meeting-service.ts';
import { type Fault, isMended, silence, VARIANT, type World } from './fault.ts';

/** Zoom ends the meeting for this user. */
const ends = (name: string, reason: number, why: string): Fault => ({
  name: `in the meeting: ${name}`,
  during: ['joined', ({ zoom }) => zoom.service.end(reason)],
  ends: 'left',
  log: ['onJoined', 'left', `onLeft:${why}`],
});

const cut = ({ zoom }: World): void => {
  zoom.service.online = false;
  zoom.service.cut();
};
const restore = ({ zoom }: World): void => {
  zoom.service.online = true;
};

/** Unmounts in that status. The join must have no effect afterwards, and the next one must work. */
const unmounted = (during: string, more: Partial<Fault> = {}): Fault => ({
  name: `unmounted while ${during}`,
  ends: 'gone',
  during: [during, ({ page }) => page.evaluate(() => window.app.unmount())],
  ...isMended,
  ...more,
});

const hang =
  (path: RegExp) =>
  ({ zoom }: World): void => {
    zoom.intercept = (request) => path.test(request.url ?? '');
  };

const WITHOUT = (name: string) => `delete window.${name}`;
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';

/** The browser, or the page as it was served, lacks what the SDK needs. */
const unfit = (name: string, script: string, code: string): Fault => ({
  name: `browser: ${name}`,
  isAlone: true,
  // The script must run in the page and in the frame. The page is already open, so it has to be reloaded.
  inject: async ({ page }) => {
    await page.addInitScript(script);
    await page.reload();
    await page.waitForFunction(() => 'app' in window);
  },
  ends: 'failed',
  code,
  again: false,
});

export const MEETING_FAULTS: readonly Fault[] = [
  ends('removed by the host', EndReason.removed, 'removed'),
  ends('ended by the host', EndReason.ended, 'ended'),
  ends('the time limit', EndReason.timeLimit, 'time-limit'),
  ends('joined elsewhere', EndReason.elsewhere, 'elsewhere'),
  ends('ended without a word', EndReason.silent, 'other'),
  {
    name: 'in the meeting: Zoom asks to reconnect',
    during: ['joined', ({ zoom }) => zoom.service.end(EndReason.reconnect)],
    ends: 'reconnecting',
    log: ['onJoined', 'reconnecting', 'onReconnecting'],
  },
  {
    name: 'in the meeting: the connection is lost, and found',
    during: [
      'joined',
      async (world) => {
        cut(world);
        await world.page.locator('[data-status=reconnecting]').waitFor();
        restore(world);
        await world.page.locator('[data-status=joined]').waitFor();
      },
    ],
    ends: 'joined',
    log: ['onJoined', 'reconnecting', 'onReconnecting', 'joined', 'onJoined'],
  },
  {
    name: 'in the meeting: the connection is lost for good',
    props: { timeouts: { reconnect: 1_000 } },
    during: ['joined', cut],
    mend: restore,
    ends: 'failed',
    code: 'connection-lost',
    log: ['onJoined', 'reconnecting', 'onReconnecting', 'failed'],
  },
  {
    name: 'in the meeting: the SDK reloads its page',
    during: [
      'joined',
      async ({ page }) => {
        await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.location.reload());
        await page.waitForFunction(() => window.app.log.filter((entry) => entry === 'onJoined').length === 2);
      },
    ],
    ends: 'joined',
    log: ['onJoined', 'reconnecting', 'onReconnecting', 'joined', 'onJoined'],
  },
  {
    name: 'in the meeting: left by the handle',
    during: ['joined', ({ page }) => page.evaluate(() => window.app.handle?.leave())],
    ends: 'left',
    log: ['onJoined', 'left', 'onLeft:user'],
  },
  {
    name: 'in the waiting room, and not let in',
    meeting: { waitingRoom: true },
    during: ['waiting', ({ zoom }) => zoom.service.end(EndReason.removed)],
    mend: ({ zoom }) => {
      zoom.service.waitingRoom = false;
    },
    ends: 'left',
    log: ['onWaiting:admission', 'left', 'onLeft:removed'],
  },
  {
    name: 'put back into the waiting room',
    during: ['joined', ({ zoom }) => zoom.service.setHold(true)],
    ends: 'waiting',
    log: ['onJoined', 'waiting', 'onWaiting:admission'],
  },
  unmounted('authorizing', {
    inject: ({ pages }) => {
      pages.intercept = (request, response) => {
        silence(request, response);
        return true;
      };
    },
  }),
  unmounted('loading', { isAlone: true, inject: hang(/zoom-meeting-embedded/), ...VARIANT }),
  unmounted('joining', { inject: hang(/wc\/info/) }),
  unmounted('waiting', { meeting: { started: false }, ...VARIANT }),
  unmounted('waiting', { name: 'unmounted in the waiting room', meeting: { waitingRoom: true } }),
  unmounted('joined'),
  unmounted('reconnecting', {
    during: [
      'joined',
      async (world) => {
        cut(world);
        await world.page.locator('[data-status=reconnecting]').waitFor();
        await world.page.evaluate(() => window.app.unmount());
      },
    ],
  }),
  unmounted('failed', { inject: ({ zoom }) => zoom.service.fail(3004), ...VARIANT }),
  unmounted('joining', {
    name: 'unmounted before the next try',
    inject: ({ zoom }) => zoom.service.fail(-3000),
    // Otherwise there is only one pause, of a second, in which a busy page may not be asked.
    props: { timeouts: { retry: 60_000 } },
    during: [
      'joining',
      async ({ page }) => {
        await page.getByText(/Next try in/).waitFor();
        await page.evaluate(() => window.app.unmount());
      },
    ],
  }),
  unfit(
    'an insecure page',
    'Object.defineProperty(window, "isSecureContext", { value: false })',
    'insecure-context',
  ),
  unfit('no WebAssembly', WITHOUT('WebAssembly'), 'browser-unsupported'),
  unfit('no audio worklets', WITHOUT('AudioWorklet'), 'browser-unsupported'),
  {
    name: 'browser: a phone',
    isAlone: true,
    browser: { userAgent: PHONE },
    ends: 'failed',
    code: 'phone-unsupported',
    again: false,
  },
  {
    name: 'browser: the page forbids camera and microphone',
    isAlone: true,
    inject: async ({ page, pages }) => {
      pages.headers = { 'permissions-policy': 'camera=(), microphone=()' };
      await page.reload();
      await page.waitForFunction(() => 'app' in window);
    },
    ends: 'joined',
    log: ['onWarning:media-forbidden', 'onJoined'],
  },
];
