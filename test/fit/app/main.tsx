import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ZoomJoinProps } from '../../../src/react/props.ts';
import { ZoomJoin } from '../../../src/react/zoom-join.tsx';
import { findClient } from '../../../src/sdk/loading/load-sdk.ts';
import type { FrameWindow } from '../../../src/sdk/loading/source.ts';
import type { ZoomJoinHandle } from '../../../src/session/api/handle.ts';
import { createMeetingSimulator, type MeetingSimulator } from '../../../src/testing/index.ts';
import { fakeSignature } from '../../support/fake-signature.ts';
import { type Measure, measure } from './measure.ts';
import { type Motion, watchMotion } from './motion.ts';

export type Layout = 'webrtc' | 'legacy';

/** A meeting in a box whose size, view and participants can be changed while it goes on. */
interface FitPage {
  readonly handle: ZoomJoinHandle | null;
  readonly simulator: MeetingSimulator;
  readonly frame: FrameWindow;
  /** The views that `onViewChange` has reported, in order. */
  readonly views: string[];
  start(layout: Layout, props?: Partial<ZoomJoinProps>): void;
  resize(width: number, height: number): void;
  set(props: Partial<ZoomJoinProps>): void;
  /** Sets how many participants are in the meeting, including the user. */
  people(count: number): Promise<void>;
  /** Sets the size in the only way that the bare SDK offers. */
  tellSize(width: number, height: number): void;
  measure(): Measure | undefined;
  /**
   * Resolves to the measurement once it has stayed the same for some frames and `isDone` accepts it, or to the
   * current one after 3 s.
   */
  settled(isDone: (measured: Measure) => boolean): Promise<Measure | undefined>;
  /** Drags the box's corner from one size to another and back, one step per frame. */
  drag(from: readonly [number, number], to: readonly [number, number]): Promise<Motion>;
  /** Makes participants join and leave in turn. */
  comeAndGo(): Promise<Motion>;
}

declare global {
  interface Window {
    fit: FitPage;
  }
}

const STEADY_FRAMES = 4;
const PATIENCE_MS = 3_000;
const DRAG_STEPS = 40;

const root = createRoot(document.querySelector('#app') ?? document.body);
let simulator = createMeetingSimulator();
let handle: ZoomJoinHandle | null = null;
let props: Partial<ZoomJoinProps> = {};
let views: string[] = [];

const render = () =>
  flushSync(() =>
    root.render(
      <ZoomJoin
        ref={(instance: ZoomJoinHandle | null) => {
          handle = instance;
        }}
        sdk={simulator.sdk}
        meeting="123 4567 8901"
        userName="Ada Lovelace"
        getSignature={() => fakeSignature()}
        onViewChange={(view) => views.push(view)}
        {...props}
      />,
    ),
  );

const frameWindow = (): FrameWindow => {
  const frame = document.querySelector('iframe')?.contentWindow;
  if (!frame) throw new Error('There is no frame.');
  return frame as FrameWindow;
};

window.fit = {
  get handle() {
    return handle;
  },
  get simulator() {
    return simulator;
  },
  get frame() {
    return frameWindow();
  },
  get views() {
    return views;
  },
  start(layout, more = {}) {
    flushSync(() => root.render(null));
    simulator = createMeetingSimulator({ layout });
    props = more;
    views = [];
    render();
  },
  set(more) {
    props = { ...props, ...more };
    render();
  },
  resize: (width, height) => window.fit.set({ style: { width, height, aspectRatio: 'auto' } }),
  async people(count) {
    const others = simulator.participants.list().filter(({ name }) => name !== 'Ada Lovelace');
    for (const { userId } of others.slice(count - 1)) await simulator.participants.remove(userId);
    for (let number = others.length + 1; number < count; number += 1) {
      await simulator.participants.add(`Person ${number}`);
    }
  },
  tellSize(width, height) {
    const size = { width, height };
    findClient(frameWindow())?.updateVideoOptions({ viewSizes: { default: size, ribbon: size } });
  },
  measure: () => measure(frameWindow()),
  async settled(isDone) {
    const deadline = performance.now() + PATIENCE_MS;
    let last = '';
    let steady = 0;
    for (;;) {
      const measured = window.fit.measure();
      const now = JSON.stringify(measured);
      steady = now === last ? steady + 1 : 0;
      last = now;
      const isSteady = steady >= STEADY_FRAMES && measured !== undefined && isDone(measured);
      if (isSteady || performance.now() > deadline) return measured;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  },
  drag: ([width, height], [toWidth, toHeight]) =>
    watchMotion(frameWindow(), async (nextFrame) => {
      for (let step = 0; step <= DRAG_STEPS; step += 1) {
        const share = 1 - Math.abs((2 * step) / DRAG_STEPS - 1);
        window.fit.resize(
          Math.round(width + (toWidth - width) * share),
          Math.round(height + (toHeight - height) * share),
        );
        await nextFrame();
      }
    }),
  comeAndGo: () =>
    watchMotion(frameWindow(), async (nextFrame) => {
      for (const count of [1, 2, 3, 4, 9, 3, 1]) {
        let isThere = false;
        void window.fit.people(count).then(() => {
          isThere = true;
        });
        while (!isThere) await nextFrame();
        for (let frame = 0; frame < STEADY_FRAMES; frame += 1) await nextFrame();
      }
    }),
};
