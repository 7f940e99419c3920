import { parseMeetingReference } from '../meeting/reference.ts';
import { readFailure, SdkClient, withoutUndefined } from '../sdk/client.ts';
import { conceal } from '../sdk/conceal.ts';
import { merge, visibleMeetingInfo } from '../sdk/customize.ts';
import { beforeDeadline } from '../sdk/deadline.ts';
import { blockingProblem, forbiddenMedia } from '../sdk/environment.ts';
import {
  type ConnectionChange,
  eventProps,
  type SdkEventName,
  type SdkEventPayloads,
} from '../sdk/events.ts';
import { Fit } from '../sdk/fit.ts';
import { createFrame, type MeetingFrame } from '../sdk/frame.ts';
import { toZoomLanguage } from '../sdk/language.ts';
import { loadSdk, SdkLoadError } from '../sdk/load.ts';
import { createMeetingClient, type MeetingClient } from '../sdk/meeting-client.ts';
import { zoomCdn } from '../sdk/source.ts';
import { Views } from '../sdk/view.ts';
import { watchEnd } from '../sdk/watch-end.ts';
import { authorize } from './authorize.ts';
import type { Credentials } from './credentials.ts';
import { Failure, failure } from './failure.ts';
import type { EventProp } from './handlers.ts';
import type { MeetingOptions, SignatureRequest } from './options.ts';
import type { LeftReason, MeetingState } from './status.ts';

const JOIN_TIMEOUT_MS = 45_000;
const LOAD_TIMEOUT_MS = 20_000;

export interface AttemptContext {
  host: HTMLElement;
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
  /** The frame's document reloaded itself: the SDK does so for some settings. */
  onReload: () => void;
}

/** One try at one meeting, in a frame of its own. The SDK cannot join twice in one window. */
export class Attempt {
  readonly #context: AttemptContext;
  readonly #frame: MeetingFrame;
  #sdk: SdkClient | undefined;
  #views: Views | undefined;
  readonly #fit: Fit | undefined;
  #credentials: Credentials | undefined;
  #closed = false;
  /** This person is ending the meeting: the SDK then reports the close without a reason. */
  #ending = false;
  /** The SDK has joined. Until then its promise tells, not its events. */
  #hasJoined = false;
  client: MeetingClient | null = null;

  constructor(context: AttemptContext) {
    this.#context = context;
    const { options } = context;
    this.#frame = createFrame(context.host, {
      title: options.title ?? 'Zoom meeting',
      language: options.language,
      nonce: options.nonce,
      onUnload: context.onReload,
    });
    this.#fit = options.fit === 'none' ? undefined : new Fit(this.#frame, options.view);
  }

  /** Resolves when the SDK has joined. @throws {Failure} */
  async run(): Promise<void> {
    const { options, signal, onState } = this.#context;
    const parsed = parseMeetingReference(options.meeting);
    if (parsed.kind === 'invalid') throw new Failure({ what: 'meeting', problem: parsed.problem });
    const blocking = blockingProblem(this.#frame.window);
    if (blocking !== undefined) throw failure(blocking);

    let loaded = false;
    const [credentials, raw] = await Promise.all([
      authorize(this.#context, parsed).then((granted) => {
        if (!loaded && !signal.aborted) onState({ status: 'loading' });
        return granted;
      }),
      loadSdk(this.#frame.window, options.sdk ?? zoomCdn(), {
        nonce: options.nonce,
        timeout: options.timeouts?.load ?? LOAD_TIMEOUT_MS,
        signal,
      }).then(
        (client) => {
          loaded = true;
          return client;
        },
        (error: unknown) => {
          throw loadFailure(error);
        },
      ),
    ]);
    if (signal.aborted) return;
    if (credentials.userName.trim() === '') throw failure('no-user-name');
    this.#credentials = credentials;
    for (const problem of credentials.doubts)
      this.#context.onWarning(new Failure({ what: 'signature', problem }));
    onState({ status: 'joining' });

    const sdk = new SdkClient(raw);
    this.#sdk = sdk;
    const views = new Views(this.#frame, sdk, (view) => this.#context.onEvent('onViewChange', view as never));
    this.#views = views;
    this.client = createMeetingClient(sdk, views, options.exposeMeetingInfo);
    await this.#join(sdk, credentials);
    if (signal.aborted) return;
    this.#fit?.start(sdk);
    this.#hasJoined = true;
    this.#tellWhere(sdk.isOnHold());
    if (signal.aborted) return;
    views.start(this.#context.getOptions().view);
    watchEnd(this.#frame.window, sdk, () => onState({ status: 'left', reason: 'other' }));
    const forbidden = forbiddenMedia(this.#frame.window);
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
    this.#fit?.stop();
    this.#views?.stop();
    this.#sdk?.leave();
    this.#frame.remove();
    this.#credentials = undefined;
  }

  async #join(sdk: SdkClient, credentials: Credentials): Promise<void> {
    const { options, signal } = this.#context;
    const timeout = options.timeouts?.join ?? JOIN_TIMEOUT_MS;
    try {
      await beforeDeadline(this.#initAndJoin(sdk, credentials), timeout, signal, () =>
        failure('join-timeout', timeout / 1000),
      );
    } catch (thrown) {
      if (!signal.aborted) throw this.#failure(thrown);
    }
  }

  async #initAndJoin(sdk: SdkClient, credentials: Credentials): Promise<void> {
    await sdk.init(this.#initOptions(), (event, payload) => this.#onEvent(event, payload));
    if (!this.#context.signal.aborted) await sdk.join(credentials.take());
  }

  #initOptions(): Record<string, unknown> {
    const { options, host } = this.#context;
    const { init = {} } = options;
    const assetPath = init.assetPath ?? (options.sdk ?? zoomCdn()).assetPath;
    conceal(this.#frame, options.hideMeetingInfo);
    const fit = this.#fit;
    const base = {
      language: toZoomLanguage(options.language ?? 'en-US'),
      leaveOnPageUnload: true,
      customize: {
        meetingInfo: visibleMeetingInfo(options.hideMeetingInfo),
        // Its Retry would rejoin behind our back, with the old signature.
        isShowJoiningErrorDialog: false,
        video: {
          defaultViewType: options.view ?? (fit && 'gallery'),
          ...(fit && { isResizable: false, popper: { disableDraggable: true }, viewSizes: fit.viewSizes }),
        },
      },
    };
    return {
      ...merge(base, init),
      zoomAppRoot: this.#frame.root,
      // The SDK ignores a relative one.
      assetPath: assetPath === undefined ? undefined : new URL(assetPath, host.ownerDocument.baseURI).href,
    };
  }

  #onEvent<Event extends SdkEventName>(event: Event, payload: SdkEventPayloads[Event]): void {
    if (this.#closed) return;
    const tell = (said: unknown) => this.#context.onEvent(eventProps[event], this.#redact(said) as never);
    if (event === 'connection-change') {
      const change = payload as ConnectionChange;
      this.#onConnection(change);
      const { state, reason, errorCode } = change;
      // Only these fields: the SDK's own payload carries all of the meeting when it has not started.
      tell(withoutUndefined({ state, reason, errorCode }));
      return;
    }
    if (event === 'user-updated') this.#onHold(payload as SdkEventPayloads['user-updated']);
    tell(payload);
  }

  #onConnection({ state, reason, errorCode }: ConnectionChange): void {
    const { onState } = this.#context;
    if (!this.#hasJoined) return;
    if (state === 'Connected') this.#tellWhere(this.#sdk?.isOnHold() ?? false);
    else if (state === 'Reconnecting') onState({ status: 'reconnecting' });
    else if (state === 'Closed')
      onState({ status: 'left', reason: this.#ending ? 'ended' : leftReason(reason) });
    else {
      this.#context.onFailure(
        new Failure({ what: 'connection-lost', ...(errorCode === undefined ? {} : { zoomCode: errorCode }) }),
      );
    }
  }

  #onHold(changes: SdkEventPayloads['user-updated']): void {
    const own = changes.find((change) => change.bHold !== undefined && this.#sdk?.isSelf(change.userId));
    if (own !== undefined && this.#hasJoined) this.#tellWhere(own.bHold === true);
  }

  #tellWhere(onHold: boolean): void {
    this.#context.onState(onHold ? { status: 'waiting', for: 'admission' } : { status: 'joined' });
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

function loadFailure(error: unknown): unknown {
  if (!(error instanceof SdkLoadError)) return error;
  const { problem, src, directive } = error;
  return new Failure({ what: 'load', problem, src, ...(directive === undefined ? {} : { directive }) });
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
