import { vi } from 'vitest';

const START = Date.UTC(2026, 0, 1);

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Longer than any chain of promises in a session. */
const CHAIN = 12;

/** Runs everything that does not wait for a timer. Waiting for a real task would take ten times as long. */
export async function settle(): Promise<void> {
  for (let i = 0; i < CHAIN; i += 1) await undefined;
}

/** Replaces timers and clocks with fake ones. */
export function fakeTime(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
}

/** The device's clock and the page's timers. */
export class Clock {
  /** When the clock was last set or the page last slept, as a value of {@link awake}. */
  jumpedAt = 0;
  /** How far the time of day is ahead of the page's time, in ms. */
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

  /** Lets time pass. What a timer starts is run before the next timer fires. */
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

  /** Lets the page sleep and wake up: all timers fire before anything else happens. */
  sleep(ms: number): void {
    this.set(ms);
    const before = performance.now();
    this.#fellAsleepAt = this.awake;
    vi.runOnlyPendingTimers();
    this.#asleep += performance.now() - before;
    this.#fellAsleepAt = undefined;
  }
}
