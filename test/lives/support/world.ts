import type { MeetingSimulatorOptions } from '../../../src/testing/index.ts';
import type { FixtureProps } from '../../apps/app/main.tsx';
import type { FixtureReact } from '../../support/fixture-apps.ts';
import { PageServer } from '../../support/page-server.ts';
import { ZoomServer } from '../../support/zoom-server.ts';
import { startChromium } from './chromium.ts';
import { type Driver, type Json, type Tab, until } from './driver.ts';

/** A browser, the fixture apps, and a stand-in for Zoom's servers. */
export interface World {
  readonly zoom: ZoomServer;
  open(react?: FixtureReact): Promise<LifeTab>;
  stop(): Promise<void>;
}

/** A tab with the fixture app, in which nothing is mounted yet. */
export interface LifeTab extends Tab {
  /** Mounts the component, in a practice meeting if that is asked for. */
  mount(props?: JsonProps, practice?: JsonOptions): Promise<void>;
  /** Statuses and events so far, in order. */
  log(): Promise<string[]>;
  /** The same from the end of a join on: what happened to the person. */
  story(): Promise<string[]>;
  status(wanted: string): Promise<void>;
  /** Waits until the person sees that text in the meeting's frame. */
  sees(text: string): Promise<void>;
}

type JsonProps = FixtureProps & { readonly [key: string]: Json };
type JsonOptions = Omit<MeetingSimulatorOptions, 'sdk'> & { readonly [key: string]: Json };

export async function startWorld(): Promise<World> {
  const zoom = await ZoomServer.start();
  const pages = await PageServer.start();
  const driver: Driver = await startChromium(zoom.chromiumArgs);
  return {
    zoom,
    async open(react = 'react-19') {
      const tab = await driver.newTab();
      await tab.open(pages.url(react));
      await until(tab, 'the fixture app', () => 'app' in window, []);
      return withApp(tab);
    },
    async stop() {
      await driver.close();
      await pages.stop();
      await zoom.stop();
    },
  };
}

const OF_THE_STORY =
  /^(waiting|joined|reconnecting|left|failed|on(Waiting|Joined|Reconnecting|Left|Error)\b.*)$/;

function withApp(tab: Tab): LifeTab {
  const log = () => tab.evaluate(() => [...window.app.log]);
  return {
    ...tab,
    async mount(props = {}, practice) {
      await tab.evaluate(
        (given, options) => {
          if (options) window.app.practise(options);
          window.app.mount(given);
        },
        props,
        practice,
      );
    },
    log,
    story: async () => (await log()).filter((entry) => OF_THE_STORY.test(entry)),
    status: (wanted) =>
      until(
        tab,
        `status ${wanted}`,
        (status) => document.querySelector<HTMLElement>('[data-zoom-join]')?.dataset['status'] === status,
        [wanted],
      ),
    sees: (text) =>
      until(
        tab,
        `“${text}” in the meeting`,
        (wanted) =>
          document.querySelector('iframe')?.contentDocument?.body.innerText.includes(wanted) ?? false,
        [text],
      ),
  };
}
