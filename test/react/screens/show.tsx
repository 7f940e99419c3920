import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { IdleScreen } from '../../../src/react/screens/idle-screen.tsx';
import type { AppUrl } from '../../../src/react/screens/other-ways/app-url.ts';
import { Overlay, withOverrides } from '../../../src/react/screens/overlay.tsx';
import { OwnScreen } from '../../../src/react/screens/own-screen.tsx';
import type { Screens } from '../../../src/react/screens/types.ts';
import { english, type LabelOverrides } from '../../../src/react/texts/labels.ts';
import { type Moment, NOW } from './moments.ts';

export interface ShowOptions {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  dir?: 'ltr' | 'rtl';
  userName?: string;
  /** What is behind the screen, as a CSS background. Default: two people without a picture. */
  meeting?: string;
  /** Where to render the element. Default: into the page. */
  portal?: (element: ReactNode) => ReactNode;
  screens?: Partial<Screens>;
  labels?: LabelOverrides;
  appUrl?: AppUrl | undefined;
}

/** A rough picture of Zoom's frame: two dark tiles. */
const MEETING =
  'radial-gradient(circle at 28% 46%, #57606f 0 9%, transparent 9.3%), radial-gradient(circle at 72% 46%, #57606f 0 9%, transparent 9.3%), linear-gradient(90deg, #242424 2%, #1a1a1a 2% 49%, #242424 49% 51%, #1a1a1a 51% 98%, #242424 98%)';

/** Renders a screen in a box of this size, as `<ZoomJoin>` shows it. Time stands still. */
export function show(moment: Moment, options: ShowOptions = {}) {
  const {
    width = 800,
    height = 450,
    scheme = 'light',
    dir = 'ltr',
    userName = 'Ada Lovelace',
    meeting = MEETING,
  } = options;
  const calls = {
    preload: vi.fn(),
    join: vi.fn(),
    retry: vi.fn(),
    rejoin: vi.fn(),
    leave: vi.fn(),
    end: vi.fn(),
    requestFullscreen: vi.fn(),
  };
  const focused = { current: null };
  const { portal = (content: ReactNode) => content } = options;
  const element = ({ state, next = null }: Moment) =>
    portal(
      <div
        style={{ width, height, colorScheme: scheme, background: scheme === 'dark' ? '#000' : '#fff' }}
        dir={dir}
      >
        <div
          data-zoom-join=""
          lang="en"
          style={{ position: 'relative', containerType: 'size', overflow: 'hidden', width, height }}
        >
          <div style={{ position: 'absolute', inset: 0, background: meeting }} />
          {state.status === 'idle' && (
            <IdleScreen name={userName} button={options.labels?.join ?? english.join} onClick={calls.join} />
          )}
          <Overlay
            {...{ state, next, focused, OwnScreen }}
            props={{
              ...{ userName, screens: options.screens, autoJoin: false },
              appUrl: options.appUrl,
              meeting: '123456789',
              getSignature: () => '',
            }}
            handle={{ ...calls, status: state.status, error: null, client: null }}
            labels={withOverrides(english, options.labels)}
            attempt={1}
            isRendered
          />
        </div>
      </div>,
    );
  vi.useFakeTimers({ now: NOW });
  const view = render(element(moment));
  act(() => void vi.advanceTimersByTime(moment.isSlow ? 8_000 : 0));
  vi.useRealTimers();
  const root = view.container.querySelector<HTMLElement>('[data-zoom-join]') ?? view.container;
  return { ...calls, root, go: (to: Moment) => view.rerender(element(to)), unmount: view.unmount };
}

/** Resolves when the other ways into the meeting are rendered. Their chunk is loaded on demand. */
export async function otherWays(): Promise<void> {
  await import('../../../src/react/screens/other-ways/other-ways.tsx');
  await act(() => new Promise((resolve) => setTimeout(resolve)));
}

/** Pauses all animations, at a time at which those that move something in have ended. */
export function standStill(): void {
  for (const animation of document.getAnimations()) {
    animation.pause();
    animation.currentTime = 400;
  }
}
