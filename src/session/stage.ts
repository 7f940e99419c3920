import { SdkClient, type SdkListener } from '../sdk/client.ts';
import { conceal } from '../sdk/conceal.ts';
import { merge, visibleMeetingInfo } from '../sdk/customize.ts';
import { blockingProblem } from '../sdk/environment.ts';
import { Fit } from '../sdk/fit.ts';
import { createFrame, type MeetingFrame } from '../sdk/frame.ts';
import { toZoomLanguage } from '../sdk/language.ts';
import { loadSdk } from '../sdk/load.ts';
import { runMediaEarly } from '../sdk/media.ts';
import { zoomCdn } from '../sdk/source.ts';
import { failure } from './failure.ts';
import type { MeetingOptions } from './options.ts';

const LOAD_TIMEOUT_MS = 20_000;

/** The props that a stage is built of. */
type StageOptions = Pick<
  MeetingOptions,
  'sdk' | 'title' | 'language' | 'nonce' | 'hideMeetingInfo' | 'view' | 'fit' | 'init' | 'timeouts'
>;

/** Two stages of the same plan are alike. */
export const stagePlan = (options: StageOptions): string => {
  const { sdk, title, language, nonce, hideMeetingInfo, view, fit, init, timeouts } = options;
  return JSON.stringify([sdk?.id, title, language, nonce, hideMeetingInfo, view, fit, init, timeouts?.load]);
};

/**
 * All that can be done of a join before anybody is let in: a frame, and in it the SDK, initialised. It needs neither
 * the meeting nor a signature, and is good for one join.
 */
export class Stage {
  readonly plan: string;
  readonly frame: MeetingFrame;
  readonly fit: Fit | undefined;
  /** What the SDK tells. */
  onEvent: SdkListener = () => {};
  /** The frame's document reloaded itself: the SDK does so for some settings. */
  onReload = (): void => this.close();
  readonly #host: HTMLElement;
  readonly #options: StageOptions;
  readonly #abort = new AbortController();
  #loaded: Promise<SdkClient> | undefined;
  #ready: Promise<SdkClient> | undefined;

  constructor(host: HTMLElement, options: StageOptions) {
    this.plan = stagePlan(options);
    this.#host = host;
    this.#options = options;
    this.frame = createFrame(host, {
      title: options.title ?? 'Zoom meeting',
      language: options.language,
      nonce: options.nonce,
      onUnload: () => this.onReload(),
    });
    this.fit = options.fit === 'none' ? undefined : new Fit(this.frame, options.view);
  }

  get isClosed(): boolean {
    return this.#abort.signal.aborted;
  }

  /** @throws {Failure} where a join makes no sense */
  check(): void {
    const blocking = blockingProblem(this.frame.window);
    if (blocking !== undefined) throw failure(blocking);
  }

  /** Gets ready ahead of the join. What fails closes the stage. */
  async preload(): Promise<void> {
    try {
      this.check();
      await this.ready();
    } catch {
      this.close();
    }
  }

  /** Resolves when the SDK has loaded. @throws {SdkLoadError} */
  load(): Promise<SdkClient> {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  /** Resolves when the SDK waits for its `join`. @throws {SdkLoadError} or what the SDK throws */
  ready(): Promise<SdkClient> {
    this.#ready ??= this.#init();
    return this.#ready;
  }

  /** Removes the frame and all that lives in it. Can be called twice. */
  close(): void {
    if (this.isClosed) return;
    this.#abort.abort();
    this.fit?.stop();
    this.frame.remove();
  }

  async #load(): Promise<SdkClient> {
    const { sdk = zoomCdn(), timeouts } = this.#options;
    const timeout = timeouts?.load ?? LOAD_TIMEOUT_MS;
    const { window } = this.frame;
    // First: it throws where it is no address, and then nothing may be on its way.
    const assetPath = this.#assetPath;
    const client = loadSdk(window, sdk, { timeout, signal: this.#abort.signal });
    if (assetPath !== undefined) runMediaEarly(window, assetPath);
    return new SdkClient(await client);
  }

  async #init(): Promise<SdkClient> {
    const sdk = await this.load();
    if (this.isClosed) return sdk;
    await sdk.init(this.#initOptions(), (event, payload) => this.onEvent(event, payload));
    return sdk;
  }

  /** Absolute: the SDK ignores a relative one. */
  get #assetPath(): string | undefined {
    const { init, sdk = zoomCdn() } = this.#options;
    const path = init?.assetPath ?? sdk.assetPath;
    return path === undefined ? undefined : new URL(path, this.#host.ownerDocument.baseURI).href;
  }

  #initOptions(): Record<string, unknown> {
    const { hideMeetingInfo, init = {}, language = 'en-US', view } = this.#options;
    conceal(this.frame, hideMeetingInfo);
    const { fit } = this;
    const base = {
      language: toZoomLanguage(language),
      leaveOnPageUnload: true,
      customize: {
        meetingInfo: visibleMeetingInfo(hideMeetingInfo),
        // Its Retry would rejoin behind our back, with the old signature.
        isShowJoiningErrorDialog: false,
        video: {
          defaultViewType: view ?? (fit && 'gallery'),
          ...(fit && { isResizable: false, popper: { disableDraggable: true }, viewSizes: fit.viewSizes }),
        },
      },
    };
    return {
      ...merge(base, init),
      zoomAppRoot: this.frame.root,
      assetPath: this.#assetPath,
    };
  }
}
