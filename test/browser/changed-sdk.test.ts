import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FixtureProps } from '../apps/app/main.tsx';
import { installStores } from '../leaks/stores.ts';
import { answerWith } from '../support/answer-with.ts';
import { type Change, serveChangedSdk } from '../support/changed-sdk.ts';
import { fakeSignature } from '../support/fake-signature.ts';
import { app, type FixturePage, type Harness, sharedHarness } from '../support/harness.ts';
import { firstOf } from '../support/is-all.ts';
import { hasSentLog, switchLoggingOn } from '../support/switch-logging-on.ts';

const NUMBER = '98765432109';
const PASSCODE = 'open-sesame';
const SECRETS = /987[\s-]?6543[\s-]?2109|open-sesame/;

/** The changes that a new SDK might bring: the name of each, and how the file is changed for it. */
const OPTION: readonly Change[] = [
  ['s={meetingInfo:["topic"', 's={infoRows:["topic"'],
  ['d=a?.meetingInfo||[]', 'd=a?.infoRows||[]'],
];
const ICON: Change = ['Shield Checkmark', 'Info Circle'];
const FOOTER: Change = ['participants list footer', 'people footer'];
const INVITE =
  /(\w+&&\(0,SK\.jsx\)\(\w+,\{onClick:\w+,sx:\w+\.footerButton,children:\w\("toolbar_invite"\)\}\)),(\w+&&\(0,SK\.jsx\)\(\w+,\{onClick:\w+,sx:\w+\.footerButton,children:\w\("toolbar_muteall"\)\}\))/;
const ORDER: Change = [INVITE, '$2,$1'];
const DIALOG: Change = ['invitee-name', 'callee-name'];

interface Row {
  readonly what: string;
  readonly changes: readonly Change[];
  readonly hideMeetingInfo?: true;
  /** A warning that is told. */
  readonly warning?: RegExp;
}

const SHOWN = /It shows what lets somebody join/;
const ROWS: readonly Row[] = [
  { what: 'all names', changes: [...OPTION, ICON, FOOTER, ORDER, DIALOG], warning: SHOWN },
  {
    what: 'all names, with all hidden',
    changes: [...OPTION, ICON, FOOTER, ORDER, DIALOG],
    hideMeetingInfo: true,
  },
  { what: 'option `meetingInfo`', changes: OPTION, warning: SHOWN },
  { what: 'option `meetingInfo`, with all hidden', changes: OPTION, hideMeetingInfo: true },
  { what: 'option and icon, with all hidden', changes: [...OPTION, ICON], hideMeetingInfo: true },
  { what: 'icon, with all hidden', changes: [ICON], hideMeetingInfo: true },
  { what: 'label of the footer', changes: [FOOTER] },
  { what: 'order of the footer', changes: [ORDER] },
  { what: 'label, and field of the phone dialog', changes: [FOOTER, DIALOG] },
  {
    what: 'option, and the number in groups',
    changes: [
      ...OPTION,
      [
        'children:l.meetingNumber',
        'children:String(l.meetingNumber).replace(/(...)(....)(....)/,"$1 $2 $3")',
      ],
    ],
    warning: SHOWN,
  },
  {
    what: 'option, and the number in several elements',
    changes: [
      ...OPTION,
      [
        'children:l.meetingNumber',
        'children:[...String(l.meetingNumber)].map((e,t)=>(0,SK.jsx)("b",{children:e},t))',
      ],
    ],
    warning: SHOWN,
  },
  {
    what: 'option, and rows that are no list items',
    changes: [...OPTION, ['(b3,{disableGutters:!0,', '("div",{']],
    warning: SHOWN,
  },
  {
    what: 'option, and panels inside the root',
    changes: [
      ...OPTION,
      ['disablePortal:a=!1', 'disablePortal:a=!0'],
      ['disablePortal:s=!1', 'disablePortal:s=!0'],
    ],
    warning: SHOWN,
  },
  {
    what: 'option, and the passcode in a field',
    changes: [
      ...OPTION,
      ['(L3,{sx:_.text,children:l?.password})', '("input",{readOnly:!0,value:l?.password||""})'],
    ],
    warning: SHOWN,
  },
  {
    what: 'the number in the title of the info button',
    changes: [['title:k("meeting_info")', `title:k("meeting_info")+" (${NUMBER})"`]],
    warning: SHOWN,
  },
  {
    what: 'the number in what is shown while joining',
    changes: [['wc_joining_meeting:"Joining Meeting..."', `wc_joining_meeting:"Joining ${NUMBER}"`]],
    warning: SHOWN,
  },
  {
    what: 'the icon’s name, and the word for the button',
    changes: [ICON, ['meeting_info', 'info_panel']],
    hideMeetingInfo: true,
    warning: /Its names of the controls/,
  },
];

let harness: Harness;
let fixture: FixturePage;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());
beforeEach(async () => {
  harness.zoom.reset();
  fixture = await harness.open('react-19');
});
afterEach(() => fixture.close());

const props = (more: Partial<FixtureProps> = {}): FixtureProps => ({
  meeting: 'class-42',
  answer: { signature: fakeSignature({ mn: NUMBER }), meetingNumber: NUMBER, password: PASSCODE },
  timeouts: { retry: 0 },
  ...more,
});

/** Makes Zoom answer as for an account that can phone somebody into a meeting. */
const letPhone = (): void =>
  answerWith(harness.zoom, {
    support_call_out: '1',
    call_out_country_json: JSON.stringify([{ id: 'US', name: 'USA', code: '+1' }]),
  });

/**
 * Presses everything that can be pressed in the meeting, except for what leaves it, and what that opens, and returns
 * everything that was seen.
 */
async function lookEverywhere(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { contentDocument: meeting } = document.querySelector('iframe') as HTMLIFrameElement;
    if (!meeting) return '';
    const seen = new Set<string>();
    const look = () => {
      for (const element of meeting.body.querySelectorAll<HTMLElement>('*')) {
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        for (const { value } of element.attributes) seen.add(value);
        if ('value' in element) seen.add(String(element.value));
      }
      seen.add(meeting.body.innerText);
    };
    const controls = () =>
      [
        ...meeting.body.querySelectorAll<HTMLElement>('button,[role=button],[role=menuitem],[role=tab]'),
      ].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    const nameOf = (element: HTMLElement) =>
      element.getAttribute('aria-label') ??
      element.title +
        element.textContent +
        (element.querySelector('[aria-label]')?.getAttribute('aria-label') ?? '');
    const wait = () => new Promise((resolve) => setTimeout(resolve, 60));
    const pressed = new Set<string>();
    for (let round = 0; round < 24; round += 1) {
      look();
      const next = controls().find(
        (one) => !pressed.has(nameOf(one)) && !/leave|end\b|close|cancel|minimize/i.test(nameOf(one)),
      );
      if (next === undefined) break;
      pressed.add(nameOf(next));
      next.click();
      await wait();
    }
    look();
    return [...seen, 'PRESSED', ...pressed].join('\n');
  });
}

const warnings = () => app(fixture.page, ({ warnings }) => [...warnings]);

describe('an SDK that is changed', () => {
  it('shows everything if nothing is hidden, so that this test would see it', async () => {
    letPhone();
    await fixture.page.evaluate((given) => window.app.mount(given), props({ hideMeetingInfo: false }));
    expect(await fixture.status('joined', 'failed')).toBe('joined');
    const seen = await lookEverywhere(fixture.page);
    expect(seen).toContain(NUMBER);
    expect(seen).toContain(PASSCODE);
    expect(seen).toContain('Invite');
    expect(await warnings()).toEqual([]);
  });

  it.each(firstOf(1, ROWS))(
    '$what: shows nothing that lets somebody join',
    async ({ changes, warning, ...more }) => {
      letPhone();
      serveChangedSdk(harness.zoom, changes);
      await fixture.page.evaluate((given) => window.app.mount(given), props(more as Partial<FixtureProps>));
      expect(await fixture.status('joined', 'failed')).toBe('joined');
      const seen = await lookEverywhere(fixture.page);
      expect(seen).not.toMatch(SECRETS);
      expect(seen).not.toMatch(/^Invite$/m);
      const told = await warnings();
      if (warning) expect(told).toContainEqual(expect.stringMatching(warning));
      else expect(told).toEqual([]);
    },
  );
});

/** How the SDK repeats its first request after an HTTP 5xx: with everything in the address of a script. */
const REPEATED = 'document.getElementsByTagName("head")[0].appendChild(r)';
const BY_SCRIPT = 'r.src=`$'.concat('{e}?');
const KEPT: Change = [BY_SCRIPT, BY_SCRIPT.replace('src', 'to')];
const PATH: Change = ['/api/v1/wc/info', '/api/v2/session'];

const REQUESTS: readonly [what: string, changes: Change[]][] = [
  ['path', [PATH]],
  ['path, and fetch', [PATH, KEPT, [REPEATED, 'fetch(r.to).catch(r.onerror)']]],
  [
    'path, and XHR',
    [PATH, KEPT, [REPEATED, '(x=>{x.onerror=r.onerror;x.open("GET",r.to);x.send()})(new XMLHttpRequest)']],
  ],
  ['path, and a beacon', [PATH, KEPT, [REPEATED, '(navigator.sendBeacon(r.to),setTimeout(r.onerror,9,1))']]],
  ['path, and an image', [PATH, KEPT, [REPEATED, '(new Image().src=r.to,setTimeout(r.onerror,9,1))']]],
  ['path, and a socket', [PATH, KEPT, [REPEATED, 'new WebSocket(r.to)']]],
];
it.each(firstOf(1, REQUESTS))(
  'the first request, changed (%s), sends nothing in an address',
  async (_what, changes) => {
    const { page, status } = fixture;
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    page.on('websocket', (socket) => addresses.push(socket.url()));
    const { zoom } = harness;
    zoom.intercept = (request, response) => {
      addresses.push(request.url ?? '');
      if (!request.url?.startsWith('/api/v2/session')) return false;
      response.writeHead(503).end('busy');
      return true;
    };
    serveChangedSdk(zoom, changes);
    await page.evaluate((given) => window.app.mount(given), props());
    expect(await status('joined', 'failed')).toBe('failed');
    expect(addresses.join('\n')).toContain('/api/v2/session');
    expect(addresses.join('\n')).not.toMatch(/open-sesame|signature=/);
    expect(await warnings()).toEqual([expect.stringMatching(/wanted to send the signature/)]);
  },
);

it.each<[what: string, changes: Change[]]>([
  ['the database’s name', [['ZM-VSDK-LOG-DATABASE', 'ZM-LOGS']]],
  [
    'the database’s name, and how it is written',
    [
      ['ZM-VSDK-LOG-DATABASE', 'ZM-LOGS'],
      ['n.put(t,e)', 'n.openCursor().onsuccess=o=>o.target.result?o.target.result.update(t):n.add(t,e)'],
    ],
  ],
])('the log, changed (%s), leaves nothing', async (_what, changes) => {
  await fixture.close();
  fixture = await harness.open('react-19', {
    prepare: async (page) => void (await page.addInitScript(installStores)),
  });
  const { page, status } = fixture;
  switchLoggingOn(harness.zoom);
  serveChangedSdk(harness.zoom, changes);
  await page.evaluate((given) => window.app.mount(given), props());
  expect(await status('joined', 'failed')).toBe('joined');
  await expect.poll(() => hasSentLog(harness.zoom)).toBe(true);
  await page.evaluate(() => window.app.unmount());
  expect(await page.evaluate(() => window.stores.databases())).toEqual([]);
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names).toContain('ZM-LOGS');
});

it('a message with the number is seen', async () => {
  const { page, status } = fixture;
  await page.evaluate((given) => window.app.mount(given), props());
  await status('joined');
  const { service } = harness.zoom;
  const [grace = 0] = service.people.keys();
  service.say(grace, `Join with ${NUMBER}`);
  const text = () => page.frames().at(-1)?.evaluate<string>('document.body.innerText');
  await expect.poll(text).toContain(`Join with ${NUMBER}`);
  expect(await warnings()).toEqual([]);
});

it('a version that was not tried is told', async () => {
  serveChangedSdk(harness.zoom, [['C="6.2.0"', 'C="6.10.0"']]);
  await fixture.page.evaluate((given) => window.app.mount(given), props());
  expect(await fixture.status('joined', 'failed')).toBe('joined');
  expect(await warnings()).toEqual([expect.stringMatching(/^The SDK is 6\.10\.0, with which/)]);
});

interface LayoutRow {
  readonly what: string;
  readonly changes: readonly Change[];
  /** Warnings that are told. Others are not. */
  readonly warning?: readonly RegExp[];
}

const ID = 'id:`suspension-view-tabpanel-$'.concat('{n}-$', '{a}`');
const AROUND: Change = [
  'createRoot)(a).render(',
  'createRoot)(a.appendChild(document.createElement("div"))).render(',
];
const PLACEMENT: Change = ['data-popper-placement', 'data-placement'];
const LAYOUTS: readonly LayoutRow[] = [
  {
    what: 'all names and an element around the meeting',
    changes: [AROUND, [ID, 'id:"tiles"'], PLACEMENT],
    warning: [/The box of its meeting/, /Its views were not recognized/],
  },
  { what: 'nothing', changes: [] },
  {
    what: 'an element around the meeting',
    changes: [AROUND],
    warning: [/The box of its meeting/],
  },
  {
    what: 'an element around the widget',
    changes: [
      ['(W0,{sx:v.resizable,children:t})', '("div",{children:(0,SK.jsx)(W0,{sx:v.resizable,children:t})})'],
    ],
  },
  { what: 'the panels’ id', changes: [[ID, ID.replace('suspension-view-tabpanel', 'tile-area')]] },
  {
    what: 'the order inside that id',
    changes: [[ID, ID.replace('{n}', '{z}').replace('{a}', '{n}').replace('{z}', '{a}')]],
  },
  { what: 'no id', changes: [[ID, 'id:"tiles"']], warning: [/Its views were not recognized/] },
  { what: 'the panels’ placement', changes: [PLACEMENT] },
];

it.each(firstOf(1, LAYOUTS))(
  'with a change of its layout ($what), the whole meeting stays in the frame',
  async ({ changes, warning = [] }) => {
    const { page, status } = fixture;
    serveChangedSdk(harness.zoom, changes);
    await page.evaluate((given) => window.app.mount(given), props({ style: { width: 900, height: 600 } }));
    expect(await status('joined', 'failed')).toBe('joined');
    expect(await page.evaluate(() => window.app.handle?.client?.setViewType('speaker'))).toBe(true);
    await press(page, 'button[title=Participants]');
    const widthOf = () => page.evaluate(tilesWidth);
    const first = await widthOf();
    for (const [width, height] of [
      [900, 600],
      [1200, 800],
      [320, 240],
    ] as const) {
      await page.evaluate(
        (size) => Object.assign(document.querySelector<HTMLElement>('[data-zoom-join]')?.style ?? {}, size),
        { width: `${width}px`, height: `${height}px` },
      );
      if (width > 900) await expect.poll(widthOf).toBeGreaterThan(first * 1.25);
      for (const part of ['button[title=Leave]', 'button[title=Participants]', 'body>[role=dialog]']) {
        await expect.poll(() => isInside(page, part), { message: `${part} at ${width}` }).toBe(true);
      }
    }
    expect(await warnings()).toEqual(warning.map((one) => expect.stringMatching(one)));
  },
);

const press = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const meeting = document.querySelector('iframe')?.contentDocument;
    meeting?.querySelector<HTMLElement>(wanted)?.click();
  }, selector);

/** Whether an element of the meeting is in the frame, as a whole. */
const isInside = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const frame = document.querySelector('iframe')?.contentDocument;
    const { left, top, right, bottom, width } =
      frame?.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    const { clientWidth, clientHeight } = frame?.documentElement ?? document.documentElement;
    return width > 0 && left >= -1 && top >= -1 && right <= clientWidth + 1 && bottom <= clientHeight + 1;
  }, selector);

/** Returns how wide the videos are on the screen. */
function tilesWidth(): number {
  const frame = document.querySelector('iframe')?.contentDocument;
  return frame?.querySelector('video-player-container')?.getBoundingClientRect().width ?? 0;
}
