import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { guardRequests } from '../../../src/sdk/guard/guard-requests.ts';
import type { FrameWindow } from '../../../src/sdk/loading/source.ts';
import { createFinder } from '../../../src/sdk/secrets/finder.ts';

const SIGNATURE = 'ey-header.ey-payload.signature';
const PASSCODE = 'open12';

let frame: FrameWindow;
const onBlocked = vi.fn();
/** What the frame's sockets were opened with, and have sent. */
const sockets: string[] = [];

const guard = (maysCall: boolean) =>
  guardRequests(frame, { finder: createFinder([SIGNATURE, PASSCODE]), maysCall, onBlocked });

beforeEach(() => {
  const iframe = document.body.appendChild(document.createElement('iframe'));
  frame = iframe.contentWindow as FrameWindow;
  frame.WebSocket = class {
    constructor(url: string) {
      sockets.push(url);
    }
    send(data: string) {
      sockets.push(data);
    }
  } as unknown as typeof WebSocket;
});
afterEach(() => {
  frame.frameElement?.remove();
  onBlocked.mockClear();
  sockets.length = 0;
});

it.each([
  [`https://zoom.us/x?pwd=${PASSCODE}`],
  [`https://zoom.us/x?a=1&s=${SIGNATURE}&b=2`],
  [`https://zoom.us/x#${btoa(SIGNATURE)}`],
])('no request goes to %s', async (address) => {
  guard(false);
  const request = new frame.XMLHttpRequest();
  request.open('GET', address);
  const failed = new Promise((resolve) => {
    request.onerror = resolve;
  });
  request.send();
  await failed;
  await expect(frame.fetch(address)).rejects.toThrow();
  await expect(frame.fetch(new frame.Request(address))).rejects.toThrow();
  expect(frame.navigator.sendBeacon(address)).toBe(false);
  for (const name of ['img', 'iframe'] as const) {
    const element = frame.document.createElement(name);
    element.src = address;
    expect(element.hasAttribute('src')).toBe(false);
  }
  const script = frame.document.createElement('script');
  await new Promise((resolve) => {
    script.src = address;
    script.onerror = resolve;
  });
  expect(new Set(onBlocked.mock.calls.flat())).toEqual(new Set(['request']));
  expect(onBlocked).toHaveBeenCalledTimes(7);
  expect(performance.getEntriesByName(address).concat(frame.performance.getEntriesByName(address))).toEqual(
    [],
  );
});

it('others are sent, also if an address contains the passcode as a word', async () => {
  guard(false);
  const address = `${location.origin}/favicon.ico?open12345&x=reopen12`;
  expect((await frame.fetch(address)).ok).toBeDefined();
  new frame.WebSocket(`wss://zoom.us/?caps=${PASSCODE}`);
  expect(sockets).toEqual([`wss://zoom.us/?caps=${PASSCODE}`]);
  expect(onBlocked).not.toHaveBeenCalled();
});

it('a socket’s address has no token', () => {
  guard(false);
  new frame.WebSocket(`wss://zoom.us/?s=${SIGNATURE}`);
  expect(sockets).toEqual(['about:invalid']);
  expect(onBlocked.mock.calls).toEqual([['request']]);
});

const CALL = '{"evt":8197,"body":{"pn":"+15550100","bCallme":false},"seq":7}';
const CALL_ME = '{"evt":8197,"body":{"pn":"+15550100","bCallme":true},"seq":7}';
it.each([
  [false, [CALL_ME]],
  [true, [CALL, CALL_ME]],
])('others are phoned only if that is allowed (%s), and the user always', (maysCall, sent) => {
  guard(maysCall);
  const socket = new frame.WebSocket('wss://zoom.us/');
  for (const message of [CALL, CALL_ME]) socket.send(message);
  expect(sockets.slice(1)).toEqual(sent);
  expect(onBlocked.mock.calls).toEqual(maysCall ? [] : [['call']]);
});
