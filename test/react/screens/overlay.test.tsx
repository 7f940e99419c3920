import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { createPortal } from 'react-dom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { moment, NOW } from './moments.ts';
import { otherWays, show } from './show.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Returns what a screen reader was told last. */
const said = (role: 'status' | 'alert') =>
  document.querySelector(`[data-zoom-join] > div > [role=${role}]`)?.textContent;
const button = (name: string) => screen.getByRole('button', { name });

describe('what a person can do', () => {
  it.each([
    ['authorizing', 'Cancel', 'leave'],
    ['joining-retry', 'Try now', 'retry'],
    ['joining-retry', 'Cancel', 'leave'],
    ['waiting', 'Try now', 'retry'],
    ['waiting', 'Cancel', 'leave'],
    ['waiting-trying', 'Cancel', 'leave'],
    ['reconnecting', 'Try now', 'retry'],
    ['reconnecting', 'Leave', 'leave'],
    ['reconnecting-retry', 'Try now', 'retry'],
    ['left-user', 'Join again', 'retry'],
    ['left-removed', 'Join again', 'retry'],
    ['failed', 'Try again', 'retry'],
    ['failed-link', 'Try again', 'retry'],
    ['idle', 'Join meeting', 'join'],
  ] as const)('%s: %s', (name, label, call) => {
    const shown = show(moment(name));
    fireEvent.click(button(label));
    expect(shown[call]).toHaveBeenCalledTimes(1);
  });

  it('goes on at Zoom, in another tab, where Zoom says so', async () => {
    show(moment('failed-link'));
    await otherWays();
    const link = screen.getByRole('link', { name: 'Continue on Zoom' });
    expect(link.getAttribute('href')).toBe('https://zoom.us/webinar/register/WN_example');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it.each(['javascript:alert(1)', 'http://zoom.us/register', 'data:text/html,x'])(
    'is not sent to %s',
    async (url) => {
      const { state } = moment('failed');
      if (state.status !== 'failed') return;
      show({ state: { ...state, error: Object.assign(Object.create(state.error), { url }) } });
      await otherWays();
      expect(button('Try again')).toBeTruthy();
      expect(screen.queryByRole('link')).toBeNull();
    },
  );

  it.each([
    ['failed-phone', 'https://zoom.us/j/1', ['Open in the Zoom app']],
    ['failed-phone', undefined, ['Copy the link to this page']],
    ['failed-phone', '', ['Copy the link to this page']],
    ['failed-phone', 'javascript:alert(1)', ['Copy the link to this page']],
    ['failed-app', 'https://zoom.us/j/1', ['Open in the Zoom app', 'Try again']],
    ['failed-app', undefined, ['Try again']],
    ['failed', 'https://zoom.us/j/1', ['Try again']],
    ['left-ended', 'https://zoom.us/j/1', ['Join again']],
  ] as const)('%s, with appUrl %s: %s', async (name, appUrl, offered) => {
    show(moment(name), { appUrl });
    await otherWays();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(offered);
  });

  it('opens the app with single texts replaced, and the others in their language', async () => {
    show(moment('failed-phone'), {
      appUrl: () => Promise.reject(new Error('no address')),
      labels: { otherWays: { openApp: 'Zur App' } },
    });
    await otherWays();
    fireEvent.click(button('Zur App'));
    expect(await screen.findByText('That didn’t work. Please try again.')).toBeTruthy();
  });

  it('waits while a try is under way: the button stays, and does nothing', () => {
    const { retry, go } = show(moment('waiting'));
    const tryNow = button('Try now');
    tryNow.focus();
    act(() => go(moment('waiting-trying')));
    expect(document.activeElement).toBe(tryNow);
    fireEvent.click(tryNow);
    expect(retry).not.toHaveBeenCalled();
    expect(screen.getByText(/Trying now…/)).toBeTruthy();
  });
});

describe('what the time does', () => {
  it('counts down to the next try, and is not read aloud each second', () => {
    vi.useFakeTimers({ now: NOW });
    const { go } = show(moment('waiting'));
    vi.useFakeTimers({ now: NOW });
    act(() => go({ ...moment('waiting') }));
    expect(screen.getByText(/Next try in 7 s/)).toBeTruthy();
    const regions = [...document.querySelectorAll('[role=status], [role=alert]')];
    const heard = vi.fn();
    const observer = new MutationObserver(heard);
    for (const region of regions)
      observer.observe(region, { childList: true, subtree: true, characterData: true });
    act(() => void vi.advanceTimersByTime(2_000));
    expect(screen.getByText(/Next try in 5 s/)).toBeTruthy();
    act(() => void vi.advanceTimersByTime(5_000));
    expect(screen.getByText(/Trying now…/)).toBeTruthy();
    expect(observer.takeRecords()).toEqual([]);
    expect(said('status')).toBe('Waiting for the host to start the meeting');
  });

  it('says so when a join takes longer than 8 s, whatever its step, and not again in the next try', () => {
    const { go } = show({ ...moment('authorizing'), isSlow: true });
    act(() => go(moment('joining')));
    expect(screen.getByText(/^Still joining…/).getAttribute('role')).toBe('status');
    act(() => go(moment('joining-retry')));
    expect(screen.queryByText(/^Still joining…/)).toBeNull();
  });
});

describe('what is read aloud', () => {
  it('is each status once, a failure at once', async () => {
    const { go } = show(moment('authorizing'));
    const heard: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target } of records) heard.push(target.textContent ?? '');
    });
    const regions = document.querySelectorAll('[data-zoom-join] > div > [role]');
    for (const region of regions) {
      observer.observe(region, { childList: true, subtree: true, characterData: true });
    }
    expect(said('status')).toBe('Getting permission to join…');
    for (const [next, words] of [
      [moment('loading'), 'Loading Zoom…'],
      [{ ...moment('loading') }, 'Loading Zoom…'],
      [moment('joining'), 'Connecting to the meeting…'],
      [{ state: { status: 'waiting', for: 'admission' } }, 'The host will let you in soon'],
      [{ state: { status: 'joined' } }, 'You are in the meeting'],
    ] as const) {
      act(() => go(next));
      await expect.poll(() => said('status')).toBe(words);
    }
    act(() => go(moment('failed')));
    await expect
      .poll(() => said('alert'))
      .toBe('Can’t join the meeting. The passcode of this meeting was not accepted.');
    expect(said('status')).toBe('');
    expect(heard.filter((words) => words !== '')).toEqual([
      'Loading Zoom…',
      'Connecting to the meeting…',
      'The host will let you in soon',
      'You are in the meeting',
      'Can’t join the meeting. The passcode of this meeting was not accepted.',
    ]);
  });

  it('tells why it is tried again', () => {
    show(moment('joining-retry'));
    expect(said('status')).toMatch(/^Zoom can’t be reached/);
  });
});

describe('the focus', () => {
  const group = () => document.querySelector('[role=group]');

  it('goes on to the next screen when the button that had it goes', () => {
    const { go } = show(moment('authorizing'));
    button('Cancel').focus();
    act(() => go(moment('left-user')));
    expect(document.activeElement).toBe(group());
    expect(group()?.getAttribute('aria-label')).toBe('You left the meeting');
    button('Join again').focus();
    act(() => go(moment('authorizing')));
    expect(document.activeElement).toBe(group());
  });

  it('stays in the screen when a button goes', () => {
    const { go } = show(moment('joining-retry'));
    button('Try now').focus();
    act(() => go(moment('joining')));
    expect(document.activeElement).toBe(group());
  });

  it('goes on from the idle screen', () => {
    const { go } = show(moment('idle'));
    button('Join meeting').focus();
    act(() => go(moment('authorizing')));
    expect(document.activeElement).toBe(group());
  });

  it('is not taken from elsewhere in the page, nor from nowhere', () => {
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    const { go } = show(moment('authorizing'));
    button('Cancel').focus();
    elsewhere.focus();
    act(() => go(moment('failed')));
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
    act(() => go(moment('left-user')));
    expect(document.activeElement).toBe(document.body);
  });
});

describe('what an app replaces', () => {
  it('is any screen: it has the name, the words and the focus of the one it replaces', () => {
    const { go } = show(moment('authorizing'), {
      screens: { left: ({ labels }) => <a href="#rejoin">{labels.left.removed}</a> },
      labels: { left: { removed: 'Bye' } },
    });
    button('Cancel').focus();
    act(() => go(moment('left-removed')));
    expect(screen.getByRole('link', { name: 'Bye' })).toBeTruthy();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Bye');
  });

  it('is any text, single ones of `left` and `errors` too', () => {
    const labels = { left: { ended: 'Over' }, errors: { 'wrong-passcode': 'Wrong.' } };
    const { go } = show(moment('left-ended'), { labels });
    expect(screen.getByText('Over', { selector: '.zoom-join-screen *' })).toBeTruthy();
    act(() => go(moment('left-user')));
    expect(screen.getByText('You left the meeting', { selector: '.zoom-join-screen *' })).toBeTruthy();
    act(() => go(moment('failed')));
    expect(screen.getByText('Wrong.')).toBeTruthy();
  });
});

describe('its styles', () => {
  it('are a sheet for each of them, gone with it', () => {
    const before = document.adoptedStyleSheets.length;
    const one = show(moment('joining'));
    const other = show(moment('joining'));
    expect(new Set(document.adoptedStyleSheets).size).toBe(before + 2);
    one.unmount();
    expect(document.adoptedStyleSheets.length).toBe(before + 1);
    other.unmount();
    expect(document.adoptedStyleSheets.length).toBe(before);
  });

  it('are there under the strictest style-src, in another document, and in a shadow root', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc =
      '<!doctype html><meta http-equiv="content-security-policy" content="style-src \'none\'"><body></body>';
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
    const inner = frame.contentDocument;
    if (inner === null) throw new Error('The frame has no document.');
    const host = inner.createElement('div');
    inner.body.append(host);
    const shadow = host.attachShadow({ mode: 'open' });
    for (const place of [inner.body, shadow]) {
      const { unmount } = show(moment('joining'), { portal: (element) => createPortal(element, place) });
      const row = place.querySelector('.zoom-join-row');
      expect(row && inner.defaultView?.getComputedStyle(row).display).toBe('flex');
      const cancel = place.querySelector('button');
      expect(cancel && inner.defaultView?.getComputedStyle(cancel).borderRadius).toBe('8px');
      unmount();
    }
    frame.remove();
  });
});
