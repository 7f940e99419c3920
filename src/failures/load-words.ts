import { responsiveTime } from '../utils/responsive-time.ts';
import { type Classified, classify, withoutWords } from './classify.ts';
import type { ZoomJoinError } from './zoom-join-error.ts';

/** How long to wait for an error's messages to load before it is reported without them, in ms. */
export const WORDS_MS = 4_000;

/** Loads the messages of a failure. Resolves to `undefined` if they can't be loaded. Never rejects. */
export async function loadWords(found: Classified): Promise<ZoomJoinError | undefined> {
  try {
    return await (await import('./words/explain.ts')).explain(found);
  } catch {
    return undefined;
  }
}

/** Turns what was thrown into an error for the app, with its messages if they load in time. */
export async function errorOf(thrown: unknown): Promise<ZoomJoinError> {
  const found = classify(thrown);
  return (await Promise.race([loadWords(found), responsiveTime(WORDS_MS)])) ?? withoutWords(found);
}
