import { vi } from 'vitest';

const START = Date.UTC(2026, 0, 1);

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** More than any chain of promises in a session is long. */
const CHAIN = 12;

/** Lets everything go on that waits for no timer. A real task in between would take ten times as long. */
export async function settle(): Promise<void> {
  for (let i = 0; i < CHAIN; i += 1) await undefined;
}

/** Makes timers and clocks false. */
export function fakeTime(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
}

/** The device's clock and the page's timers. */
export class Clock {
  /** When the clock was last set, or the page slept, as {@link awake}. */
  jumpedAt = 0;
  /** By how much the time of day has gone ahead of the page's, in ms. */
  ahead = 0;
  #asleep = 0;
  #fellAsleepAt: number | undefined;
  readonly #begin: number;

  constructor() {
    vi.clearAllTimers();
    vi.setSystemTime(START);
    this.#begin = performance.now();
  }

  /** How long the page has been awake, in ms. */
  get awake(): number {
    return this.#fellAsleepAt ?? performance.now() - this.#begin - this.#asleep;
  }

  /** Time passes. What a timer starts goes on before the next one. */
  async pass(ms: number): Promise<void> {
    let isOver = false;
    setTimeout(() => {
      isOver = true;
    }, ms);
    while (!isOver) {
      vi.advanceTimersToNextTimer();
      await settle();
    }
  }

  set(ms: number): void {
    this.jumpedAt = this.awake;
    this.ahead += ms;
    vi.setSystemTime(Date.now() + ms);
  }

  /** The page sleeps, and wakes up: all timers fire, and nothing else has happened yet. */
  sleep(ms: number): void {
    this.set(ms);
    const before = performance.now();
    this.#fellAsleepAt = this.awake;
    vi.runOnlyPendingTimers();
    this.#asleep += performance.now() - before;
    this.#fellAsleepAt = undefined;
  }
}
