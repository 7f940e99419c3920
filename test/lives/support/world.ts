import type { MeetingSimulatorOptions } from '../../../src/testing/index.ts';
import type { FixtureProps } from '../../apps/app/fixture.ts';
import type { SceneOptions } from '../../apps/app/scenes/index.ts';
import { SHORT_LIVED } from '../../support/chromium.ts';
import type { FixtureReact } from '../../support/fixture-apps.ts';
import { isTold } from '../../support/is-told.ts';
import { PageServer } from '../../support/page-server.ts';
import { ZoomServer } from '../../support/zoom-server.ts';

import { type Driver, type Json, type Tab, type TabOptions, until } from './driver.ts';
import { startDriver } from './start-driver.ts';

/** A browser, the fixture apps, and a stand-in for Zoom's servers. */
export interface World {
  readonly zoom: ZoomServer;
  readonly pages: PageServer;
  open(react?: FixtureReact, options?: OpenOptions): Promise<LifeTab>;
  visit: Driver['visit'];
  sleep: Driver['sleep'];
  /** Call this after the tests of a file. */
  stop(): Promise<void>;
}

export interface OpenOptions extends TabOptions {
  /** Returns the URL of a page that has the app in a frame. Default: the app is the page itself. */
  around?: ((app: string) => string) | undefined;
}

/** A tab with the fixture app, in which nothing is mounted at first. */
export interface LifeTab extends Tab {
  /** Opens another tab with the fixture app. */
  another(): Promise<LifeTab>;
  /** Mounts the component, in a simulated meeting if `practice` is given, or rerenders it with other props. */
  mount(props?: JsonProps, practice?: JsonOptions, scene?: SceneOptions): Promise<void>;
  unmount(): Promise<void>;
  /** Leaves, unmounts, and clears the log. A page that has had a meeting joins another one faster. */
  afresh(): Promise<void>;
  /** Returns statuses and events so far, in order. */
  log(): Promise<string[]>;
  /** Returns the log without the steps of a join: only what happened to the user. */
  story(): Promise<string[]>;
  /**
   * Waits for a status. For `failed`, it also waits until the app has been told, which happens a moment later, when
   * the error's messages have loaded.
   */
  status(wanted: string): Promise<void>;
  /** Waits until the user sees this text in the meeting's frame. */
  sees(text: string): Promise<void>;
  /** Like {@link until}, but the error also says what was on screen instead. */
  until<Args extends readonly Json[]>(
    what: string,
    isSo: (...args: Args) => boolean | Promise<boolean>,
    ...args: Args
  ): Promise<void>;
  /** Waits for three animation frames, so that React can process a render or an event. */
  settle(): Promise<void>;
  /** Remembers the meeting's frame and what has been logged until now, for {@link since}. */
  mark(): Promise<void>;
  /** Returns what has happened since the last {@link mark}, or since the page was opened. */
  since(): Promise<Since>;
}

export interface Since {
  /** The number of frames now. */
  frames: number;
  /** Whether one of them is the frame of the mark and has not been reloaded. */
  isSameFrame: boolean;
  /** What the app was told, except about participants who join and leave. */
  told: string[];
}

/** The app was told nothing, and the meeting is in the same frame. */
export const UNDISTURBED: Since = { frames: 1, isSameFrame: true, told: [] };

type JsonProps = { readonly [Name in keyof FixtureProps]: Json };
type JsonOptions = Omit<MeetingSimulatorOptions, 'sdk'> & { readonly [key: string]: Json };

interface Parts {
  readonly zoom: ZoomServer;
  readonly pages: PageServer;
  readonly driver: Driver;
}

/**
 * Shared by all files that a worker runs, one after another: `isolate: false` in vitest.config.ts makes them share
 * what they import. It ends with the worker, which Vitest kills: see temporary-files.ts.
 */
let shared: Promise<Parts> | undefined;

/** @param args Additional arguments for Chromium, which is then not shared with other files. */
export async function startWorld(args: readonly string[] = []): Promise<World> {
  if (args.length > 0) {
    const own = await start(args);
    return worldOf(own, () => stop(own));
  }
  shared ??= start([SHORT_LIVED]);
  const parts = await shared;
  // The previous file may have failed to do this.
  await reset(parts);
  return worldOf(parts, () => reset(parts));
}

async function start(args: readonly string[]): Promise<Parts> {
  const zoom = await ZoomServer.start();
  const pages = await PageServer.start();
  const driver = await startDriver(zoom, pages.url('react-19'), args);
  zoom.reset();
  return { zoom, pages, driver };
}

/** Resets everything to the state after the start. */
async function reset({ zoom, pages, driver }: Parts): Promise<void> {
  await driver.reset();
  pages.reset();
  zoom.reset();
}

async function stop({ zoom, pages, driver }: Parts): Promise<void> {
  await driver.close();
  await pages.stop();
  await zoom.stop();
}

const worldOf = ({ zoom, pages, driver }: Parts, end: () => Promise<void>): World => ({
  zoom,
  pages,
  async open(react = 'react-19', { around, ...options } = {}) {
    const tab = await driver.newTab(options);
    if (around === undefined) return openApp(tab, pages.url(react));
    await tab.open(around(pages.url(react)));
    return appIn(await tab.inFrame(), pages.url(react));
  },
  visit: driver.visit,
  sleep: driver.sleep,
  stop: end,
});

const OF_THE_STORY =
  /^(waiting|joined|reconnecting|left|failed|on(Waiting|Joined|Reconnecting|Left|Error)\b.*)$/;

async function openApp(tab: Tab, url: string): Promise<LifeTab> {
  await tab.open(url);
  return appIn(tab, url);
}

async function appIn(tab: Tab, url: string): Promise<LifeTab> {
  await until(tab, 'the fixture app', () => 'app' in window, []);
  return { ...withApp(tab), another: async () => openApp(await tab.another(), url) };
}

function withApp(tab: Tab): Omit<LifeTab, 'another'> {
  const log = () => tab.evaluate(() => [...window.app.log]);
  const wait: LifeTab['until'] = (what, isSo, ...args) =>
    until(tab, what, isSo, args, { describe: () => onScreen(tab) });
  return {
    ...tab,
    async mount(props = {}, practice, scene = { scene: 'plain' }) {
      await tab.evaluate(
        (given, options, inScene) => {
          if (options) window.app.practise(options);
          window.app.mount(given as FixtureProps, inScene as SceneOptions);
        },
        props,
        practice,
        scene,
      );
    },
    unmount: () => tab.evaluate(() => window.app.unmount()),
    afresh: () =>
      tab.evaluate(async () => {
        // After leave(), the unmount is not followed by a remount warning in the next meeting.
        window.app.handle?.leave();
        window.app.unmount();
        // The app may be told of it a task later.
        await new Promise((resolve) => setTimeout(resolve));
        window.app.forget();
      }),
    log,
    story: async () => (await log()).filter((entry) => OF_THE_STORY.test(entry)),
    async status(wanted) {
      await wait(
        `status ${wanted}`,
        (status) => document.querySelector<HTMLElement>('[data-zoom-join]')?.dataset['status'] === status,
        wanted,
      );
      if (wanted === 'failed') await wait('onError', isTold);
    },
    sees: (text) =>
      wait(
        `“${text}” in the meeting`,
        (wanted) =>
          document.querySelector('iframe')?.contentDocument?.body.innerText.includes(wanted) ?? false,
        text,
      ),
    until: wait,
    settle: () =>
      tab.evaluate(async () => {
        for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
      }),
    mark: () =>
      tab.evaluate(() => {
        const frame = document.querySelector('iframe')?.contentWindow;
        Object.assign(frame ?? {}, { isMarked: true });
        Object.assign(window, { marked: { frame, entries: window.app.log.length } });
      }),
    since: () =>
      tab.evaluate(() => {
        const { marked } = window as { marked?: { frame?: Window; entries: number } };
        const frames = [...document.querySelectorAll('iframe')].map(({ contentWindow }) => contentWindow);
        return {
          frames: frames.length,
          isSameFrame: frames.some(
            (frame) => frame === marked?.frame && frame !== null && 'isMarked' in frame,
          ),
          told: window.app.log.slice(marked?.entries ?? 0).filter((entry) => !entry.startsWith('onUser')),
        };
      }),
  };
}

/** Describes what is on screen, for the error of a test. */
const onScreen = (tab: Tab): Promise<string> =>
  tab.evaluate(() => {
    const root = document.querySelector<HTMLElement>('[data-zoom-join]');
    const frames = [...document.querySelectorAll('iframe')];
    const short = (text = '') => text.replace(/\s+/g, ' ').slice(0, 200);
    return [
      `Status: ${root?.dataset['status'] ?? 'not mounted'}.`,
      `Told: ${window.app.log.slice(-15).join(' ')}.`,
      `On screen: “${short(root?.innerText)}”.`,
      `Frames: ${frames.length}: “${short(frames[0]?.contentDocument?.body?.innerText)}”.`,
    ].join(' ');
  });
