import { ISOLATION, PERMISSIONS_POLICY } from '../../src/cli/headers/other-headers.ts';
import {
  ALLOW,
  directives,
  embeddedBy,
  GUARDS,
  POLICIES,
  type PolicyName,
  type Source,
} from '../../src/cli/headers/policies.ts';

/** Generates `docs/content-security-policy.md`, which describes what the tests have found. */
export const policiesDocument = (): string => `# Content-Security-Policy, and other headers

_\`npm run docs\` writes the policies and tables of this page from those that the tests enforce._

The meeting runs in an iframe that inherits your page's policy. So your page's policy decides what Zoom's SDK may do, and you
don't have to set another one. These are the smallest policies with which a meeting works, with SDK 6.2.0 in Chromium. If you
remove one source, the browser reports a violation. The last three directives are different: a meeting doesn't need them, but
[each refuses an attack](#what-the-last-three-directives-refuse). Add what your own app needs.

\`npx react-zoom-join headers <host>\` prints these headers for Next.js, nginx, Vercel, Netlify, Cloudflare Pages or Express.
\`npx react-zoom-join doctor --page <url>\` checks those that a page sends.

## The SDK from your own server

With \`sdk={selfHosted('/zoom-sdk')}\`:

${policy('self-hosted')}

A practice meeting also needs \`blob:\` in \`connect-src\`, which a real one doesn't.

## The SDK from Zoom's CDN

With \`sdk={zoomCdn()}\`, the default:

${policy('cdn')}

## With nonces

Pass the page's nonce to the component: \`<ZoomJoin nonce={nonce} … />\`. It sets the nonce on every script, style and link that
is created in the frame, including the SDK's own. The policy is the same for both sources of the SDK.

${policy('nonce')}

Vite writes the nonce into the page with [\`html.cspNonce\`](https://vite.dev/config/shared-options#html-cspnonce), Next.js with
[its middleware](https://nextjs.org/docs/app/guides/content-security-policy). The component's screens need no exception in any
of the three policies, because their styles are set by script. (In server-rendered HTML, inline styles are \`style\`
attributes, which the policy with nonces blocks.)

## Why each source is there

${table()}

○ means that a practice meeting doesn't need the source, but the SDK's code does. Zoom publishes its own, wider policy on
[its page](https://developers.zoom.us/docs/meeting-sdk/web/browser-support/). If your browser reports a violation that is not
in this list, please tell us.

## What the last three directives refuse

\`default-src\` doesn't cover these directives. If one is missing, everything is allowed. For each, there is a test that carries
out the attack in Chromium, under each of the three policies: with the directive it fails, and without it, it succeeds.

${guardTable()}

A \`<meta>\` element can't set \`frame-ancestors\`. Send the policy as a header.

## If another site embeds your app

By default, only pages of your own origin can show your app in an iframe. If your app is part of a learning platform (LMS) or a
portal, list the origin of that site. If the site is itself embedded, list that origin, too:

\`\`\`
  frame-ancestors ${embeddedBy('https://lms.example')};
\`\`\`

The site's iframe must allow what the meeting uses:

\`\`\`html
<iframe src="https://app.example/class/42" allow="${ALLOW}"></iframe>
\`\`\`

A browser ignores \`X-Frame-Options\` if there is a \`frame-ancestors\`. \`X-Frame-Options\` can't list an origin. If your framework
sends it by default, remove it, in case a proxy or an old browser still obeys it.

If nothing embeds your app, not even itself, \`frame-ancestors 'none'\` also works. It doesn't affect the meeting's own iframe,
because its document is written by script rather than loaded from a server. All of this is tested in
[framed-page.test.ts](../test/browser/attacks/framed-page.test.ts).

## A \`<base>\` never changes where the SDK comes from

A URL that you give to \`selfHosted()\` or \`init.assetPath\` may be relative. It is resolved once, when a join, a preload or a
diagnosis begins, and against the URL of the document, not against its \`<base>\`. So an injected \`<base>\` doesn't make the SDK
come from somewhere else, even if your page has no policy: see
[injected-base.test.ts](../test/browser/attacks/injected-base.test.ts) and
[resolve-source.test.ts](../test/sdk/loading/resolve-source.test.ts). In a document without a URL of its own, such as
\`about:srcdoc\`, URLs are relative to its origin.

This is true only for the SDK. Your own requests, links and relative scripts follow a \`<base>\`, and so does a relative
\`appUrl\`. They need \`base-uri\`.

## Trusted Types

\`require-trusted-types-for 'script'\` works. The SDK doesn't support Trusted Types: it passes HTML and script URLs as strings.
So the component creates a policy in the meeting's frame that allows these strings there, and nowhere else. Your page's own
strings are still refused. The policy is named \`default\`. If you list names, add it: \`trusted-types my-app default\`. Without
it, the join fails with \`sdk-blocked-by-policy\`.

Don't require Trusted Types in a cross-origin isolated page. There, the SDK's workers load their scripts by URL
(\`importScripts\`), and the component can't create a policy in a worker. Users can join, but the workers for audio and video
don't run.

## Permissions-Policy

You don't need this header. By default, a page may use what the meeting uses (\`camera\`, \`microphone\`, \`display-capture\`,
\`autoplay\`, \`fullscreen\`, \`clipboard-read\`, \`clipboard-write\`, \`screen-wake-lock\`, \`compute-pressure\`), and the component
passes that on to its frame. If you send the header, don't forbid these:

\`\`\`
Permissions-Policy: ${PERMISSIONS_POLICY}
\`\`\`

If it forbids one of the first three, users join without it, and \`onWarning\` reports \`media-forbidden\`. If your page is in an
iframe of another origin, that iframe also needs an [\`allow\`](#if-another-site-embeds-your-app).

## Cross-origin isolation, or WebRTC video

Without either, the SDK shows two people, one above the other, and has two views: gallery and minimized. Each of them gives
you all five views, including \`speaker\`, \`active\` and \`ribbon\`, and a gallery with many people:

- **WebRTC video**: \`video_webrtc_mode: 1\` in the signature. \`createSignatureHandler\` and \`createGrant\` set it by default,
  \`createSignature\` with \`videoWebRtcMode: 1\`. You need no header, and nothing else in your page changes.
- **Isolation**: two headers, which give the SDK \`SharedArrayBuffer\` and so threads:

\`\`\`
${Object.entries(ISOLATION)
  .map(([name, value]) => `${name}: ${value}`)
  .join('\n')}
\`\`\`

\`require-corp\` also works, even in Safari, which lacks \`credentialless\`. Then every image and script of another origin in your
page must opt in. With both, sign-in pop-ups lose their opener. In an isolated page, the component requests the SDK's scripts
with CORS, as the SDK does for its own.

This is what each gives you, measured in the practice meeting, in Chromium, with both sources of the SDK:

| | \`crossOriginIsolated\` | \`SharedArrayBuffer\` | views |
|---|---|---|---|
| neither | no | no | 2 |
| \`videoWebRtcMode: 1\` | no | no | 5 |
| isolation, \`credentialless\` or \`require-corp\` | yes | yes | 5 |

## What is not proven here

The tests use a stand-in for Zoom's servers, with host names and responses of its own. Zoom says that all its real servers are
under \`zoom.us\` and that its CDN supports isolated pages (\`Access-Control-Allow-Origin\`), but the tests don't prove it. If you
have credentials, \`npm run test:smoke\` joins a real meeting. Before you enforce the policy, send it as
\`Content-Security-Policy-Report-Only\`, and look at what is reported.
`;

function policy(name: PolicyName): string {
  return `\`\`\`\nContent-Security-Policy:\n${directives(POLICIES[name])
    .map((directive) => `  ${directive};`)
    .join('\n')}\n\`\`\``;
}

function table(): string {
  // A source that is in several policies gets only one row.
  const sources = [...new Set<Source>(Object.values(POLICIES).flat())];
  const rows = sources.map(
    ({ directive, source, why, seen }) =>
      `| \`${directive}\` | \`${source}\`${seen === 'reading' ? ' ○' : ''} | ${why} |`,
  );
  return ['| Directive | Source | Why |', '|---|---|---|', ...rows].join('\n');
}

function guardTable(): string {
  const rows = Object.values(GUARDS).map(
    ({ directive, source, why, test }) =>
      `| \`${directive}\` | \`${source}\` | ${why} | [test](../test/browser/attacks/${test}) |`,
  );
  return ['| Directive | Source | What it refuses | Proof |', '|---|---|---|---|', ...rows].join('\n');
}
