import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { english } from '../../../src/react/texts/labels.ts';
import { ZoomJoin } from '../../../src/react/zoom-join.tsx';
import { joinPractice } from '../../support/practice.tsx';

afterEach(cleanup);

const frame = () => document.querySelector('iframe');

describe('a lost connection', () => {
  it('leaves the meeting visible under a screen, inert, and gives it back', async () => {
    const { simulator, until } = joinPractice();
    await until('joined');
    frame()?.focus();
    expect(document.activeElement).toBe(frame());

    await simulator.network.drop();
    await until('reconnecting');
    await screen.findByRole('group', { name: 'Reconnecting…' });
    expect(frame()?.checkVisibility({ visibilityProperty: true })).toBe(true);
    expect(frame()?.closest('[inert]')).toBeTruthy();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Reconnecting…');
    for (const label of ['Try now', 'Leave']) {
      await userEvent.tab();
      expect(document.activeElement?.textContent).toBe(label);
    }

    await simulator.network.restore();
    await until('joined');
    expect(frame()?.closest('[inert]')).toBeNull();
    await expect.poll(() => screen.queryByRole('group')).toBeNull();
    expect(document.activeElement).toBe(frame());
  });
});

describe('the meeting', () => {
  it('is rendered when its screen goes: nothing blank and no word of the SDK’s own comes between', async () => {
    const { until, root, meetingText } = joinPractice();
    let uncovered: string | undefined;
    const look = () => {
      const isSeen = root()?.dataset['status'] === 'joined' && screen.queryByRole('group') === null;
      if (isSeen) uncovered = meetingText();
      else requestAnimationFrame(look);
    };
    await until('joining');
    look();
    await expect.poll(() => uncovered).toBeDefined();
    expect(uncovered).toContain('Grace Hopper');
  });
});

describe('the focus', () => {
  it('is in the meeting after a join by the keyboard, and on the screen after it', async () => {
    const { until, simulator } = joinPractice({ props: { autoJoin: false } });
    // Where the first Tab leads depends on what the test before has left.
    screen.getByRole('button').focus();
    await userEvent.keyboard('{Enter}');
    await until('joined');
    await expect.poll(() => document.activeElement).toBe(frame());
    await simulator.host.end();
    await until('left');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('The host ended the meeting');
  });

  it('is left where it is when the meeting has ended and it was elsewhere', async () => {
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    const { until, simulator } = joinPractice();
    await until('joined');
    frame()?.focus();
    elsewhere.focus();
    await simulator.host.end();
    await until('left');
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });
});

describe('another language', () => {
  it('is there from the first word on', async () => {
    const { until, root } = joinPractice({ props: { language: 'de-DE' } });
    const seen = new Set<string>();
    const look = () => seen.add(root()?.textContent ?? '');
    look();
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    await until('joined');
    observer.disconnect();
    const text = [...seen].join('\n');
    expect(text).toContain('Verbindung zum Meeting wird hergestellt…');
    for (const words of [english.joining, english.authorizing, english.cancel, 'Joining']) {
      expect(text).not.toContain(words);
    }
    expect(root()?.lang).toBe('de-DE');
  });

  it('is on the button once it is there, and never another one before', async () => {
    joinPractice({ props: { language: 'de-DE', autoJoin: false } });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('Ada Lovelace')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Meeting beitreten' })).toBeTruthy();
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('of the app’s own texts is not called English', () => {
    const { container } = render(
      <ZoomJoin
        meeting="1"
        userName="Ada"
        autoJoin={false}
        getSignature={() => ''}
        labels={{ join: 'Dołącz' }}
      />,
    );
    expect(container.querySelector('[lang]')).toBeNull();
    expect(screen.getByRole('button', { name: 'Dołącz' })).toBeTruthy();
  });
});

describe('the idle screen', () => {
  it('keeps its button, and the focus on it, while the others load', async () => {
    const { root } = joinPractice({ props: { autoJoin: false } });
    const button = screen.getByRole('button', { name: 'Join meeting' });
    button.focus();
    await expect.poll(() => root()?.querySelector('[role=status]')).toBeTruthy();
    expect(document.activeElement).toBe(button);
  });

  it('can be the app’s own', async () => {
    const { until } = joinPractice({
      props: {
        autoJoin: false,
        screens: {
          idle: ({ userName, join }) => (
            <button type="button" onClick={join}>{`Come in, ${userName}`}</button>
          ),
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Come in, Ada Lovelace' }));
    await until('joined');
  });
});
