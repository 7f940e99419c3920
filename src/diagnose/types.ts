import type { Media } from '../sdk/frame/forbidden-media.ts';
import type { ScriptCheck } from '../sdk/loading/check-script.ts';
import type { ProbeResult } from '../sdk/loading/probe.ts';
import type { ScriptSource } from '../sdk/loading/source.ts';
import type {
  ExpectedSignature,
  SignatureProblemCode,
  SignatureReport,
} from '../signature/inspect-signature.ts';

export interface DiagnoseOptions extends Pick<ExpectedSignature, 'meetingNumber' | 'role'> {
  /** The Meeting SDK JWT to check. It never leaves the browser, and the diagnosis contains no part of it. */
  signature?: unknown;
  /** Where the SDK comes from. Default: `zoomCdn()`. */
  sdk?: ScriptSource | undefined;
  /** The `init.webEndpoint` that you pass to the component, such as `www.zoomgov.com`. Default: `zoom.us`. */
  webEndpoint?: string | undefined;
  /** The `nonce` that you pass to the component, for a Content-Security-Policy with nonces. */
  nonce?: string | undefined;
  /** How long to wait for each server, in ms. Default: 3 000. */
  timeout?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** A feature that the SDK needs and a Content-Security-Policy can forbid. */
export type PolicyNeed = 'scripts' | 'styles' | 'wasm' | 'workers' | 'connections';

/**
 * Codes are stable: new ones may be added, but none is renamed. A code that `ZoomJoinError` also has means the
 * same.
 */
export type DiagnosisCode =
  | 'page-sandboxed'
  | 'insecure-context'
  | 'browser-unsupported'
  | 'phone-unsupported'
  | 'no-webrtc'
  | 'no-h264'
  | 'not-isolated'
  | 'media-forbidden'
  | 'media-denied'
  | `policy-${PolicyNeed}`
  | 'offline'
  | 'sdk-file-missing'
  | 'sdk-no-javascript'
  | 'sdk-server-failed'
  | 'sdk-blocked'
  | 'sdk-unreachable'
  | 'zoom-blocked'
  | 'zoom-unreachable'
  | `signature-${SignatureProblemCode}`;

export interface DiagnosisFinding {
  readonly code: DiagnosisCode;
  /**
   * `error`: no join can succeed. `warning`: something will be missing in the meeting. `info`: a possible
   * improvement.
   */
  readonly severity: 'error' | 'warning' | 'info';
  /** What was found, for the developer. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

export interface MediaState {
  /**
   * Whether the page's Permissions Policy allows it. `undefined`: the browser does not say, as in Firefox and
   * Safari.
   */
  readonly allowed: boolean | undefined;
  /** Whether the user has granted it. `undefined`: the browser does not say. */
  readonly permission: PermissionState | undefined;
}

/** What `diagnose` found. It contains no meeting number, no signature, no nonce and no query of a URL. */
export interface Diagnosis {
  /** Whether no finding is an error. */
  readonly ok: boolean;
  /** All findings, errors first. */
  readonly findings: readonly DiagnosisFinding[];
  /** `sdk` is the version in the URLs of its scripts. */
  readonly versions: {
    readonly package: string;
    readonly react: string | undefined;
    readonly sdk: string | undefined;
  };
  readonly browser: {
    readonly userAgent: string;
    readonly online: boolean;
    readonly phone: boolean;
    readonly webRtc: boolean;
    /** Whether WebRTC can send H.264. Also `true` if there is no WebRTC. */
    readonly h264: boolean;
    /** The features that the SDK needs and this browser lacks, such as `WebAssembly`. */
    readonly missing: readonly string[];
  };
  readonly page: {
    /** `null` (as a word) in a frame with `sandbox` that lacks allow-same-origin. */
    readonly origin: string;
    readonly secureContext: boolean;
    readonly crossOriginIsolated: boolean;
    /**
     * What the page's Content-Security-Policy forbids, as far as observed. `connections` covers only the URLs that
     * were requested.
     */
    readonly forbidden: readonly PolicyNeed[];
  };
  readonly media: Readonly<Record<Media, MediaState>>;
  /** The SDK's scripts, with their URLs without query. */
  readonly scripts: readonly (ScriptCheck & { readonly src: string })[];
  /** Whether Zoom's own servers can be reached. Absent for the meeting simulator, which does not need them. */
  readonly zoom?: {
    readonly origin: string;
    readonly state: 'fine' | Exclude<ProbeResult['answer'], Response>;
    readonly ms: number;
  };
  /** What is wrong with the signature. Absent if you passed none. */
  readonly signature?: SignatureReport;
  /** Returns the whole diagnosis as aligned plain text. */
  toString(): string;
}
