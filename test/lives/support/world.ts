import type { MeetingSimulatorOptions } from '../../../src/testing/index.ts';
import type { FixtureProps } from '../../apps/app/fixture.ts';
import type { SceneOptions } from '../../apps/app/scenes/index.ts';
import { SHORT_LIVED } from '../../support/chromium.ts';
import type { FixtureReact } from '../../support/fixture-apps.ts';
import { isTold } from '../../support/is-told.ts';
import { PageServer } from '../../support/page-server.ts';
import { ZoomServer } from '../../support/zoom-server.ts';
import { startChromium } from './chromium.ts';
import { type Driver, type Json, type Tab, type TabOptions, until } from './driver.ts';

/** A browser, the fixture apps, and a stand-in for Zoom's servers. */
export interface World {
  readonly zoom: ZoomServer;
  readonly pages: PageServer;
  open(react?: FixtureReact, options?: OpenOptions): Promise<LifeTab>;
  visit: Driver['visit'];
  sleep: Driver['sleep'];
  /** To be called after the tests of a file. */
  stop(): Promise<void>;
}

export interface OpenOptions extends TabOptions {
  /** Returns the address of a page that has the app in its frame. Default: the app is the page. */
  around?: ((app: string) => string) | undefined;
}

/** A tab with the fixture app, in which nothing is mounted yet. */
export interface LifeTab extends Tab {
  /** Another one with the fixture app. */
  another(): Promise<LifeTab>;
  /** Mounts the component, in a practice meeting if that is asked for, or renders it again with other props. */
  mount(props?: JsonProps, practice?: JsonOptions, scene?: SceneOptions): Promise<void>;
  unmount(): Promise<void>;
  /** Leaves, unmounts, and forgets what has been told. In a page that has had a meeting another one is joined faster. */
  afresh(): Promise<void>;
  /** Statuses and events so far, in order. */
  log(): Promise<string[]>;
  /** The same from the end of a join on: what happened to the person. */
  story(): Promise<string[]>;
  /** Of `failed` the app hears a moment later, when its words have loaded: then it resolves. */
  status(wanted: string): Promise<void>;
  /** Waits until the person sees that text in the meeting's frame. */
  sees(text: string): Promise<void>;
  /** As {@link until}, and tells what was on screen instead. */
  until<Args extends readonly Json[]>(
    what: string,
    isSo: (...args: Args) => boolean | Promise<boolean>,
    ...args: Args
  ): Promise<void>;
  /** Resolves when React has done what a render or an event of just now has it do. */
  settle(): Promise<void>;
  /** Remembers the meeting's frame and what has been told until now, for {@link since}. */
  mark(): Promise<void>;
  /** What has happened since the last {@link mark}, or since the page was opened. */
  since(): Promise<Since>;
}

export interface Since {
  /** How many frames there are now. */
  frames: number;
  /** One of them is that of the mark, and has not been loaded anew. */
  isSameFrame: boolean;
  /** What has been told: all but who comes and goes in the meeting. */
  told: string[];
}

/** Nothing was told, and the meeting is in the same frame. */
export const UNDISTURBED: Since = { frames: 1, isSameFrame: true, told: [] };

type JsonProps = { readonly [Name in keyof FixtureProps]: Json };
type JsonOptions = Omit<MeetingSimulatorOptions, 'sdk'> & { readonly [key: string]: Json };

interface Parts {
  readonly zoom: ZoomServer;
  readonly pages: PageServer;
  readonly driver: Driver;
}

/**
 * For all the files that a worker runs, one after another: `isolate: false` in vitest.config.ts has them share what they
 * import. It ends with the worker, which Vitest kills: see temporary-files.ts.
 */
let shared: Promise<Parts> | undefined;

/** @param args More arguments for Chromium, which is one of its own then. */
export async function startWorld(args: readonly string[] = []): Promise<World> {
  if (args.length > 0) {
    const own = await start(args);
    return worldOf(own, () => stop(own));
  }
  shared ??= start([SHORT_LIVED]);
  const parts = await shared;
  // The file before may have failed to.
  await reset(parts);
  return worldOf(parts, () => reset(parts));
}

async function start(args: readonly string[]): Promise<Parts> {
  const zoom = await ZoomServer.start();
  const pages = await PageServer.start();
  const driver = await startChromium(pages.url('react-19'), [...zoom.chromiumArgs, ...args]);
  zoom.reset();
  return { zoom, pages, driver };
}

/** To what it was when it had just started. */
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
    const tab = await driver.newTab(Object.keys(options).length > 0 ? options : undefined);
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
        // Who has left is not remounted: nobody is warned of that in the next meeting.
        window.app.handle?.leave();
        window.app.unmount();
        // What is told of it may come a task later.
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

/** For the error of a test. */
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
