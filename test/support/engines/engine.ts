/** The engines in which tests run. Each name is that of its browser in Vitest, too. */
const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof ENGINES)[number];

/** The engine of this run: ENGINE, or Chromium. */
export const ENGINE: Engine = engineOf(process.env['ENGINE']);

function engineOf(name = 'chromium'): Engine {
  const engine = ENGINES.find((one) => one === name);
  if (engine !== undefined) return engine;
  throw new Error(`ENGINE=${name}: there is no such engine. Use one of ${ENGINES.join(', ')}.`);
}
