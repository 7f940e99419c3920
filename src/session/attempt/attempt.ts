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
import { blockingProblem, mayForbidMedia } from '../../sdk/frame/environment.ts';
import { createFrame, type MeetingFrame } from '../../sdk/frame/frame.ts';
import { loadSdk } from '../../sdk/loading/load-sdk.ts';
import { runMediaEarly } from '../../sdk/loading/media-script.ts';
import { type ScriptSource, type SdkSource, zoomCdn } from '../../sdk/loading/source.ts';
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
import { setupOf } from './setup.ts';

const LOAD_TIMEOUT_MS = 20_000;
const JOIN_TIMEOUT_MS = 45_000;

/**
 * One try at one meeting. It has a client of its own, since the SDK cannot join twice in one window: from the SDK's scripts,
 * in a frame, or from a source that brings one.
 */
export class Attempt {
  /** What the SDK is initialised with: an attempt that was prepared with other props is of no use. */
  readonly setup: string;
  client: MeetingClient | null = null;
  readonly #context: AttemptContext;
  readonly #options: MeetingOptions;
  readonly #source: SdkSource;
  readonly #frame: MeetingFrame | undefined;
  readonly #fit: Fit | undefined;
  #loaded: Promise<SdkClient> | undefined;
  #ready: Promise<SdkClient> | undefined;
  #sdk: SdkClient | undefined;
  #credentials: Credentials | undefined;
  /** This person is ending the meeting: the SDK then reports the close without a reason. */
  #isEnding = false;
  /** From the join on. Until then the SDK's promise tells, not its events. */
  #lookForPresence: (() => void) | undefined;
  #presence: Presence | undefined;
  #hasLeft = false;
  #inMeeting: Promise<InMeeting | undefined> | undefined;
  #statistics: Statistics | undefined;

  /** @throws {Failure | SdkLoadError} where a join makes no sense, or no frame can be written */
  constructor(context: AttemptContext) {
    const { host, getOptions, signal, onGone } = context;
    const options = getOptions();
    this.setup = setupOf(options);
    this.#context = context;
    this.#options = options;
    this.#source = options.sdk ?? zoomCdn();
    if (!('createClient' in this.#source)) {
      const blocking = blockingProblem(host.ownerDocument.defaultView ?? window, options.phones);
      if (blocking !== undefined) throw failure(blocking);
      this.#frame = createFrame(host, {
        title: options.title ?? 'Zoom meeting',
        language: options.language,
        nonce: options.nonce,
        onUnload: () => this.#sayGoodbye(),
        onGone,
      });
      if (options.fit !== 'none') this.#fit = new Fit(this.#frame, options.view);
    }
    signal.addEventListener('abort', () => this.#end());
  }

  /** Loads and initialises the SDK, for which nobody has to be let in. Resolves when it waits for its `join`. */
  prepare(): Promise<SdkClient> {
    this.#ready ??= this.#init();
    return this.#ready;
  }

  /** Resolves when the SDK has joined. @throws {Failure | SdkLoadError} */
  async join(request: JoinRequest): Promise<void> {
    const { signal, onState, onWarning, getOptions } = this.#context;
    const options = getOptions();
    const parsed = parseMeetingReference(options.meeting);
    if (parsed.kind === 'invalid') throw new Failure({ what: 'meeting', problem: parsed.problem });
    const page = this.#frame?.window.parent;
    if (request.isAsked && page && mayForbidMedia(page)) onWarning({ code: 'media-forbidden', page });

    let hasLoaded = false;
    // What it comes to is heard of when it is needed.
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
    if (signal.aborted) return;
    if (credentials.userName.trim() === '') throw failure('invalid-user-name');
    this.#credentials = credentials;
    onState({ status: 'joining' });

    this.#sdk = sdk;
    this.client = createMeetingClient(sdk, {
      getViews: async () => (await this.#inMeeting)?.views,
      exposeInfo: options.exposeMeetingInfo,
      signal,
      whenOver,
    });
    await this.#join(credentials);
    if (signal.aborted) return;
    this.#fit?.start(sdk);
    if (this.#frame) this.#inMeeting = this.#startInMeeting(sdk, this.#frame);
    this.#lookForPresence = watchPresence(sdk, signal, (presence) => this.#onPresence(presence));
    // What it has told until now counts from now on.
    this.#onConnection(sdk.connection);
  }

  /** What is of use only in a meeting. Without a network it may be missing: the meeting goes on. */
  async #startInMeeting(sdk: SdkClient, frame: MeetingFrame): Promise<InMeeting | undefined> {
    const loaded = await import('./after-join.ts').catch(() => undefined);
    if (this.#context.signal.aborted) return undefined;
    const started = loaded?.startInMeeting(sdk, frame, this.#fit !== undefined, this.#context);
    this.#statistics = started?.statistics;
    this.onCommit();
    return started;
  }

  /** Acts on the handlers of the latest render. */
  onCommit(): void {
    this.#statistics?.update(this.#context.getOptions());
  }

  /**
   * Tells what is doubtful about the signature, to whoever wants to hear it.
   *
   * @throws {Failure} in development, where it cannot work. In production it is Zoom that refuses it, and then the same is found.
   */
  async #inspect(credentials: Credentials): Promise<void> {
    const { onWarning, getOptions } = this.#context;
    if (!isDevelopment() && getOptions().onWarning === undefined) return;
    for (const problem of await credentials.inspect()) {
      if (problem.fatal && isDevelopment()) throw new Failure({ what: 'signature', problem });
      onWarning({ code: 'signature-doubtful', problem });
    }
  }

  /** Resolves when the meeting has ended for everybody, or this attempt has. @throws {Failure} when Zoom refuses */
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

  /** Puts the meeting into another element: without a break where the browser can do that, else it is `moved`. */
  moveTo(host: HTMLElement): void {
    this.#frame?.moveTo(host);
  }

  /** Once. It goes out though the frame goes in the same task; what the SDK says to it is not heard any more. */
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
    // First: it throws where it is no address, and then nothing may be on its way.
    const assetPath = this.#assetPath(source);
    const client = loadSdk(window, source, { timeout, signal });
    if (assetPath !== undefined) runMediaEarly(window, assetPath);
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
        ...{ options, getOptions, onWarning },
        root: frame?.root ?? host,
        hasFrame: frame !== undefined,
        fit: this.#fit,
        assetPath: 'createClient' in source ? undefined : this.#assetPath(source),
      }),
    ]);
    if (signal.aborted) return sdk;
    if (frame) hideInfo(frame, options.hideMeetingInfo);
    await sdk.init(init, (event, payload) => this.#onEvent(event, payload));
    return sdk;
  }

  /** Absolute: the SDK ignores a relative one. */
  #assetPath(source: ScriptSource): string | undefined {
    const path = this.#options.init?.assetPath ?? source.assetPath;
    return path === undefined ? undefined : new URL(path, this.#context.host.ownerDocument.baseURI).href;
  }

  async #join(credentials: Credentials): Promise<void> {
    const { signal, getOptions } = this.#context;
    const timeout = getOptions().timeouts?.join ?? JOIN_TIMEOUT_MS;
    const initAndJoin = async () => {
      const sdk = await this.prepare();
      if (!signal.aborted) await sdk.join(credentials.take());
    };
    try {
      await beforeDeadline(initAndJoin(), timeout, signal, () => failure('join-timeout', timeout / 1000));
    } catch (thrown) {
      if (!signal.aborted) throw this.#failure(thrown);
    }
  }

  #onEvent<Event extends SdkEventName>(event: Event, payload: SdkEventPayloads[Event]): void {
    if (this.#hasLeft) return;
    const tell = (said: unknown) => this.#context.onEvent(propOf(event), this.#redact(said) as never);
    if (event === 'connection-change') {
      const change = payload as ConnectionChange;
      const { state, reason, errorCode } = change;
      // Only these fields: the SDK's own payload carries all of the meeting when it has not started. First: what follows from it
      // may be the end of the meeting, after which nothing is told.
      tell(copyDeep({ state, reason, errorCode }));
      this.#onConnection(change);
      return;
    }
    if (event.startsWith('user-')) this.#lookForPresence?.();
    // Who has just joined with audio can have its statistics.
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
    else void untilRendered(frame.root, this.#fit, isOnHold, signal).then(onRendered);
  }

  #failure(thrown: unknown, hasJoined?: boolean): Failure {
    if (thrown instanceof Failure) return thrown;
    return new Failure({
      what: 'zoom',
      said: this.#redact(readFailure(thrown)),
      hasJoined,
      hasPasswordFromUrl: this.#credentials?.hasPasswordFromUrl ?? false,
      inspect: this.#credentials?.inspect,
    });
  }

  #redact<T>(value: T): T {
    return this.#credentials?.redact(value) ?? value;
  }
}

/** What a client rejects with whose meeting is over. Holds nothing of it. */
const whenOver = (method: string): Promise<ZoomJoinError> => errorOf(failure('meeting-over', method));
