import { directives, NONCE, POLICIES, type PolicyName, type Source } from '../../test/headers/policies.ts';

/** `docs/content-security-policy.md`: what the tests have found, in words. */
export const policiesDocument = (): string => `# Content-Security-Policy, and other headers

_\`npm run docs\` writes the policies and tables of this page from those that the tests enforce._

The meeting lives in a frame that takes over the policy of your page. So your page's policy decides what Zoom's SDK may
do, and there is no other one to set. These are the smallest with which a meeting takes place, with SDK 6.2.0 in Chromium:
one source less, and the browser reports a violation. Add to them what your own app needs.

## The SDK from your own server

With \`sdk={selfHosted('/zoom-sdk')}\`:

${policy('self-hosted')}

## The SDK from Zoom's CDN

With \`sdk={zoomCdn()}\`, the default:

${policy('cdn')}

## With nonces

Give the component the nonce of the page: \`<ZoomJoin nonce={nonce} … />\`. It hands it to every script, style and link that
is made in the frame, the SDK's own among them. Where the SDK comes from makes no difference.

${policy('nonce')}

Vite writes the nonce into the page by [\`html.cspNonce\`](https://vite.dev/config/shared-options#html-cspnonce), Next.js by
[its middleware](https://nextjs.org/docs/app/guides/content-security-policy). The screens of the component need no
exception in any of the three: their styles are set by script.

## Why each source is there

${table()}

Marked with ○: a practice meeting does not ask for it; the SDK's code does. Zoom's own, wider policy is on
[its page](https://developers.zoom.us/docs/meeting-sdk/web/browser-support/). If a violation is reported that is not in
this list, please tell us.

## Trusted Types

\`require-trusted-types-for 'script'\` works. The SDK knows nothing of Trusted Types: it writes markup and addresses of scripts
as strings. So the component makes a policy in the meeting's frame that lets those pass there, and nowhere else; your
page's own strings are refused as before. That policy is the frame's \`default\`. If you list names, add it:
\`trusted-types my-app default\`. Without it, the join fails with \`sdk-blocked-by-policy\`.

Do not demand them in a cross-origin isolated page: there the SDK's workers load their scripts by address
(\`importScripts\`), and nothing reaches into a worker to let those pass. People join, and the workers of sound and video do not run.

## Permissions-Policy

None is needed: what the meeting uses (\`camera\`, \`microphone\`, \`display-capture\`, \`autoplay\`, \`fullscreen\`, \`clipboard-read\`,
\`clipboard-write\`) is allowed to a page by default, and the component passes it on to its frame. If you send the header,
leave those in:

\`\`\`
Permissions-Policy: camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self)
\`\`\`

If it forbids one of the first three, people join without it, and \`onWarning\` says so (\`media-forbidden\`). If your page
stands in a frame of another origin, that frame needs \`allow="camera; microphone; display-capture; …"\` too.

## Cross-origin isolation, or WebRTC video

Without either, the SDK shows two people, one above the other, and has two views: gallery and minimized. Either brings all
five, \`speaker\`, \`active\` and \`ribbon\` among them, and a gallery of many:

- **WebRTC video**: \`video_webrtc_mode: 1\` in the signature. \`createSignatureHandler\` and \`createGrant\` write it unless told
  otherwise; \`createSignature\` does with \`videoWebRtcMode: 1\`. No header, and nothing else of your page changes.
- **Isolation**: two headers, which give the SDK \`SharedArrayBuffer\` and, with it, threads:

\`\`\`
Cross-Origin-Opener-Policy: same-origin
Cross-Origin-Embedder-Policy: credentialless
\`\`\`

\`require-corp\` works as well, in Safari too, which lacks \`credentialless\`; then every picture and script of another origin in
your page must agree to it. Pop-ups for sign-in lose their opener in both. In an isolated page the component asks for the
SDK's scripts with CORS, as the SDK does for its own.

What each buys was measured in the practice meeting, in Chromium, from both sources of the SDK:

| | \`crossOriginIsolated\` | \`SharedArrayBuffer\` | views |
|---|---|---|---|
| neither | no | no | 2 |
| \`videoWebRtcMode: 1\` | no | no | 5 |
| isolation, \`credentialless\` or \`require-corp\` | yes | yes | 5 |

## What is not proven here

The stand-in for Zoom's servers decides which names they have and what they send. That Zoom's real servers all lie under
\`zoom.us\`, and that its CDN agrees to isolated pages (\`Access-Control-Allow-Origin\`), is Zoom's word and not measured. With
credentials, \`npm run test:smoke\` joins a real meeting; serve your app with the policy as
\`Content-Security-Policy-Report-Only\` first, and look at what is reported.
`;

const shown = (text: string): string => text.replaceAll(NONCE, 'RANDOM');

function policy(name: PolicyName): string {
  return `\`\`\`\nContent-Security-Policy:\n${directives(POLICIES[name])
    .map((directive) => `  ${shown(directive)};`)
    .join('\n')}\n\`\`\``;
}

function table(): string {
  // What is in several policies stands here once.
  const sources = [...new Set<Source>(Object.values(POLICIES).flat())];
  const rows = sources.map(
    ({ directive, source, why, seen }) =>
      `| \`${directive}\` | \`${shown(source)}\`${seen === 'reading' ? ' ○' : ''} | ${why} |`,
  );
  return ['| Directive | Source | Why |', '|---|---|---|', ...rows].join('\n');
}
