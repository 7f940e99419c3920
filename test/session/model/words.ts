import { type Classified, withoutWords } from '../../../src/failures/classify.ts';
import { ZoomJoinError, type ZoomJoinErrorCode } from '../../../src/failures/zoom-join-error.ts';

export const WORDS_MS = 2_000;

/** The messages of a failure, while they are loading. */
export interface PendingWords {
  readonly found: Classified;
  /** Whether no other failure has come since. */
  readonly isOfLast: boolean;
  /** Lets the messages load, perhaps with a more exact code. */
  come(code?: ZoomJoinErrorCode): void;
  /** Makes their chunk fail to load. */
  fail(): void;
}

let pending: PendingWords[] = [];
let last: PendingWords | undefined;

/** Clears the list of pending messages. Returns a function that returns the list, with the latest first. */
export function newWords(): () => readonly PendingWords[] {
  pending = [];
  return () => pending;
}

/** Replaces the function in src/failures/load-words.ts. */
export function loadWords(found: Classified): Promise<ZoomJoinError | undefined> {
  return new Promise((resolve) => {
    const settle = (error?: ZoomJoinError) => {
      pending = pending.filter((other) => other !== words);
      resolve(error);
    };
    const words: PendingWords = {
      found,
      get isOfLast() {
        return words === last;
      },
      come: (code = found.code) => {
        const { zoomCode } = withoutWords(found);
        settle(new ZoomJoinError(code, 'In words.', { ...(zoomCode !== undefined && { zoomCode }) }));
      },
      fail: () => settle(),
    };
    last = words;
    pending = [words, ...pending];
  });
}

/** Used for errors of `end()` and `requestFullscreen()` of the handle, which are not part of the model. */
export const errorOf = (): Promise<ZoomJoinError> => Promise.reject(new Error('not in the model'));
