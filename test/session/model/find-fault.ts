import fc from 'fast-check';
import { vi } from 'vitest';
import type { MeetingSession } from '../../../src/session/session.ts';
import { seeded } from '../../support/random.ts';
import { check, checkGoodEnding } from './check.ts';
import { fakeTime, settle } from './clock.ts';
import type { Step } from './step.ts';
import { STEPS } from './steps.ts';
import { World } from './world.ts';

const LONGEST = 250;

interface Model {
  readonly world: World;
}

class Command implements fc.AsyncCommand<Model, World> {
  readonly #step: Step;

  constructor(step: Step) {
    this.#step = step;
  }

  check({ world }: Model): boolean {
    return this.#step.can(world);
  }

  async run(_model: Model, world: World): Promise<void> {
    await this.#step.act(world);
    await settle();
    check(world);
  }

  toString(): string {
    return this.#step.name;
  }
}

const lives = fc.tuple(
  fc.record({ autoJoin: fc.boolean(), isPrerendered: fc.nat(9).map((number) => number === 9) }),
  fc.commands(
    [fc.oneof(...STEPS.map(({ step, weight }) => ({ arbitrary: fc.constant(new Command(step)), weight })))],
    { size: 'max', maxCommands: LONGEST, disableReplayLog: true },
  ),
);

/**
 * Takes sessions through this many random lives.
 *
 * @param told Collects what they told the app.
 * @returns the shortest life that goes wrong, in words
 */
export async function findFault(
  Session: typeof MeetingSession,
  runs: number,
  told = new Set<string>(),
): Promise<string | undefined> {
  fakeTime();
  // In development, each failure would be diagnosed.
  vi.stubEnv('NODE_ENV', 'production');
  const random = vi.spyOn(Math, 'random');
  try {
    const details = await fc.check(
      fc.asyncProperty(lives, async ([circumstances, commands]) => {
        // Otherwise Vitest would hear nothing from this process until the end.
        await new Promise((resolve) => setImmediate(resolve));
        // The pauses are random. The seed makes them the same for the same life.
        random.mockImplementation(seeded(1));
        const world = new World(Session, circumstances);
        await fc.asyncModelRun(() => ({ model: { world }, real: world }), commands);
        await checkGoodEnding(world);
        for (const what of world.told) told.add(what);
        if (world.isMounted) world.unmount();
        await settle();
        check(world);
      }),
      { numRuns: runs },
    );
    if (!details.failed) return undefined;
    const [[circumstances, commands] = []] = details.counterexample ?? [];
    const { message } = (details.errorInstance ?? {}) as Partial<Error>;
    return `${JSON.stringify(circumstances)} ${commands}: ${message} (run ${details.numRuns}, seed ${details.seed})`;
  } finally {
    random.mockRestore();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  }
}
