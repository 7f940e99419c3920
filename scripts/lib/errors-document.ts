import { LOAD_CODES } from '../../src/failures/classify.ts';
import { codeOfCase, type FailureCase } from '../../src/failures/failure.ts';
import { NO_TRIES, planRetry } from '../../src/failures/retry-policy.ts';
import { CODES } from '../../src/failures/words/for-people.ts';
import { CASES, FOUND_OUT, LOAD_CASES } from '../../src/failures/words/our-words.ts';
import { remediesFor } from '../../src/failures/words/remedies.ts';
import { ZOOM_HINTS } from '../../src/failures/words/zoom-words.ts';
import { ZOOM_CODES } from '../../src/failures/zoom-codes.ts';
import type { ZoomJoinErrorCode } from '../../src/failures/zoom-join-error.ts';
import type { LoadProblem } from '../../src/sdk/loading/load-sdk.ts';

interface Row {
  /** Zoom's number, or our message. */
  readonly when: string;
  readonly hint: string;
}

const INTRODUCTION = `# Errors

<!-- Made by \`npm run docs\` from the tables in src/failures. Change those. -->

Every way a meeting can fail ends in the status \`failed\`, with a \`ZoomJoinError\`: it reaches \`onError\`, \`error\` of the
handle and the \`failed\` screen. Switch on its \`code\`; a code is never renamed, only added.

- \`message\` and \`hint\` are for you. Neither holds a meeting number, a passcode, a signature or a token.
  The hint ends with the section of this page, which is in \`node_modules\`.
  If your endpoint refuses with a JSON body that has \`error\`, \`message\` or \`errors\`, the hint begins with its reason.
- \`userMessage\` is for the person; the screens show it in the language of the component.
- \`zoomCode\` is Zoom's own number, where Zoom refused. \`url\` is a page of Zoom's where the person can go on.
- \`retryable\`: trying again, without changing anything, can help.
- \`remedies\`: what the person can do, and what the screen offers. \`retry\`: a button to try again; where nothing can change
  while the page is open, it is there only if nothing else can be offered. \`app\`: a button that opens \`appUrl\`, if you give
  one. \`other-browser\`: without \`appUrl\`, a button that copies the page's link.

The code is there at once, and what follows from it happens at once. The words are a chunk of their own, which loads when
something fails: until it is there, or where it does not come, message and sentence are general ones, and \`retryable\` is true.
\`onError\` waits for it, for 4 seconds at the most; \`error\` of the handle is then replaced by one with its words.

Some failures are tried again before they become an error:

- An expired signature: once, at once; \`getSignature\` is told \`reason: 'expired'\`.
- The network, or a server behind it, keeps somebody from joining: after 1, 2, 4, 8, then every 15 seconds, a little less so that
  not everybody asks at once, and as soon as the browser says that there is a network again; for \`timeouts.retry\`, a minute by default.
- The same in a meeting: the status is \`reconnecting\`, and it is tried again in the same way for \`timeouts.reconnect\`, five minutes by
  default. Then it is \`connection-lost\`, or \`offline\`.
- A meeting that has not started is no error: the status is \`waiting\`, and it is tried again after 5 seconds, then less often, at the
  most every 30 seconds, until the host starts it or the person leaves, whatever the network does meanwhile.
`;

/** Generates `docs/errors.md` from the tables that the component itself uses. */
export function errorsDocument(): string {
  const sections = Object.entries(CODES).map(([code, [sentence, again]]) =>
    section(code as ZoomJoinErrorCode, sentence, again !== undefined),
  );
  return [INTRODUCTION, ...sections].join('\n');
}

const TRIED_AGAIN = {
  no: '',
  later: 'tried again once there has been a meeting',
  always: 'tried again by itself',
};

function triesOf(code: ZoomJoinErrorCode): keyof typeof TRIED_AGAIN {
  const isTried = (patience: number) => planRetry(code, { tries: NO_TRIES, now: 0, patience }) !== null;
  return isTried(60_000) ? 'always' : isTried(Infinity) ? 'later' : 'no';
}

function section(code: ZoomJoinErrorCode, sentence: string, isRetryable: boolean): string {
  const facts = [
    `retryable: ${isRetryable ? 'yes' : 'no'}`,
    TRIED_AGAIN[triesOf(code)],
    `remedies: ${remediesFor(code).join(', ') || 'none'}`,
  ].filter(Boolean);
  const rows = rowsOf(code).map(({ when, hint }) => `- ${when} ${hint}`);
  const [guide, text] = GUIDES.find(([codes]) => codes.test(code))?.slice(1) ?? [];
  if (guide !== undefined) rows.push(`- More in [${text}](${guide}).`);
  return [`## \`${code}\``, '', `“${sentence}” (${facts.join('; ')})`, '', ...rows, ''].join('\n');
}

/** The document that says more about some codes, and what it is about. The first one that fits counts. */
const GUIDES: readonly (readonly [codes: RegExp, path: string, text: string])[] = [
  [
    /^signature-(request|unreachable|timeout|denied|endpoint|unreadable|missing)/,
    'endpoint.md',
    'The signature endpoint',
  ],
  [/^(signature-|permission-denied|token-invalid)/, 'zoom-account.md', 'The account at Zoom'],
  [/^sdk-blocked-by-policy/, 'content-security-policy.md', 'Content-Security-Policy, and other headers'],
  [/^(component|sdk-)/, 'self-hosting.md', 'Hosting the SDK yourself'],
  [/^unsupported-environment/, 'testing.md', 'Testing your app'],
  [
    /^(registration|login|authorized|email|meeting-locked|removed)/,
    'keeping-people-out.md',
    'Keeping people out of a meeting',
  ],
  [/^(insecure|browser|phone)/, 'questions.md', 'Questions'],
];

function rowsOf(code: ZoomJoinErrorCode): Row[] {
  const ours = [
    ...Object.entries(CASES).map(([name, words]) => [codeOfCase(name as FailureCase), words] as const),
    ...Object.entries(LOAD_CASES).map(
      ([problem, words]) => [LOAD_CODES[problem as LoadProblem], words] as const,
    ),
    ...Object.values(FOUND_OUT).map(([of, ...words]) => [of, words] as const),
  ]
    .filter(([of]) => of === code)
    .map(([, [message, hint]]): Row => ({ when: message.replace('#', '…').replace(/: …\.?$/, '.'), hint }));
  // Group the numbers that have the same hint.
  const zooms = new Map<string, number[]>();
  for (const number of ZOOM_CODES[code] ?? []) {
    const hint = ZOOM_HINTS[number];
    if (hint !== undefined) zooms.set(hint, [...(zooms.get(hint) ?? []), number]);
  }
  return [
    ...ours,
    ...[...zooms].map(([hint, numbers]): Row => ({ when: `Zoom says ${numbers.join(', ')}.`, hint })),
    ...(SPECIAL[code] ?? []),
  ];
}

const SIGNATURE = 'inspectSignature() says what it is.';
/** The rows for errors whose messages are not in these tables. */
const SPECIAL: Partial<Record<ZoomJoinErrorCode, readonly Row[]>> = {
  'invalid-meeting': [
    {
      when: '`meeting` is missing, empty, of the wrong type, has another count of digits than 9 to 11, or is a link without a number.',
      hint: 'Pass the meeting number, a join URL, { meetingNumber, password }, or a name of your own.',
    },
  ],
  'signature-invalid': [{ when: 'The signature cannot work.', hint: SIGNATURE }],
  'signature-expired': [{ when: 'The signature has expired before it was used.', hint: SIGNATURE }],
  'insecure-context': [
    { when: 'Zoom says 5000 in a page without https.', hint: 'Serve the page over https.' },
  ],
  'browser-unsupported': [{ when: 'Zoom says 5000.', hint: 'Offer the join URL in the Zoom app.' }],
  offline: [
    {
      when: 'The browser knows of no network.',
      hint: 'In a meeting it is tried again as soon as there is a network, for `timeouts.reconnect`; before, for `timeouts.retry`.',
    },
  ],
  'join-failed': [
    {
      when: 'Zoom gives a number that is not in these tables, or none.',
      hint: 'The message has Zoom’s own sentence.',
    },
  ],
};
