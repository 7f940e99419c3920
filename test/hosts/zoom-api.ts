import type { User } from './app.ts';

/** The recipes import this as `./zoom-api.ts`. It records what they ask, and answers like Zoom. */
export interface Asked {
  method: string;
  path: string;
  body: unknown;
  /** Whose OAuth token is used: a user's id, or the app's own. */
  by: string;
}
export const asked: Asked[] = [];

const ANSWERS: readonly (readonly [path: RegExp, answer: unknown])[] = [
  [/\/users\/[^/]+\/meetings$/, { id: 98765432109, password: 'room-passcode' }],
  [/\/registrants$/, { join_url: 'https://us02web.zoom.us/w/98765432109?tk=tk-of-ada&pwd=x' }],
  [/\/token\?type=zak/, { token: 'zak-of-ada' }],
  [/\/token\?type=onbehalf/, { token: 'obf-of-ada' }],
];

const ask = async <T>(by: string, method: string, path: string, body: unknown): Promise<T> => {
  asked.push({ method, path, body, by });
  return (ANSWERS.find(([pattern]) => pattern.test(path))?.[1] ?? {}) as T;
};

export const zoomApi = <T = unknown>(method: string, path: string, body?: unknown): Promise<T> =>
  ask('the app', method, path, body);

export const zoomApiOf = <T>(user: User, method: string, path: string, body?: unknown): Promise<T> =>
  ask(user.id, method, path, body);
