import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ZoomJoinProps } from '../../src/react/props.ts';
import { ZoomJoin } from '../../src/react/zoom-join.tsx';
import { fakeSignature } from '../support/fake-signature.ts';
import { joinPractice } from '../support/practice.tsx';

afterEach(cleanup);

describe('joining', () => {
  it('starts exactly one join in StrictMode and shows the meeting', async () => {
    const { getSignature, log, until, meetingText } = joinPractice();
    await until('joined');
    expect(getSignature).toHaveBeenCalledTimes(1);
    expect(log).toEqual(['authorizing', 'loading', 'joining', 'joined', 'onJoined']);
    await expect.poll(meetingText).toContain('Grace Hopper');
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
  });

  it('waits for a click when autoJoin is off', async () => {
    const { until, status, getSignature } = joinPractice({ props: { autoJoin: false } });
    expect(status()).toBe('idle');
    expect(getSignature).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Join meeting' }));
    await until('joined');
  });

  it('joins by the handle', async () => {
    const { ref, until } = joinPractice({ props: { autoJoin: false } });
    ref.current?.join();
    ref.current?.join();
    await until('joined');
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
  });

  it('re-renders with fresh closures without touching the SDK', async () => {
    const { rerender, until, getSignature, frameDocument, simulator, log } = joinPractice({
      props: { hideMeetingInfo: ['mn'] },
    });
    await until('joined');
    const before = { document: frameDocument(), sent: simulator.received.length, log: log.length };
    for (let i = 0; i < 20; i += 1) rerender();
    expect(getSignature).toHaveBeenCalledTimes(1);
    expect(frameDocument()).toBe(before.document);
    expect(log).toHaveLength(before.log);
  });

  it('calls the handler of the latest render', async () => {
    const { rerender, until, simulator } = joinPractice();
    await until('joined');
    const onUserAdded = vi.fn();
    rerender({ onUserAdded });
    await simulator.participants.add('Katherine Johnson');
    expect(onUserAdded).toHaveBeenCalledWith([expect.objectContaining({ displayName: 'Katherine Johnson' })]);
  });

  it.each([
    ['meeting', { meeting: '999 888 7777', getSignature: () => fakeSignature({ mn: '9998887777' }) }],
    ['role', { role: 'host' as const }],
  ])('rejoins with a fresh signature when %s changes', async (_name, change) => {
    const { rerender, until, log, frameDocument } = joinPractice();
    await until('joined');
    const before = frameDocument();
    rerender(change);
    await vi.waitUntil(() => log.filter((entry) => entry === 'onJoined').length === 2, { timeout: 15_000 });
    expect(frameDocument()).not.toBe(before);
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
  });

  it.each(['speaker', 'active', 'ribbon', 'minimized'] as const)(
    'changes the view to %s live',
    async (view) => {
      const { rerender, until, frameDocument } = joinPractice({ props: { view: 'gallery' } });
      await until('joined');
      const isShown = (name: string) => {
        const panels = frameDocument()?.querySelectorAll<HTMLElement>(`[id*=tabpanel-${name}]`) ?? [];
        return [...panels].some((panel) => panel.checkVisibility());
      };
      await expect.poll(() => isShown('gallery')).toBe(true);
      rerender({ view });
      await expect.poll(() => isShown(view)).toBe(true);
      rerender({ view: 'gallery' });
      await expect.poll(() => isShown('gallery')).toBe(true);
    },
  );

  it('tells when the meeting has no such view', async () => {
    const { ref, until } = joinPractice({ layout: 'legacy' });
    await until('joined');
    expect(await ref.current?.client?.setViewType('speaker')).toBe(false);
    expect(await ref.current?.client?.setViewType('gallery')).toBe(true);
  });

  it('joins an opaque meeting with the number the grant brings', async () => {
    const { until } = joinPractice({
      props: {
        meeting: 'class-42',
        getSignature: () => ({ signature: fakeSignature(), meetingNumber: '123 4567 8901', password: 'pw' }),
      },
      passcode: 'pw',
    });
    await until('joined');
  });

  it('speaks the language it is told', async () => {
    const { until, frameDocument } = joinPractice({ props: { language: 'de-DE' } });
    await until('joined');
    await expect.poll(() => frameDocument()?.body.innerHTML).toContain('Galerieansicht');
  });
});

describe('in the page', () => {
  it.each<[string, Partial<ZoomJoinProps>, string]>([
    ['our idle screen', {}, 'Join meeting'],
    [
      'a function of the app’s own',
      {
        screens: {
          idle: ({ join }) => (
            <button onClick={join} type="button">
              Enter
            </button>
          ),
        },
      },
      'Enter',
    ],
    ['an element of the app’s own', { screens: { idle: <p>Please wait</p> } }, 'Please wait'],
  ])('hydrates what the server rendered without a word: %s', async (_what, props, text) => {
    const onError = vi.spyOn(console, 'error');
    const element = (
      <ZoomJoin
        meeting="123 4567 8901"
        userName="Ada"
        autoJoin={false}
        getSignature={() => ''}
        data-testid="zoom"
        {...props}
      />
    );
    const box = document.createElement('div');
    document.body.append(box);
    box.innerHTML = renderToString(element);
    expect(box.textContent).toContain(text);
    expect(box.innerHTML).toContain('data-testid="zoom"');
    expect(box.innerHTML).not.toContain('4567');
    const server = box.querySelector('[data-zoom-join]');
    const root = await act(async () => hydrateRoot(box, element));
    expect(box.querySelector('[data-zoom-join]')).toBe(server);
    expect(onError).not.toHaveBeenCalled();
    await act(async () => root.unmount());
    box.remove();
  });

  it('gives its nonce to every script and style it brings', async () => {
    const { until, frameDocument } = joinPractice({ props: { nonce: 'n0nce', hideMeetingInfo: true } });
    await until('joined');
    const brought = frameDocument()?.querySelectorAll<HTMLElement>(
      'head > script[src*="zoom-sdk"], head > style:not([data-emotion])',
    );
    const nonces = [...(brought ?? [])].map(({ nonce }) => nonce);
    expect(nonces.length).toBeGreaterThan(4);
    expect(new Set(nonces.slice(0, 5))).toEqual(new Set(['n0nce']));
  });

  it('shows screens and texts of the app’s own', async () => {
    const { until, simulator } = joinPractice({
      props: {
        screens: { left: ({ state }) => <p>Bye, {state.status === 'left' ? state.reason : ''}</p> },
      },
    });
    await until('joined');
    await simulator.host.remove();
    expect(await screen.findByText('Bye, removed')).toBeTruthy();
    cleanup();
    const failing = joinPractice({ props: { labels: { retry: 'Once more' }, meeting: '' } });
    await failing.until('failed');
    expect(await screen.findByRole('button', { name: 'Once more' })).toBeTruthy();
  });
});

describe('leaving', () => {
  it('leaves by the handle, says goodbye, and joins again by its button', async () => {
    const { ref, until, log, simulator } = joinPractice();
    await until('joined');
    ref.current?.leave();
    expect(log.slice(-2)).toEqual(['left', 'onLeft:user']);
    expect(document.querySelectorAll('iframe')).toHaveLength(0);
    await expect.poll(() => simulator.received).toContain(4103);
    fireEvent.click(screen.getByRole('button', { name: 'Join again' }));
    await until('joined');
  });

  it.each([
    ['removed', 'You were removed from the meeting', 'remove'],
    ['ended', 'The host ended the meeting', 'end'],
    ['time-limit', 'The meeting reached its time limit', 'endByTimeLimit'],
    ['elsewhere', 'You joined this meeting somewhere else', 'joinElsewhere'],
  ] as const)('says when somebody was %s', async (reason, text, act) => {
    const { simulator, until, log } = joinPractice();
    await until('joined');
    await simulator.host[act]();
    await until('left');
    expect(log.slice(-2)).toEqual(['left', `onLeft:${reason}`]);
    expect(screen.getAllByText(text).length).toBeGreaterThan(0);
    expect(document.querySelectorAll('iframe')).toHaveLength(0);
  });

  it('tells of the unmount, and of nothing after it', async () => {
    const { unmount, until, log } = joinPractice();
    await until('joined');
    unmount();
    await Promise.resolve();
    expect(log.at(-1)).toBe('onLeft:unmount');
    const told = log.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(log).toHaveLength(told);
  });

  it('ends the meeting for all as its host', async () => {
    const { ref, until, simulator, log } = joinPractice();
    await until('joined');
    await simulator.host.promote();
    await ref.current?.end();
    await until('left');
    await expect.poll(() => simulator.received).toContain(4101);
    expect(log.at(-1)).toBe('onLeft:ended');
  });
});

describe('waiting and reconnecting', () => {
  it('waits in the waiting room and joins when admitted', async () => {
    const { simulator, until, log } = joinPractice({ waitingRoom: true });
    await until('waiting');
    expect(log).not.toContain('onJoined');
    expect(log.slice(-2)).toEqual(['waiting', 'onWaiting:admission']);
    await simulator.host.admit();
    await until('joined');
    expect(log.at(-1)).toBe('onJoined');
  });

  it('reconnects when the network comes back', async () => {
    const { simulator, until } = joinPractice();
    await until('joined');
    await simulator.network.drop();
    await until('reconnecting');
    expect(screen.getAllByText('Reconnecting…').length).toBeGreaterThan(0);
    await simulator.network.restore();
    await until('joined');
  });

  it('waits for the host, and is in soon after the start', async () => {
    const { simulator, until, log, errors, getSignature } = joinPractice({ started: false });
    await until('waiting');
    expect(log.slice(-2)).toEqual(['waiting', 'onWaiting:host']);
    // With a frame, the SDK would also retry by itself, and would join without the component.
    expect(document.querySelectorAll('iframe')).toHaveLength(0);
    await screen.findByRole('group', { name: /Waiting for the host/ });
    await screen.findByText(/Next try in \d s/);
    simulator.host.start();
    await until('joined');
    expect(log.slice(4)).toEqual(['waiting', 'onWaiting:host', 'joined', 'onJoined'].slice(1));
    expect(getSignature).toHaveBeenCalledTimes(2);
    expect(errors).toEqual([]);
  });

  it('lets the person who waits for the host try now, or leave', async () => {
    const { simulator, until, getSignature } = joinPractice({ started: false });
    await until('waiting');
    fireEvent.click(await screen.findByRole('button', { name: 'Try now' }));
    await vi.waitUntil(() => getSignature.mock.calls.length === 2);
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await until('left');
    simulator.host.start();
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(getSignature).toHaveBeenCalledTimes(2);
    expect(document.querySelectorAll('iframe')).toHaveLength(0);
  });

  it('gives up a lost connection after its time, and joins again by the button', async () => {
    const { simulator, until, errors } = joinPractice({ props: { timeouts: { reconnect: 300 } } });
    await until('joined');
    await simulator.network.drop();
    await until('failed');
    expect(errors).toMatchObject([{ code: 'connection-lost', retryable: true }]);
    await simulator.network.restore();
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await until('joined');
  });

  it('rejoins in a fresh frame when the SDK reloads its page', async () => {
    const { frameDocument, until, log } = joinPractice();
    await until('joined');
    const before = frameDocument();
    frameDocument()?.defaultView?.location.reload();
    await vi.waitUntil(() => log.filter((entry) => entry === 'onJoined').length === 2, { timeout: 15_000 });
    expect(frameDocument()).not.toBe(before);
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
  });
});

describe('hideMeetingInfo', () => {
  const SHIELD = 'button:has(i[aria-label="Shield Checkmark"])';
  const openPanel = async (frame: () => Document | null | undefined) => {
    await expect.poll(() => frame()?.querySelector(SHIELD)).toBeTruthy();
    const button = frame()?.querySelector<HTMLElement>(SHIELD);
    button?.click();
    await expect.poll(() => frame()?.body.innerText).toContain('Encryption');
    return frame()?.body.innerText ?? '';
  };

  it('shows neither number nor passcode nor invite link by default', async () => {
    const { until, frameDocument } = joinPractice({
      props: { meeting: { meetingNumber: '12345678901', password: 'hush-hush' } },
    });
    await until('joined');
    const text = await openPanel(frameDocument);
    expect(text).toContain('Practice meeting');
    expect(text.replaceAll(' ', '')).not.toContain('12345678901');
    expect(text).not.toContain('hush-hush');
    expect(text).not.toMatch(/Invite Link|Meeting ID|Passcode/);
  });

  it('shows everything when told so', async () => {
    const { until, frameDocument } = joinPractice({
      props: { meeting: { meetingNumber: '12345678901', password: 'hush-hush' }, hideMeetingInfo: false },
    });
    await until('joined');
    const text = await openPanel(frameDocument);
    expect(text).toMatch(/Meeting ID/);
    expect(text).toContain('hush-hush');
  });

  it('hides just the listed rows', async () => {
    const { until, frameDocument } = joinPractice({ props: { hideMeetingInfo: ['topic', 'pwd'] } });
    await until('joined');
    const text = await openPanel(frameDocument);
    expect(text).not.toMatch(/Passcode/);
    expect(text).toMatch(/Meeting ID/);
  });

  it('hides the button, too, when everything is to be hidden', async () => {
    const { until, frameDocument } = joinPractice({ props: { hideMeetingInfo: true, language: 'fr-FR' } });
    await until('joined');
    await expect.poll(() => frameDocument()?.querySelector(SHIELD)).toBeTruthy();
    const button = frameDocument()?.querySelector(SHIELD);
    expect(button && getComputedStyle(button).display).toBe('none');
  });
});
