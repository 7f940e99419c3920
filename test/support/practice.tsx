import { render } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { vi } from 'vitest';
import type { ZoomJoinError } from '../../src/failures/zoom-join-error.ts';
import type { ZoomJoinProps } from '../../src/react/props.ts';
import { ZoomJoin } from '../../src/react/zoom-join.tsx';
import type { ZoomJoinHandle } from '../../src/session/api/handle.ts';
import { createMeetingSimulator, type MeetingSimulatorOptions } from '../../src/testing/index.ts';
import { fakeSignature } from './fake-signature.ts';

export interface PracticeOptions extends MeetingSimulatorOptions {
  props?: Partial<ZoomJoinProps>;
}

/** Renders `<ZoomJoin>` in StrictMode and in a simulated meeting, and records everything that it reports. */
export function joinPractice({ props = {}, ...options }: PracticeOptions = {}) {
  const simulator = createMeetingSimulator({ people: ['Grace Hopper', 'Alan Turing'], ...options });
  const ref = createRef<ZoomJoinHandle>();
  /** Statuses and events, in order. */
  const log: string[] = [];
  const errors: ZoomJoinError[] = [];
  const getSignature = vi.fn(() => fakeSignature());
  // New functions at every render, as in a real app.
  const element = (more: Partial<ZoomJoinProps> = {}) => (
    <StrictMode>
      <div style={{ width: 800, height: 500 }}>
        <ZoomJoin
          ref={ref}
          sdk={{ ...simulator.sdk }}
          meeting="123 4567 8901"
          userName="Ada Lovelace"
          getSignature={() => getSignature()}
          onStatusChange={(state) => log.push(state.status)}
          onJoined={() => log.push('onJoined')}
          onWaiting={(waiting) => log.push(`onWaiting:${waiting.for}`)}
          onReconnecting={() => log.push('onReconnecting')}
          onLeft={({ reason }) => log.push(`onLeft:${reason}`)}
          onError={(error) => {
            errors.push(error);
            log.push(`onError:${error.code}`);
          }}
          {...props}
          {...more}
        />
      </div>
    </StrictMode>
  );
  const view = render(element());
  return {
    simulator,
    ref,
    log,
    errors,
    getSignature,
    rerender: (more?: Partial<ZoomJoinProps>) => view.rerender(element(more)),
    unmount: view.unmount,
    root: () => view.container.querySelector<HTMLElement>('[data-zoom-join]'),
    status: () => ref.current?.status,
    /**
     * Waits for a status. For `failed`, it also waits for `onError`, which comes a moment later, when the error's
     * messages have loaded.
     */
    until: (status: string) =>
      vi.waitUntil(
        () =>
          ref.current?.status === status &&
          (status !== 'failed' || log.at(-1)?.startsWith('onError') === true),
        { timeout: 15_000, interval: 10 },
      ),
    /** Returns what the user sees of the meeting. */
    meetingText: () => view.container.querySelector('iframe')?.contentDocument?.body.innerText ?? '',
    frameDocument: () => view.container.querySelector('iframe')?.contentDocument,
  };
}
