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
  /** The Meeting SDK JWT, to be looked over. It leaves the browser by no way, and the report by none. */
  signature?: unknown;
  /** Where the SDK comes from. Default: `zoomCdn()`. */
  sdk?: ScriptSource | undefined;
  /** The one you give the component, for a Content-Security-Policy with nonces. */
  nonce?: string | undefined;
  /** How long each server is waited for, in ms. Default: 3 000. */
  timeout?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** What a Content-Security-Policy can keep the SDK from. */
export type PolicyNeed = 'scripts' | 'styles' | 'wasm' | 'workers' | 'connections';

/** Stable: a code is never renamed, only added. Where it is a code of `ZoomJoinError`, it means the same. */
export type DiagnosisCode =
  | 'insecure-context'
  | 'browser-unsupported'
  | 'phone-unsupported'
  | 'no-webrtc'
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
  /** `error`: no join can work. `warning`: something will be missing in the meeting. `info`: could be better. */
  readonly severity: 'error' | 'warning' | 'info';
  /** For the developer. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

export interface MediaState {
  /** By the page's Permissions Policy. `undefined`: the browser does not tell, as Firefox and Safari don't. */
  readonly allowed: boolean | undefined;
  /** By the person. `undefined`: the browser does not tell. */
  readonly permission: PermissionState | undefined;
}

/** What `diagnose` found. Nothing in it holds a meeting number, a signature, a nonce or the query of an address. */
export interface Diagnosis {
  /** No finding is an error. */
  readonly ok: boolean;
  /** Errors first. */
  readonly findings: readonly DiagnosisFinding[];
  /** `sdk`: as the addresses of its scripts say. */
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
    /** What the SDK needs and this browser lacks, such as `WebAssembly`. */
    readonly missing: readonly string[];
  };
  readonly page: {
    readonly origin: string;
    readonly secureContext: boolean;
    readonly crossOriginIsolated: boolean;
    /** What its Content-Security-Policy was seen to forbid. `connections`: as far as they were tried. */
    readonly forbidden: readonly PolicyNeed[];
  };
  readonly media: Readonly<Record<Media, MediaState>>;
  /** The SDK's scripts, by their addresses without query. */
  readonly scripts: readonly (ScriptCheck & { readonly src: string })[];
  /** Zoom's own servers. Absent: a practice meeting does without. */
  readonly zoom?: { readonly state: 'fine' | Exclude<ProbeResult['answer'], Response>; readonly ms: number };
  /** Absent: none was given. */
  readonly signature?: SignatureReport;
  /** All of it as aligned plain text. */
  toString(): string;
}
