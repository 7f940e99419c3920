import type { ZoomJoinError } from '../../src/index.ts';

/**
 * The lifecycle handlers. `installWitness` runs in the page before anything else and records everything that an
 * app's own handlers would receive.
 */

export const LIFECYCLE = [
  'onStatusChange',
  'onJoined',
  'onWaiting',
  'onReconnecting',
  'onLeft',
  'onError',
  'onViewChange',
  'onWarning',
  'onFullscreenChange',
];

declare global {
  interface Window {
    witness: {
      /** What the handlers received, as text. */
      readonly heard: string[];
      /** Returns everything readable in a value as text, including the stack and the cause of errors. */
      describe(value: unknown): string;
      handlers(names: readonly string[]): Record<string, (payload: unknown) => void>;
      /** Returns what React's developer tools would show: every prop, state and ref below an element. */
      react(container: Element): string;
    };
  }
}

export function installWitness(): void {
  const LIMIT = 40_000;

  /** Returns every string that can be reached through a value's properties, but not through the DOM. */
  const reach = (start: unknown): string[] => {
    const found: string[] = [];
    const seen = new Set<object>();
    const open: unknown[] = [start];
    while (open.length > 0 && seen.size < LIMIT) {
      const value = open.pop();
      if (typeof value === 'string' || typeof value === 'number') found.push(String(value));
      if (typeof value !== 'object' || value === null || seen.has(value)) continue;
      seen.add(value);
      if ('nodeType' in value || 'postMessage' in value) continue;
      if (value instanceof Map || value instanceof Set) open.push(...value);
      for (const key of Object.getOwnPropertyNames(value)) {
        found.push(key);
        // Reading the property runs its getter, as it would for anybody who looks.
        try {
          open.push((value as Record<string, unknown>)[key]);
        } catch {}
      }
    }
    return found;
  };

  const heard: string[] = [];
  window.witness = {
    heard,
    describe: (value) => reach(value).join('\n'),
    handlers: (names) =>
      Object.fromEntries(
        names.map((name) => [
          name,
          (payload: unknown) => {
            heard.push(`${name}: ${reach(payload).join(' ')}`);
            if (name === 'onError') window.app.errors.push(payload as ZoomJoinError);
          },
        ]),
      ),
    react: (container) => {
      const key = Object.keys(container).find((name) => name.startsWith('__reactContainer'));
      return key === undefined
        ? ''
        : reach((container as unknown as Record<string, unknown>)[key]).join('\n');
    },
  };
}
