import { Failure, failure } from '../../failures/failure.ts';
import { errorOf } from '../../failures/load-words.ts';
import type { ZoomJoinError } from '../../failures/zoom-join-error.ts';
import { parseMeetingReference } from '../../meeting-reference/meeting-reference.ts';
import {
  type ConnectionChange,
  propOf,
  type SdkEventName,
  type SdkEventPayloads,
} from '../../sdk/client/events.ts';
import { createMeetingClient, type MeetingClient } from '../../sdk/client/meeting-client.ts';
import { readFailure, SdkClient } from '../../sdk/client/sdk-client.ts';
import type { Statistics } from '../../sdk/client/statistics.ts';
import { type Presence, watchPresence } from '../../sdk/client/watch-presence.ts';
import { blockingProblem, hasH264, mayForbidMedia } from '../../sdk/frame/environment.ts';
import { createFrame, type MeetingFrame } from '../../sdk/frame/frame.ts';
import { loadSdk } from '../../sdk/loading/load-sdk.ts';
import { runMediaEarly } from '../../sdk/loading/media-script.ts';
import { type ResolvedSource, resolveSource } from '../../sdk/loading/resolve-source.ts';
import { type ClientSource, zoomCdn } from '../../sdk/loading/source.ts';
import { Fit } from '../../sdk/ui/fit.ts';
import { hideInfo } from '../../sdk/ui/hide-meeting-info.ts';
import { untilRendered } from '../../sdk/ui/wait-for-render.ts';
import { copyDeep } from '../../utils/copy-deep.ts';
import { beforeDeadline } from '../../utils/deadline.ts';
import { isDevelopment } from '../../utils/is-development.ts';
import type { MeetingOptions } from '../api/options.ts';
import { authorize, type JoinRequest } from '../authorize/authorize.ts';
import type { Credentials } from '../authorize/credentials.ts';
import type { InMeeting } from './after-join.ts';
import type { AttemptContext } from './context.ts';
import { leftReason } from './left-reason.ts';
import { sdkInit } from './sdk-init.ts';
import { SdkWatch } from './sdk-watch.ts';
import { setupOf } from './setup.ts';

const LOAD_TIMEOUT_MS = 20_000;
const JOIN_TIMEOUT_MS = 45_000;
/** The events that pass on what people say and write. */
const IN_OWN_WORDS = /^(chat|caption|broadcast)-/;

/**
 * One attempt to join one meeting. It has a client of its own, because the SDK can't join twice in one window. The
 * client comes from the SDK's scripts, which run in a frame, or from a source that creates one.
 */
export class Attempt {
  /** Identifies the props that the SDK is initialised with. A prepared attempt can't be used with other props. */
  readonly setup: string;
  client: MeetingClient | null = null;
  readonly #context: AttemptContext;
  readonly #options: MeetingOptions;
  readonly #source: ClientSource | ResolvedSource;
  readonly #frame: MeetingFrame | undefined;
  readonly #fit: Fit | undefined;
  readonly #watch: SdkWatch | undefined;
  #loaded: Promise<SdkClient> | undefined;
  #ready: Promise<SdkClient> | undefined;
  #sdk: SdkClient | undefined;
  #credentials: Credentials | undefined;
  /** Whether this user is ending the meeting. The SDK then reports no reason for the end. */
  #isEnding = false;
  /**
   * Set once the SDK has joined. Until then, the outcome is known from the SDK's promise and not from its events.
   */
  #lookForPresence: (() => void) | undefined;
  #presence: Presence | undefined;
  #hasLeft = false;
  #inMeeting: Promise<InMeeting | undefined> | undefined;
  #statistics: Statistics | undefined;

  /** @throws {Failure | SdkLoadError} if a join can't work in this browser, or if the frame can't be written */
  constructor(context: AttemptContext) {
    const { host, getOptions, signal, onGone } = context;
    const options = getOptions();
    this.setup = setupOf(options);
    this.#context = context;
    this.#options = options;
    const source = options.sdk ?? zoomCdn();
    if ('createClient' in source) this.#source = source;
    else {
      this.#source = resolveSource(source, options.init?.assetPath);
      const blocking = blockingProblem(host.ownerDocument.defaultView ?? window, options.phones);
      if (blocking !== undefined) throw failure(blocking);
      this.#frame = createFrame(host, {
        title: options.title ?? 'Zoom meeting',
        language: options.language,
        nonce: options.nonce,
        debug: options.debug,
        onUnload: () => this.#sayGoodbye(),
        onGone,
      });
      if (options.fit !== 'none') this.#fit = new Fit(this.#frame, options.view);
      this.#watch = new SdkWatch(this.#frame, options.hideMeetingInfo, context.onWarning);
    }
    signal.addEventListener('abort', () => this.#end());
  }

  /**
   * Loads and initialises the SDK, which is possible without a signature. Resolves when the SDK is ready to join.
   */
  prepare(): Promise<SdkClient> {
    this.#ready ??= this.#init();
    return this.#ready;
  }

  /** Resolves when the SDK has joined, or when the attempt is over. @throws {Failure | SdkLoadError} */
  async join(request: JoinRequest): Promise<void> {
    try {
      await this.#loadAndJoin(request);
    } catch (thrown) {
      // A frame that goes away makes the SDK fail, and the session hears a task later why it went.
      if (!this.#isOver) throw thrown;
    }
  }

  /** Whether it has been ended, or the document of its frame has been unloaded. */
  get #isOver(): boolean {
    return this.#hasLeft || this.#context.signal.aborted;
  }

  async #loadAndJoin(request: JoinRequest): Promise<void> {
    const { signal, onState, onWarning, getOptions } = this.#context;
    const options = getOptions();
    const parsed = parseMeetingReference(options.meeting);
    if (parsed.kind === 'invalid') throw new Failure({ what: 'meeting', problem: parsed.problem });
    const page = this.#frame?.window.parent;
    if (request.isAsked && page && mayForbidMedia(page)) onWarning({ code: 'media-forbidden', page });
    if (request.isAsked && this.#frame && !hasH264(this.#frame.window)) onWarning({ code: 'no-h264' });

    let hasLoaded = false;
    // A rejection is handled later, where the result is needed.
    this.prepare().catch(() => {});
    const [credentials, sdk] = await Promise.all([
      authorize(options, parsed, request, signal).then(async (granted) => {
        if (!hasLoaded) onState({ status: 'loading' });
        const inspected = this.#inspect(granted);
        if (isDevelopment()) await inspected;
        return granted;
      }),
      this.#load().then((client) => {
        hasLoaded = true;
        return client;
      }),
    ]);
    if (this.#isOver) return;
    if (credentials.userName.trim() === '') throw failure('invalid-user-name');
    this.#credentials = credentials;
    onState({ status: 'joining' });

    this.#sdk = sdk;
    this.client = createMeetingClient(sdk, {
      getViews: async () => (await this.#inMeeting)?.views,
      exposeInfo: options.exposeMeetingInfo,
      redact: credentials.redact,
      signal,
      whenOver,
    });
    await this.#join(credentials);
    if (this.#isOver) return;
    this.#fit?.start(sdk, () => this.#watch?.changed('widget'));
    if (this.#frame) this.#inMeeting = this.#startInMeeting(sdk, this.#frame);
    this.#lookForPresence = watchPresence(sdk, signal, (presence) => this.#onPresence(presence));
    // Handle the state that the SDK has reported until now, which was ignored until the join.
    this.#onConnection(sdk.connection);
  }

  /** Loads and starts what is only needed in a meeting. If it can't be loaded, the meeting goes on without it. */
  async #startInMeeting(sdk: SdkClient, frame: MeetingFrame): Promise<InMeeting | undefined> {
    const loaded = await import('./after-join.ts').catch(() => undefined);
    if (this.#isOver) return undefined;
    const started = loaded?.startInMeeting(sdk, frame, this.#fit !== undefined, this.#context);
    this.#statistics = started?.statistics;
    this.onCommit();
    return started;
  }

  /** Makes the SDK measure the statistics that the handlers of the latest render need. */
  onCommit(): void {
    this.#statistics?.update(this.#context.getOptions());
  }

  /**
   * Warns about doubtful values in the signature, in development or if there is an `onWarning`.
   *
   * @throws {Failure} in development, if the signature cannot work. In production Zoom refuses it, and the same
   * problem is found then.
   */
  async #inspect(credentials: Credentials): Promise<void> {
    const { onWarning, getOptions } = this.#context;
    if (!isDevelopment() && getOptions().onWarning === undefined) return;
    for (const problem of await credentials.inspect()) {
      if (problem.fatal && isDevelopment()) throw new Failure({ what: 'signature', problem });
      onWarning({ code: 'signature-doubtful', problem });
    }
  }

  /**
   * Ends the meeting. Resolves when it has ended for everybody, or when this attempt has.
   *
   * @throws {Failure} if Zoom refuses
   */
  async end(): Promise<void> {
    const { signal } = this.#context;
    this.#isEnding = true;
    const isOver = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    try {
      await Promise.race([this.#sdk?.end(), isOver]);
    } catch (thrown) {
      this.#isEnding = false;
      throw this.#failure(thrown);
    }
  }

  /**
   * Moves the meeting into another host element, without an interruption if the browser supports that. If it
   * doesn't, the frame is removed, and `onGone` is called with `moved`.
   */
  moveTo(host: HTMLElement): void {
    this.#frame?.moveTo(host);
  }

  /**
   * Leaves the meeting, once. The SDK sends the message even if the frame is removed in the same task. Events that
   * the SDK fires because of it are ignored.
   */
  #sayGoodbye(): void {
    const sdk = this.#sdk;
    this.#sdk = undefined;
    this.#hasLeft = true;
    sdk?.leave();
  }

  #end(): void {
    this.#sayGoodbye();
    this.#fit?.stop();
    this.#frame?.remove();
    this.#credentials = undefined;
  }

  /** Resolves when the SDK has loaded. @throws {SdkLoadError} */
  #load(): Promise<SdkClient> {
    this.#loaded ??= this.#createClient();
    return this.#loaded;
  }

  async #createClient(): Promise<SdkClient> {
    const source = this.#source;
    const { host, signal } = this.#context;
    if ('createClient' in source) return new SdkClient(await source.createClient(host));
    const timeout = this.#options.timeouts?.load ?? LOAD_TIMEOUT_MS;
    const { window } = this.#frame as MeetingFrame;
    const client = loadSdk(window, source, { timeout, signal });
    if (source.assetPath !== undefined) runMediaEarly(window, source.assetPath);
    return new SdkClient(await client);
  }

  async #init(): Promise<SdkClient> {
    const { host, getOptions, onWarning, signal } = this.#context;
    const options = this.#options;
    const source = this.#source;
    const frame = this.#frame;
    const [sdk, init] = await Promise.all([
      this.#load(),
      sdkInit({
        options,
        getOptions,
        onWarning,
        root: frame?.root ?? host,
        hasFrame: frame !== undefined,
        fit: this.#fit,
        // Absolute, because the SDK ignores a relative one.
        assetPath: 'createClient' in source ? undefined : source.assetPath,
      }),
    ]);
    if (signal.aborted) return sdk;
    if (frame) hideInfo(frame, options.hideMeetingInfo);
    await sdk.init(init, (event, payload) => this.#onEvent(event, payload));
    return sdk;
  }

  async #join(credentials: Credentials): Promise<void> {
    const { signal, getOptions } = this.#context;
    const timeout = getOptions().timeouts?.join ?? JOIN_TIMEOUT_MS;
    const initAndJoin = async () => {
      const sdk = await this.prepare();
      if (signal.aborted) return;
      const joinArguments = credentials.take();
      this.#watch?.start(sdk, joinArguments, getOptions().meeting);
      await sdk.join(joinArguments);
      this.#watch?.joined();
    };
    try {
      await beforeDeadline(initAndJoin(), timeout, signal, () => failure('join-timeout', timeout / 1000));
    } catch (thrown) {
      if (!signal.aborted) throw this.#watch?.tooOld ?? this.#failure(thrown);
    }
  }

  #onEvent<Event extends SdkEventName>(event: Event, payload: SdkEventPayloads[Event]): void {
    if (this.#hasLeft) return;
    const tell = (said: unknown) =>
      this.#context.onEvent(propOf(event), this.#redact(said, IN_OWN_WORDS.test(event)) as never);
    if (event === 'connection-change') {
      const change = payload as ConnectionChange;
      const { state, reason, errorCode } = change;
      // Pass only these fields: if the meeting has not started, the SDK's own payload contains everything about it.
      // Do this first: the change may end the meeting, and no event is reported after that.
      tell(copyDeep({ state, reason, errorCode }));
      this.#onConnection(change);
      return;
    }
    if (event.startsWith('user-')) this.#lookForPresence?.();
    // If the user has just joined with audio, the audio statistics are available now.
    if (event === 'user-updated') this.onCommit();
    tell(payload);
  }

  #onConnection(change: ConnectionChange): void {
    const { onState, onFailure } = this.#context;
    const { state, reason } = change;
    if (this.#lookForPresence === undefined) return;
    if (state === 'Connected') {
      this.#lookForPresence();
      this.onCommit();
    } else if (state === 'Reconnecting') {
      this.#presence = undefined;
      this.#statistics?.reset();
      onState({ status: 'reconnecting' });
    } else if (state === 'Closed')
      onState({ status: 'left', reason: this.#isEnding ? 'ended' : leftReason(reason) });
    else onFailure(this.#failure(change, true));
  }

  #onPresence(presence: Presence): void {
    if (presence === this.#presence) return;
    this.#presence = presence;
    const { signal, onState, onRendered } = this.#context;
    if (presence === 'gone') {
      onState({ status: 'left', reason: 'other' });
      return;
    }
    const isOnHold = presence === 'waiting-room';
    onState(isOnHold ? { status: 'waiting', for: 'admission' } : { status: 'joined' });
    const frame = this.#frame;
    if (frame === undefined) onRendered();
    else
      void untilRendered(frame.root, this.#fit, isOnHold, signal).then(() => {
        onRendered();
        if (!isOnHold) this.#watch?.rendered();
      });
  }

  #failure(thrown: unknown, hasJoined?: boolean): Failure {
    if (thrown instanceof Failure) return thrown;
    return new Failure({
      what: 'zoom',
      said: this.#redact(readFailure(thrown)),
      webEndpoint: this.#options.init?.webEndpoint,
      hasJoined,
      hasPasswordFromUrl: this.#credentials?.hasPasswordFromUrl ?? false,
      inspect: this.#credentials?.inspect,
    });
  }

  #redact<T>(value: T, areWords?: boolean): T {
    return this.#credentials?.redact(value, areWords) ?? value;
  }
}

/** The error that a client rejects with once its meeting is over. It keeps nothing of the meeting in memory. */
const whenOver = (method: string): Promise<ZoomJoinError> => errorOf(failure('meeting-over', method));
