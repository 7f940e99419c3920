import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardCopies } from '../../../src/sdk/guard/guard-copies.ts';
import type { FrameWindow } from '../../../src/sdk/loading/source.ts';

const SECRET = 'https://zoom.us/j/98765432109';
const OTHER = 'https://zoom.us/privacy';

let frame: FrameWindow;
const onBlocked = vi.fn();
/** What reached the browser. */
const done: unknown[] = [];

beforeEach(() => {
  const iframe = document.body.appendChild(document.createElement('iframe'));
  frame = iframe.contentWindow as FrameWindow;
  const note = (text: unknown) => void done.push(text);
  frame.open = (url) => {
    note(url);
    return null;
  };
  frame.alert = note;
  frame.confirm = (text) => {
    note(text);
    return true;
  };
  frame.prompt = (text, value) => {
    note(text);
    note(value);
    return 'answer';
  };
  frame.navigator.clipboard.writeText = async (text) => note(text);
  frame.navigator.clipboard.write = async (items) =>
    note(await (await items[0]?.getType('text/plain'))?.text());
  guardCopies(frame, (text) => text.includes(SECRET), onBlocked);
});
afterEach(() => {
  frame.frameElement?.remove();
  onBlocked.mockClear();
  done.length = 0;
});

const items = (text: string) => [new frame.ClipboardItem({ 'text/plain': text })];

describe.each<[what: string, use: (text: string) => unknown]>([
  ['tab', (text) => frame.open(text)],
  ['dialog', (text) => frame.alert(text)],
  ['dialog', (text) => frame.confirm(text)],
  ['dialog', (text) => frame.prompt('Copy this', text)],
  ['clipboard', (text) => frame.navigator.clipboard.writeText(text)],
  ['clipboard', (text) => frame.navigator.clipboard.write(items(text))],
])('%s (%#)', (what, use) => {
  it('lets other texts pass', async () => {
    await use(OTHER);
    expect(done).toContain(OTHER);
    expect(onBlocked).not.toHaveBeenCalled();
  });

  it('blocks a secret', async () => {
    await use(SECRET);
    expect(done).toEqual([]);
    expect(onBlocked.mock.calls).toEqual([[what]]);
  });
});

it('a clipboard without `write`, as in Firefox before 127, is guarded as well', async () => {
  const iframe = document.body.appendChild(document.createElement('iframe'));
  const old = iframe.contentWindow as FrameWindow;
  Object.defineProperty(old.navigator.clipboard, 'write', { value: undefined, writable: true });
  guardCopies(old, (text) => text.includes(SECRET), onBlocked);
  await old.navigator.clipboard.writeText(SECRET);
  expect(onBlocked.mock.calls).toEqual([['clipboard']]);
  expect(old.navigator.clipboard.write).toBeUndefined();
  iframe.remove();
});

describe.each([
  ['a text', '<p id=one></p>'],
  ['a field', '<input id=one>'],
])('copying what is selected in %s', (_what, markup) => {
  const copy = (text: string): { isWritten: boolean; isPrevented: boolean } => {
    const { document, DataTransfer, ClipboardEvent } = frame;
    document.body.innerHTML = markup;
    const one = document.getElementById('one') as HTMLElement;
    if ('value' in one) {
      one.value = text;
      one.focus();
      (one as HTMLInputElement).select();
    } else {
      one.textContent = text;
      document.getSelection()?.selectAllChildren(one);
    }
    let isWritten = false;
    one.addEventListener('copy', () => {
      isWritten = true;
    });
    const event = new ClipboardEvent('copy', {
      bubbles: true,
      cancelable: true,
      clipboardData: new DataTransfer(),
    });
    one.dispatchEvent(event);
    return { isWritten, isPrevented: event.defaultPrevented };
  };

  it('is left alone', () => {
    expect(copy(OTHER)).toEqual({ isWritten: true, isPrevented: false });
  });

  it('is prevented if it contains a secret, before a listener writes something else', () => {
    expect(copy(SECRET)).toEqual({ isWritten: false, isPrevented: true });
    expect(onBlocked.mock.calls).toEqual([['clipboard']]);
  });
});
