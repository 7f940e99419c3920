import { hasH264, isPhone, missingAbilities } from '../sdk/frame/environment.ts';
import { allowsMedia, MEDIA, type Media } from '../sdk/frame/forbidden-media.ts';
import { zoomOrigin } from '../sdk/init/web-endpoint.ts';
import { checkScript } from '../sdk/loading/check-script.ts';
import { PROBE_TIMEOUT_MS, type ProbeOptions, probe } from '../sdk/loading/probe.ts';
import { resolveSource } from '../sdk/loading/resolve-source.ts';
import type { ScriptSource } from '../sdk/loading/source.ts';
import { inspectSignature } from '../signature/inspect-signature.ts';
import { withoutQuery } from '../utils/without-query.ts';
import { conclude } from './findings.ts';
import { policyForbids } from './policy.ts';
import { print } from './print.ts';
import type { DiagnoseOptions, Diagnosis, MediaState } from './types.ts';

/** Set by the build. */
declare const __PACKAGE_VERSION__: string | undefined;

/** The path of the SDK's first request. It answers without a redirect, which a policy might forbid. */
const FIRST_REQUEST = '/api/v1/wc/info';

export interface ExamineOptions extends DiagnoseOptions {
  sdk: ScriptSource;
  /** The version of the page's React, if known. */
  react?: string;
}

/** Implements `diagnose`. */
export async function examine({
  sdk,
  react,
  signature,
  meetingNumber,
  role,
  webEndpoint,
  nonce,
  timeout,
  signal,
}: ExamineOptions): Promise<Diagnosis> {
  if (typeof document === 'undefined') throw new Error('diagnose() looks at a browser: call it in one.');
  const patience: ProbeOptions = { timeout, signal };
  const urls = resolveSource(sdk).scripts;
  const checks = urls.map(async (src) => ({ src: shortUrl(src), ...(await checkScript(src, patience)) }));
  const [scripts, zoom, forbidden, media, version] = await Promise.all([
    Promise.all(checks),
    // A source with `prepare` is a meeting simulator, which simulates Zoom's servers in the frame.
    sdk.prepare === undefined ? tryZoom(zoomOrigin(webEndpoint), patience) : undefined,
    policyForbids(urls[0], nonce, async () => (await checks[0])?.state === 'fine'),
    examineMedia(),
    sdkVersion(urls.at(-1) ?? '', timeout),
  ]);
  signal?.throwIfAborted();

  const isHidden = [...scripts, zoom].some((one) => one?.state === 'hidden');
  const facts = {
    versions: {
      package: typeof __PACKAGE_VERSION__ === 'string' ? __PACKAGE_VERSION__ : 'from source',
      react,
      sdk: version,
    },
    browser: {
      userAgent: navigator.userAgent,
      online: navigator.onLine,
      phone: isPhone(navigator),
      webRtc: 'RTCPeerConnection' in window,
      h264: hasH264(window),
      missing: missingAbilities(window),
    },
    page: {
      // `location.origin` is that of the URL, also in a frame with `sandbox`.
      origin: window.origin,
      secureContext: isSecureContext,
      crossOriginIsolated,
      forbidden: isHidden ? [...forbidden, 'connections' as const] : forbidden,
    },
    media,
    scripts,
    ...(zoom === undefined ? {} : { zoom }),
    ...(signature === undefined ? {} : { signature: inspectSignature(signature, { meetingNumber, role }) }),
  };
  const findings = conclude(facts);
  const diagnosis = { ok: findings.every(({ severity }) => severity !== 'error'), findings, ...facts };
  return { ...diagnosis, toString: () => print(diagnosis) };
}

/** The SDK's version is in its URL on Zoom's CDN, and beside its files where our plugin or command has put them. */
async function sdkVersion(script: string, timeout = PROBE_TIMEOUT_MS): Promise<string | undefined> {
  const inUrl = /\d+\.\d+\.\d+/.exec(script)?.[0];
  if (inUrl !== undefined) return inUrl;
  try {
    const answer = await fetch(new URL('version.json', script), { signal: AbortSignal.timeout(timeout) });
    const { version }: { version?: unknown } = await answer.json();
    return /^\d+\.\d+\.\d+$/.exec(String(version))?.[0];
  } catch {
    // The files were copied by hand, or their server does not answer.
    return undefined;
  }
}

async function tryZoom(origin: string, patience: ProbeOptions) {
  const { answer, ms } = await probe(`${origin}${FIRST_REQUEST}`, patience);
  return { origin, state: typeof answer === 'string' ? answer : ('fine' as const), ms };
}

async function examineMedia(): Promise<Record<Media, MediaState>> {
  const states = await Promise.all(
    MEDIA.map(async (name) => {
      const permission = await permissionOf(name);
      return [name, { allowed: allowsMedia(window, name), permission }] as const;
    }),
  );
  return Object.fromEntries(states) as Record<Media, MediaState>;
}

/** Some browsers lack the Permissions API, others do not know every name and reject. */
const permissionOf = async (name: Media): Promise<PermissionState | undefined> => {
  try {
    return (await navigator.permissions.query({ name: name as PermissionName })).state;
  } catch {
    return undefined;
  }
};

/** Returns a short form of an absolute URL: without what may be a secret, and without the page's own origin. */
function shortUrl(src: string): string {
  const url = withoutQuery(src);
  return url.startsWith(`${location.origin}/`) ? url.slice(location.origin.length) : url;
}
