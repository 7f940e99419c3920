import { type Classified, withoutWords } from '../../../src/failures/classify.ts';
import { ZoomJoinError, type ZoomJoinErrorCode } from '../../../src/failures/zoom-join-error.ts';

export const WORDS_MS = 2_000;

/** The words of a failure that are still loading. */
export interface PendingWords {
  readonly found: Classified;
  /** No other failure has come since. */
  readonly isOfLast: boolean;
  /** They come, perhaps with a more exact code. */
  come(code?: ZoomJoinErrorCode): void;
  /** The chunk with them does not load. */
  fail(): void;
}

let pending: PendingWords[] = [];
let last: PendingWords | undefined;

/** Those that are loading, the latest first. From now on there are none. */
export function newWords(): () => readonly PendingWords[] {
  pending = [];
  return () => pending;
}

/** In the place of src/failures/load-words.ts. */
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

/** Of `end()` and `requestFullscreen()` of the handle, which are not part of the model. */
export const errorOf = (): Promise<ZoomJoinError> => Promise.reject(new Error('not in the model'));
