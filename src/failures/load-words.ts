import { type Classified, classify, withoutWords } from './classify.ts';
import type { ZoomJoinError } from './zoom-join-error.ts';

/** How long what is to be told waits for its words, in ms. */
export const WORDS_MS = 4_000;

/** The words of a failure, which load now. `undefined`: they did not. Never rejects. */
export async function loadWords(found: Classified): Promise<ZoomJoinError | undefined> {
  try {
    return await (await import('./words/explain.ts')).explain(found);
  } catch {
    return undefined;
  }
}

/** What was thrown, as an error for the app: with its words, if they come soon. */
export async function errorOf(thrown: unknown): Promise<ZoomJoinError> {
  const found = classify(thrown);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, WORDS_MS));
  return (await Promise.race([loadWords(found), late])) ?? withoutWords(found);
}
