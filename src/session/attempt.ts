import { parseMeetingReference } from '../meeting/reference.ts';
import { readFailure, type SdkClient, withoutUndefined } from '../sdk/client.ts';
import { beforeDeadline } from '../sdk/deadline.ts';
import { untilDrawn } from '../sdk/drawn.ts';
import { forbiddenMedia } from '../sdk/environment.ts';
import { type ConnectionChange, propOf, type SdkEventName, type SdkEventPayloads } from '../sdk/events.ts';
import { createMeetingClient, type MeetingClient } from '../sdk/meeting-client.ts';
import { Views } from '../sdk/view.ts';
import { type Presence, watchPresence } from '../sdk/watch-presence.ts';
import { authorize } from './authorize.ts';
import type { Credentials } from './credentials.ts';
import { Failure, failure } from './failure.ts';
import type { EventProp } from './handlers.ts';
import type { MeetingOptions, SignatureRequest } from './options.ts';
import { Stage } from './stage.ts';
import type { LeftReason, MeetingState } from './status.ts';

const JOIN_TIMEOUT_MS = 45_000;

export interface AttemptContext {
  host: HTMLElement;
  /** Prepared before the try was asked for. Default: a new one. */
  stage?: Stage | undefined;
  /** The props as they are when the try starts. */
  options: MeetingOptions;
  /** The props as they are now. */
  getOptions: () => MeetingOptions;
  reason: SignatureRequest['reason'];
  number: number;
  signal: AbortSignal;
  onState: (state: Exclude<MeetingState, { status: 'failed' }>) => void;
  onEvent: (prop: EventProp, payload: never) => void;
  /** The meeting broke after it had been joined. */
  onFailure: (failure: Failure) => void;
  /** It does not keep the meeting from being joined. */
  onWarning: (warning: Failure) => void;
  /** What was told last, that one is in the meeting or its waiting room, is to be seen. */
  onDrawn: () => void;
  /** The frame's document reloaded itself: the SDK does so for some settings. */
  onReload: () => void;
}

/** One try at one meeting, on a stage of its own. The SDK cannot join twice in one window. */
export class Attempt {
  readonly #context: AttemptContext;
  readonly #stage: Stage;
  #sdk: SdkClient | undefined;
  #views: Views | undefined;
  #credentials: Credentials | undefined;
  #closed = false;
  /** This person is ending the meeting: the SDK then reports the close without a reason. */
  #ending = false;
  /** From the join on. Until then the SDK's promise tells, not its events. */
  #lookForPresence: (() => void) | undefined;
  #presence: Presence | undefined;
  client: MeetingClient | null = null;

  constructor(context: AttemptContext) {
    this.#context = context;
    this.#stage = context.stage ?? new Stage(context.host, context.options);
    this.#stage.onReload = context.onReload;
    this.#stage.onEvent = (event, payload) => this.#onEvent(event, payload);
  }

  /** Resolves when the SDK has joined. @throws {Failure | SdkLoadError} */
  async run(): Promise<void> {
    const { options, signal, onState } = this.#context;
    const stage = this.#stage;
    const { window } = stage.frame;
    const parsed = parseMeetingReference(options.meeting);
    if (parsed.kind === 'invalid') throw new Failure({ what: 'meeting', problem: parsed.problem });
    stage.check();

    let loaded = false;
    // Nobody has to be let in for that. What it comes to is heard of when it is needed.
    stage.ready().catch(() => {});
    const [credentials, sdk] = await Promise.all([
      authorize(this.#context, parsed).then((granted) => {
        if (!loaded && !signal.aborted) onState({ status: 'loading' });
        return granted;
      }),
      stage.load().then((client) => {
        loaded = true;
        return client;
      }),
    ]);
    if (signal.aborted) return;
    if (credentials.userName.trim() === '') throw failure('no-user-name');
    this.#credentials = credentials;
    for (const problem of credentials.doubts)
      this.#context.onWarning(new Failure({ what: 'signature', problem }));
    onState({ status: 'joining' });

    this.#sdk = sdk;
    const views = new Views(stage.frame, sdk, (view) => this.#context.onEvent('onViewChange', view as never));
    this.#views = views;
    this.client = createMeetingClient(sdk, views, options.exposeMeetingInfo);
    await this.#join(credentials);
    if (signal.aborted) return;
    stage.fit?.start(sdk);
    this.#lookForPresence = watchPresence(window, sdk, (presence) => this.#onPresence(presence));
    // What it has told until now counts from now on.
    this.#onConnection(sdk.connection);
    if (signal.aborted) return;
    views.start(this.#context.getOptions().view);
    const forbidden = forbiddenMedia(window);
    if (forbidden.length > 0) this.#context.onWarning(failure('media-forbidden', forbidden.join(', ')));
  }

  /** Resolves when the meeting has ended, or this try. @throws {Failure} when Zoom refuses */
  async end(): Promise<void> {
    const { signal } = this.#context;
    this.#ending = true;
    const over = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    try {
      await Promise.race([this.#sdk?.end(), over]);
    } catch (thrown) {
      throw this.#failure(thrown);
    }
  }

  /** Says goodbye, stops the media, removes the frame and all that lives in it. Can be called twice. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#views?.stop();
    this.#sdk?.leave();
    this.#stage.close();
    this.#credentials = undefined;
  }

  async #join(credentials: Credentials): Promise<void> {
    const { options, signal } = this.#context;
    const timeout = options.timeouts?.join ?? JOIN_TIMEOUT_MS;
    const initAndJoin = async () => {
      const sdk = await this.#stage.ready();
      if (!signal.aborted) await sdk.join(credentials.take());
    };
    try {
      await beforeDeadline(initAndJoin(), timeout, signal, () => failure('join-timeout', timeout / 1000));
    } catch (thrown) {
      if (!signal.aborted) throw this.#failure(thrown);
    }
  }

  #onEvent<Event extends SdkEventName>(event: Event, payload: SdkEventPayloads[Event]): void {
    if (this.#closed) return;
    const tell = (said: unknown) => this.#context.onEvent(propOf(event), this.#redact(said) as never);
    if (event === 'connection-change') {
      const change = payload as ConnectionChange;
      this.#onConnection(change);
      const { state, reason, errorCode } = change;
      // Only these fields: the SDK's own payload carries all of the meeting when it has not started.
      tell(withoutUndefined({ state, reason, errorCode }));
      return;
    }
    if (event.startsWith('user-')) this.#lookForPresence?.();
    tell(payload);
  }

  #onConnection({ state, reason, errorCode }: ConnectionChange): void {
    const { onState } = this.#context;
    if (this.#lookForPresence === undefined) return;
    if (state === 'Connected') this.#lookForPresence();
    else if (state === 'Reconnecting') {
      this.#presence = undefined;
      onState({ status: 'reconnecting' });
    } else if (state === 'Closed')
      onState({ status: 'left', reason: this.#ending ? 'ended' : leftReason(reason) });
    else {
      this.#context.onFailure(new Failure({ what: 'connection-lost', zoomCode: errorCode }));
    }
  }

  #onPresence(presence: Presence): void {
    if (this.#closed || presence === this.#presence) return;
    this.#presence = presence;
    const { signal, onState, onDrawn } = this.#context;
    if (presence === 'gone') {
      onState({ status: 'left', reason: 'other' });
      return;
    }
    const isOnHold = presence === 'waiting-room';
    onState(isOnHold ? { status: 'waiting', for: 'admission' } : { status: 'joined' });
    const { frame, fit } = this.#stage;
    void untilDrawn(frame.root, fit, isOnHold, signal).then(onDrawn);
  }

  #failure(thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    return new Failure({
      what: 'zoom',
      said: this.#redact(readFailure(thrown)),
      hasPasswordFromUrl: this.#credentials?.hasPasswordFromUrl ?? false,
      doubts: this.#credentials?.doubts ?? [],
    });
  }

  #redact<T>(value: T): T {
    return this.#credentials?.redact(value) ?? value;
  }
}

/** The SDK's words for why a meeting closed. */
function leftReason(reason: string | undefined): LeftReason {
  switch (reason) {
    case undefined:
    case 'user request':
      return 'user';
    case 'kicked by host':
    case 'expeled by host':
      return 'removed';
    case 'ended by host':
      return 'ended';
    case 'free meeting ended':
      return 'time-limit';
    case 'duplicated session':
      return 'elsewhere';
    default:
      return 'other';
  }
}
