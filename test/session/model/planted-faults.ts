/** A change to the source that makes it wrong. */
export interface PlantedFault {
  /** The path of the file in src/. */
  readonly file: string;
  /** The texts to replace, and their replacements. Each text must be in the file exactly once. */
  readonly changes: readonly (readonly [from: string, to: string])[];
}

const SESSION = 'session/session.ts';

const inSession = (...changes: PlantedFault['changes']): PlantedFault => ({ file: SESSION, changes });

/** Faults that a session had or could have, by their descriptions. */
export const PLANTED_FAULTS: Readonly<Record<string, PlantedFault>> = {
  // Network, clock and time.
  'the decision waits for the words': inSession(
    [
      '} catch (thrown) {\n      this.#failed(',
      '} catch (thrown) {\n      await loadWords(classify(thrown));\n      this.#failed(',
    ],
    [
      'heard((thrown) => this.#failed(thrown, signal))',
      'heard((thrown) => void loadWords(classify(thrown)).then(() => this.#failed(thrown, signal)))',
    ],
  ),
  'words that do not come lose the code': inSession([
    '(inWords = bare)',
    "(inWords = withoutWords(classify(failure('component-load-failed'))))",
  ]),
  'words that do not come end the wait': inSession([
    'if (error === undefined || pause.aborted) return;',
    'if (pause.aborted) return;\n      if (error === undefined) return this.#fail(found);',
  ]),
  'the words of an earlier failure are heard': inSession([
    'error === undefined || pause.aborted',
    'error === undefined',
  ]),
  'onError waits for words that do not come': inSession([
    'after(WORDS_MS, this.#signal, () => this.#tellError())',
    '() => {}',
  ]),
  'a meeting that is lost is tried again for no longer than a join': inSession([
    'isLive(status) || hasSlept ? Infinity',
    'hasSlept ? Infinity',
  ]),
  'three failures of the network end the wait for the host': {
    file: 'failures/retry-policy.ts',
    changes: [
      ['tries: { ...NO_TRIES, waiting }', 'tries: { ...tries, waiting }'],
      [
        'now + delay > since + patience',
        'tries.waiting > 0 ? connection > 2 : now + delay > since + patience',
      ],
    ],
  },
  'a host who is not there yet is final at a reconnect': inSession([
    'if (plan === null) {',
    "if (plan === null || (status === 'reconnecting' && code === 'not-started')) {",
  ]),
  'a signature that has expired is not renewed at a reconnect': inSession([
    'if (plan === null) {',
    "if (plan === null || (status === 'reconnecting' && code === 'signature-expired')) {",
  ]),
  'the limit of a reconnect goes on when the meeting is back': inSession(['this.#stopReconnectTimer();', '']),
  'the limit of a reconnect counts the sleep': inSession([
    'if (Date.now() > end + ASLEEP_MS) this.#limitReconnecting();\n      else ',
    '',
  ]),
  'the minute of a join counts the sleep': inSession(['hasSlept ? NO_TRIES : this.#tries', 'this.#tries']),
  'a try waits for its pause though the network is back': inSession([
    "addEventListener('online', go,",
    "addEventListener('offline', go,",
  ]),
  'frames that reload again and again are loaded without end': {
    file: 'session/frame-ends.ts',
    changes: [['reloads > MOST_RELOADS', 'reloads > Infinity']],
  },
  'a frame that is moved counts as one that reloads': {
    file: 'session/frame-ends.ts',
    changes: [["filter((end) => end.why === 'reloaded')", 'filter((end) => end.why)']],
  },

  // The component in React, and the page.
  'an attempt that was given up is heard': inSession([
    'if (!signal.aborted) listener(...args);',
    'listener(...args);',
  ]),
  'leave() does not end the pause': inSession(['after(ms, signal, go)', 'after(ms, this.#signal, go)']),
  'join() starts another try while one is under way': inSession([
    'if (!this.#isUnderWay) this.#startAnew(',
    'this.#startAnew(',
  ]),
  'who has left comes back when the component is shown': inSession(['if (!this.#isHiddenOut) return;', '']),
  'who leaves while it is hidden comes back': inSession([
    "this.#isHiddenOut = reason === 'hidden' && this.#isUnderWay;",
    'this.#isHiddenOut ||= this.#isUnderWay;',
  ]),
  'a page that is closed joins again': inSession([
    "else if (why === 'page-closed') this.#onPageClosed();",
    '',
  ]),
  'nobody comes back with a page that was kept': inSession([
    "addEventListener('pageshow'",
    "addEventListener('load'",
  ]),
  'a page that nobody has opened joins': inSession([
    'if (!isShown(this.#element)) await untilShown(() => this.#element, signal);',
    '',
  ]),
  'a frame that is moved ends the meeting': inSession([
    'else this.#onFrameGone(why, signal);',
    "else this.#leave('other');",
  ]),
  'a preparation that fails ends the join, silently': inSession([
    'this.#prepared?.abort === abort && abort.abort()',
    'abort.abort()',
  ]),
  'what was prepared stays in the old element': inSession(
    ['this.#replaceCurrent(abort, prepared?.attempt);', 'this.#replaceCurrent(abort);'],
    ['this.#attempt ??= this.#create(abort);', 'this.#attempt = prepared?.attempt ?? this.#create(abort);'],
  ),
};
