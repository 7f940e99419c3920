import { type Failure, failure } from '../../failures/failure.ts';
import type { MeetingReference } from '../../meeting-reference/meeting-reference.ts';
import type { JoinArguments, SdkClient } from '../../sdk/client/sdk-client.ts';
import type { SdkPart } from '../../sdk/client/sdk-part.ts';
import type { MeetingFrame } from '../../sdk/frame/frame.ts';
import { readVersion } from '../../sdk/frame/read-version.ts';
import { HIDDEN } from '../../sdk/guard/guard-screen.ts';
import { guardSecrets } from '../../sdk/guard/guard-secrets.ts';
import type { HideMeetingInfo } from '../../sdk/init/init-options.ts';
import { isTooOld, TRIED_VERSIONS } from '../../sdk/profile/tried-versions.ts';
import { shownView } from '../../sdk/ui/shown-view.ts';
import type { WarningFacts } from '../warnings/warn.ts';

/** Guards the secrets in the frame, and warns if the SDK is not as it was when it was tried: once of each part. */
export class SdkWatch {
  /**
   * Set if the SDK has turned out to be too old. The join then fails, because the guard refuses the SDK's first request.
   */
  tooOld: Failure | undefined;
  readonly #frame: MeetingFrame;
  readonly #hide: HideMeetingInfo | undefined;
  readonly #onWarning: (facts: WarningFacts) => void;
  readonly #told = new Set<string>();
  #learn = (): void => {};

  constructor(
    frame: MeetingFrame,
    hide: HideMeetingInfo | undefined,
    onWarning: (facts: WarningFacts) => void,
  ) {
    this.#frame = frame;
    this.#hide = hide;
    this.#onWarning = onWarning;
  }

  /** Call this right before the join. */
  start(sdk: SdkClient, joinArguments: JoinArguments, meeting: MeetingReference): void {
    this.#learn = guardSecrets(this.#frame, sdk.raw, {
      joinArguments,
      meeting,
      hide: this.#hide,
      language: sdk.language,
      onChanged: (what) => this.changed(what),
      onBlocked: (what) => this.#tell({ code: 'secret-blocked', what }),
    });
    // The guard would not let an old SDK's first request come this far, if this were not installed later.
    readVersion(this.#frame.window, (version) => {
      if (isTooOld(version)) this.tooOld = failure('sdk-too-old', version);
      else if (!TRIED_VERSIONS.includes(version)) this.#onWarning({ code: 'sdk-untested', version });
    });
  }

  /** Call this after the join, when the SDK knows more. */
  joined(): void {
    this.#learn();
  }

  /** Call this when the SDK has rendered the meeting. */
  rendered(): void {
    const { root } = this.#frame;
    // While the SDK is slow, it has no controls either.
    if (root.querySelector('button') === null) return;
    if (shownView(root) === undefined) this.changed('views');
    const isHidden = root.querySelector(`[${HIDDEN}]`) !== null;
    if (this.#hide === true && shownView(root) !== 'minimized' && !isHidden) this.changed('info-button');
  }

  changed(what: SdkPart): void {
    this.#tell({ code: 'sdk-changed', what });
  }

  #tell(warning: Extract<WarningFacts, { what: unknown }>): void {
    if (this.#told.has(warning.what)) return;
    this.#told.add(warning.what);
    this.#onWarning(warning);
  }
}
