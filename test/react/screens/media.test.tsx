import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { moment } from './moments.ts';
import { show } from './show.tsx';

afterEach(cleanup);

describe('somebody who asks for it', () => {
  const media = (name: string, value: string) =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
  const turning = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;

  it('sees nothing move', async () => {
    show(moment('joining'));
    expect(turning()).toBe(1);
    await media('prefers-reduced-motion', 'reduce');
    expect(turning()).toBe(0);
    await media('prefers-reduced-motion', '');
  });

  it('sees where the focus is, and each button as one, in forced colours', async () => {
    await media('forced-colors', 'active');
    const { root } = show(moment('failed'));
    const button = root.querySelector('button');
    expect(button && getComputedStyle(button).borderTopColor).toBe('rgb(0, 0, 0)');
    await media('forced-colors', '');
  });
});
