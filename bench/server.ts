import { createHmac } from 'node:crypto';
import { createSignature, createSignatureHandler } from '../src/server/index.ts';
import { type Spread, spread } from './stats.ts';

/**
 * Measures signatures per second of one core's time, for our endpoint and for a hand-written one. The latter is
 * like Zoom's sample endpoint: it signs by itself and authorizes nobody. The CPU time of the whole process counts,
 * because Web Crypto works on other threads too. `npm run bench -- --server` runs this part alone.
 */
const ROUNDS = 9;
const SLICE_MS = 250;
const CREDENTIALS = { sdkKey: 'bench', sdkSecret: 'bench-secret-of-some-length-000000000' };
const MEETING = '12345678901';
const BODY = JSON.stringify({ meeting: MEETING, meetingNumber: MEETING, role: 0, reason: 'join' });

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signByHand(meetingNumber: string, role: number): string {
  const iat = Math.floor(Date.now() / 1000) - 30;
  const exp = iat + 1_800;
  const payload = { appKey: CREDENTIALS.sdkKey, mn: meetingNumber, role, iat, exp, tokenExp: exp };
  const text = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(payload)}`;
  return `${text}.${createHmac('sha256', CREDENTIALS.sdkSecret).update(text).digest('base64url')}`;
}

async function answerByHand(request: Request): Promise<Response> {
  const { meetingNumber, role } = (await request.json()) as { meetingNumber: string; role: number };
  return Response.json({ signature: signByHand(meetingNumber, role) });
}

const handler = createSignatureHandler({
  ...CREDENTIALS,
  authorize: (_request, ask) => ({ meetingNumber: ask.meeting }),
  rateLimit: () => false,
  onAudit: () => {},
});
const request = () =>
  new Request('https://app.example/api/zoom', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://app.example' },
    body: BODY,
  });

type Work = () => unknown;
const pairs: readonly (readonly [name: string, byHand: Work, ours: Work])[] = [
  [
    'signing',
    () => signByHand(MEETING, 0),
    () => createSignature({ ...CREDENTIALS, meetingNumber: MEETING, role: 0 }),
  ],
  [
    'a whole request',
    async () => (await answerByHand(request())).text(),
    async () => (await handler(request())).text(),
  ],
];

/** Returns how many calls of `work`, one after another, fit into a second of CPU time. */
async function rate(work: Work): Promise<number> {
  const until = performance.now() + SLICE_MS;
  const before = process.cpuUsage();
  let count = 0;
  while (performance.now() < until) {
    await work();
    count += 1;
  }
  const { user, system } = process.cpuUsage(before);
  return (count * 1_000_000) / (user + system);
}

console.log(`\nSignatures per second per core, median of ${ROUNDS} (min–max), in turn\n`);
for (const [name, ...works] of pairs) {
  const rates: number[][] = [[], []];
  // The first round warms up and does not count.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, work] of works.entries()) {
      const measured = await rate(work);
      if (round > 0) rates[index]?.push(measured);
    }
  }
  const [byHand, ours] = rates.map(spread) as [Spread, Spread];
  const ratio = `${(ours.median / byHand.median).toFixed(2)}×`;
  console.log(`${name.padEnd(16)}by hand ${perSecond(byHand)}  ours ${perSecond(ours)}  ${ratio}`);
}

function perSecond({ median, min, max }: Spread): string {
  const short = (value: number) => Math.round(value).toLocaleString('en');
  return `${short(median)}/s (${short(min)}–${short(max)})`.padEnd(28);
}
