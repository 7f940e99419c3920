import { CASES, type Case, LOAD_CASES } from '../../src/session/cases.ts';
import { CODES } from '../../src/session/codes.ts';
import type { ZoomJoinErrorCode } from '../../src/session/error.ts';
import { ZoomJoinError } from '../../src/session/error.ts';
import { remediesFor } from '../../src/session/remedies.ts';
import { NO_TRIES, planRetry } from '../../src/session/retry.ts';
import { ZOOM_CODES } from '../../src/session/zoom-codes.ts';

interface Row {
  /** Zoom's number, or our message. */
  readonly when: string;
  readonly hint: string;
}

const INTRODUCTION = `# Errors

<!-- Made by \`npm run docs\` from src/session/codes.ts, cases.ts and zoom-codes.ts. Change those. -->

Every way a meeting can fail ends in the status \`failed\`, with a \`ZoomJoinError\`: it reaches \`onError\`, \`error\` of the
handle and the \`failed\` screen. Switch on its \`code\`; a code is never renamed, only added.

- \`message\` and \`hint\` are for you. Neither holds a meeting number, a passcode, a signature or a token.
- \`userMessage\` is for the person; the screens show it in the language of the component.
- \`zoomCode\` is Zoom's own number, where Zoom refused. \`url\` is a page of Zoom's where the person can go on.
- \`retryable\`: trying again, without changing anything, can help.
- \`remedies\`: what the person can do, and what the screen offers. \`retry\`: a button to try again; where nothing can change
  while the page is open, it is there only if nothing else can be offered. \`app\`: a button that opens \`appUrl\`, if you give
  one. \`other-browser\`: without \`appUrl\`, a button that copies the page's link.

Some failures are tried again before they become an error. An expired signature: once, at once, and \`getSignature\` is told
\`reason: 'expired'\`. An error of the connection: two more times, after about 1 and 3 seconds. A meeting that has not started
is no error: the status is \`waiting\`, and it is tried again after 5 seconds, then less often, at the most every 30 seconds, until
the host starts it or the person leaves.
`;

/** `docs/errors.md`, from the tables that the component itself uses. */
export function errorsDocument(): string {
  const sections = Object.entries(CODES).map(([code, [sentence, again]]) =>
    section(code as ZoomJoinErrorCode, sentence, again !== undefined),
  );
  return [INTRODUCTION, ...sections].join('\n');
}

function section(code: ZoomJoinErrorCode, sentence: string, isRetryable: boolean): string {
  const facts = [
    `retryable: ${isRetryable ? 'yes' : 'no'}`,
    planRetry(new ZoomJoinError(code, ''), NO_TRIES) === null ? '' : 'tried again by itself',
    `remedies: ${remediesFor(code).join(', ') || 'none'}`,
  ].filter(Boolean);
  const rows = rowsOf(code).map(({ when, hint }) => `- ${when} ${hint}`);
  return [`## \`${code}\``, '', `“${sentence}” (${facts.join('; ')})`, '', ...rows, ''].join('\n');
}

function rowsOf(code: ZoomJoinErrorCode): Row[] {
  const ours = [...Object.values(CASES), ...Object.values(LOAD_CASES)]
    .filter(([of]: Case) => of === code)
    .map(
      ([, message, hint]: Case): Row => ({ when: message.replace('#', '…').replace(/: …\.?$/, '.'), hint }),
    );
  // Numbers with the same advice stand together.
  const zooms = new Map<string, number[]>();
  for (const [number, [of, hint]] of Object.entries(ZOOM_CODES)) {
    if (of === code) zooms.set(hint, [...(zooms.get(hint) ?? []), Number(number)]);
  }
  return [
    ...ours,
    ...[...zooms].map(([hint, numbers]): Row => ({ when: `Zoom says ${numbers.join(', ')}.`, hint })),
    ...(SPECIAL[code] ?? []),
  ];
}

const SIGNATURE = 'inspectSignature() says what it is.';
/** What is put together elsewhere. */
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
      hint: 'Let the person try again; `online` events of the window tell when that makes sense.',
    },
  ],
  'join-failed': [
    {
      when: 'Zoom gives a number that is not in these tables, or none.',
      hint: 'The message has Zoom’s own sentence.',
    },
  ],
  'not-in-meeting': [
    {
      when: 'A method was called on a `client` whose meeting is over: it rejects, and the status stays as it is.',
      hint: 'Read `client` of the handle each time you need it: it is that of the current meeting, and `null` outside of one.',
    },
  ],
};
