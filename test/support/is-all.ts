/** Whether this is `npm run test:all`, which also runs what takes longer. */
export const isAll = variable('TEST_ALL') !== undefined;

/** Returns all cases in `npm run test:all`, and otherwise the first few: the others are variants of these. */
export const firstOf = <Case>(count: number, cases: readonly Case[]): Case[] =>
  cases.slice(0, isAll ? cases.length : count);

/** In a browser, there is no process: see the project `component` in vitest.config.ts. */
function variable(name: string): unknown {
  return typeof process === 'undefined' ? import.meta.env[name] : process.env[name];
}
