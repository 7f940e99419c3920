import { cleanup, render } from '@testing-library/react';
import { type ReactElement, StrictMode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { useController } from '../../src/react/use-zoom-join.ts';
import type { ControllerOptions } from '../../src/session/api/options.ts';
import { MeetingController } from '../../src/session/controller.ts';
import { createMeetingSimulator } from '../../src/testing/index.ts';
import { Evt } from '../../src/testing/service/messages.ts';
import { fakeSignature } from '../support/fake-signature.ts';
import { MOVES_FRAMES } from '../support/moves-frames.ts';

afterEach(cleanup);

interface MeetingProps {
  name: string;
  controller: MeetingController;
  options: ControllerOptions;
}

function Meeting({ name, controller, options }: MeetingProps): ReactElement {
  const { containerRef, state } = useController(controller, options);
  const style = { position: 'relative', width: 640, height: 400 } as const;
  return <div ref={containerRef} data-testid={name} data-status={state.status} style={style} />;
}

it.runIf(MOVES_FRAMES)(
  'a meeting outlives the component that shows it, where somebody else owns it',
  async () => {
    const simulator = createMeetingSimulator({ people: ['Grace Hopper'] });
    const log: string[] = [];
    const options: ControllerOptions = {
      meeting: '123 4567 8901',
      userName: 'Ada Lovelace',
      sdk: simulator.sdk,
      getSignature: () => fakeSignature(),
      onStatusChange: ({ status }) => log.push(status),
      onLeft: ({ reason }) => log.push(`onLeft:${reason}`),
    };
    const controller = new MeetingController(options);

    const page = (...names: string[]) => (
      <StrictMode>
        {names.map((name) => (
          <Meeting key={name} {...{ name, controller, options }} />
        ))}
      </StrictMode>
    );

    const view = render(page('first'));
    const status = () => controller.getSnapshot().state.status;
    await vi.waitUntil(() => status() === 'joined', { timeout: 15_000 });
    const frame = view.container.querySelector('iframe');
    const contentWindow = frame?.contentWindow;
    const joins = () => simulator.received.filter((evt) => evt === Evt.hello).length;
    expect(joins()).toBe(1);
    const told = [...log];

    view.rerender(page('first', 'second'));
    view.rerender(page('second'));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(view.getByTestId('second').querySelector('iframe')).toBe(frame);
    expect(frame?.contentWindow).toBe(contentWindow);
    expect(view.getByTestId('second').dataset['status']).toBe('joined');
    expect(frame?.contentDocument?.body.innerText).toContain('Grace Hopper');
    expect(log).toEqual(told);
    expect(joins()).toBe(1);
    expect(simulator.received).not.toContain(Evt.leave);

    view.unmount();
    await vi.waitUntil(() => log.includes('onLeft:unmount'));
    expect(document.querySelector('iframe')).toBeNull();
  },
);
