import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { guardScreen, HIDDEN_STYLE } from '../../../src/sdk/guard/guard-screen.ts';
import type { FrameWindow } from '../../../src/sdk/loading/source.ts';
import { createFinder } from '../../../src/sdk/secrets/finder.ts';

const NUMBER = '98765432109';
const PASSCODE = 'open12';

let frame: FrameWindow;
let root: Element;
const onFound = vi.fn();

beforeEach(() => {
  const iframe = document.body.appendChild(document.createElement('iframe'));
  frame = iframe.contentWindow as FrameWindow;
  frame.document.body.innerHTML = `<style>${HIDDEN_STYLE}</style><div id=zoom></div>`;
  root = frame.document.getElementById('zoom') as Element;
  guardScreen(frame, root, {
    getFinder: () => createFinder([NUMBER, PASSCODE]),
    getNames: () => ['Meeting info'],
    areOwnWords: (text) => text.startsWith('Grace: '),
    onFound,
  });
});
afterEach(() => {
  frame.frameElement?.remove();
  onFound.mockClear();
});

const render = (markup: string, parent: Element = root): Promise<unknown> => {
  parent.insertAdjacentHTML('beforeend', markup);
  return painted();
};
/** Resolves before the browser paints, which would be a task later. */
const painted = (): Promise<unknown> => Promise.resolve().then(() => {});
/** What people see, with values of fields. */
const seen = (): string =>
  [
    (frame.document.body as HTMLElement).innerText,
    ...[...frame.document.querySelectorAll('input')]
      .filter((one) => one.checkVisibility())
      .map(({ value }) => value),
  ]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('hides, before it is painted', () => {
  it.each([
    ['the number', `<p>${NUMBER}</p>`],
    ['the number in groups', '<p>987 6543 2109</p>'],
    ['the number with dashes', '<p>Meeting ID: 987-6543-2109</p>'],
    ['the number in elements', '<p><b>987</b> <b>6543</b> <b>2109</b></p>'],
    ['the passcode', `<p>${PASSCODE}</p>`],
    ['the passcode after a label', `<p>Passcode: ${PASSCODE}</p>`],
    ['the passcode beside a label', `<div><span>Passcode</span><span>${PASSCODE}</span></div>`],
    ['a link', `<p>https://zoom.us/j/${NUMBER}?pwd=x</p>`],
    ['an address', `<a href="https://zoom.us/j/${NUMBER}">Invite others</a>`],
    ['a button that copies it', `<button data-clipboard-text="https://zoom.us/j/${NUMBER}">Copy</button>`],
    ['a tooltip', `<i title="${NUMBER}">i</i>`],
    ['a field', `<label>Passcode <input value="${PASSCODE}"></label>`],
    ['a table', `<table><tr><td>ID</td><td>${NUMBER}</td></tr></table>`],
  ])('%s', async (_what, markup) => {
    await render('<p>Topic</p>');
    await render(markup);
    expect(seen()).toBe('Topic');
    expect(onFound).toHaveBeenCalledTimes(1);
  });

  it('a field that a script has filled', async () => {
    await render('<p>Topic</p>');
    const row = frame.document.createElement('label');
    row.innerHTML = 'Passcode <textarea readonly></textarea>';
    (row.lastChild as HTMLTextAreaElement).value = PASSCODE;
    root.append(row);
    await painted();
    expect(seen()).toBe('Topic');
  });

  it('the row, and not the rows beside it', async () => {
    await render(
      `<ul><li><b>Host</b> Grace</li><li><b>ID</b> ${NUMBER}</li><li><b>Encryption</b> Yes</li></ul>`,
    );
    expect(seen()).toBe('Host Grace Encryption Yes');
  });

  it('an overlay as a whole, with its Copy button', async () => {
    await render('<p>Topic</p>');
    const overlay = frame.document.createElement('div');
    frame.document.body.append(overlay);
    overlay.innerHTML = `<h2>Meeting</h2><ul><li>Grace</li><li>${NUMBER}</li></ul><button>Copy</button>`;
    await painted();
    expect(seen()).toBe('Topic');
  });

  it('a text that changes into a secret, and no longer when it changes again', async () => {
    await render('<p>Topic</p><p id=id>–</p>');
    const text = frame.document.getElementById('id')?.firstChild as Text;
    text.data = NUMBER;
    await painted();
    expect(seen()).toBe('Topic');
    text.data = 'No ID';
    await painted();
    expect(seen()).toBe('Topic No ID');
  });

  it('an attribute that changes into a secret', async () => {
    await render('<p>Topic</p><a id=link href="https://zoom.us">Link</a>');
    frame.document.getElementById('link')?.setAttribute('href', `https://zoom.us/j/${NUMBER}`);
    await painted();
    expect(seen()).toBe('Topic');
  });

  it('what has one of the names, and that is no secret', async () => {
    await render(
      '<p>Topic</p><button><i aria-label="Meeting info"></i>(i)</button><button>Meeting info</button>',
    );
    expect(seen()).toBe('Topic');
    expect(onFound).not.toHaveBeenCalled();
  });
});

describe('leaves', () => {
  it.each([
    ['what people write', `<p>Grace: join with ${NUMBER}</p>`, `Grace: join with ${NUMBER}`],
    [
      'a passcode that is a word in a sentence',
      `<p>The door is ${PASSCODE} now</p>`,
      `The door is ${PASSCODE} now`,
    ],
    ['a control that is called like the passcode', `<button>${PASSCODE}</button>`, PASSCODE],
    ['somebody who is called like a control', '<p>Meeting info</p>', 'Meeting info'],
    ['another number', '<p>987 6543 2108</p>', '987 6543 2108'],
  ])('%s', async (_what, markup, text) => {
    await render(markup);
    expect(seen()).toBe(text);
    expect(onFound).not.toHaveBeenCalled();
  });

  it('what the user types', async () => {
    await render('<label>Message <input id=field></label>');
    const field = frame.document.getElementById('field') as HTMLInputElement;
    field.focus();
    await userEvent.keyboard(PASSCODE);
    field.setAttribute('value', field.value);
    await painted();
    expect(seen()).toBe(`Message ${PASSCODE}`);
  });
});
