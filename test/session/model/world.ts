import { vi } from 'vitest';
import { type Failure, failure } from '../../../src/failures/failure.ts';
import type { ZoomJoinErrorCode } from '../../../src/failures/zoom-join-error.ts';
import { IDLE } from '../../../src/session/api/idle.ts';
import type { ControllerOptions } from '../../../src/session/api/options.ts';
import {
  isLive,
  type LeftReason,
  type MeetingSnapshot,
  type MeetingState,
} from '../../../src/session/api/status.ts';
import type { AttemptContext } from '../../../src/session/attempt/context.ts';
import type { MeetingSession } from '../../../src/session/session.ts';
import { Clock } from './clock.ts';
import { Expectation } from './expectation.ts';
import { FakeAttempt } from './fake-attempt.ts';
import { Page } from './page.ts';
import { canFollow } from './transitions.ts';
import { newWords, type PendingWords } from './words.ts';

export interface Circumstances {
  readonly autoJoin: boolean;
  /** Whether the page is prerendered, so that nobody has opened it yet. */
  readonly isPrerendered: boolean;
}

/** What the app does once in its `onStatusChange`. */
export type Reaction = 'leave' | 'retry' | 'rejoin' | 'unmount';

/** A page with a component for a meeting, everything that happens to it, and everything that the app was told. */
export class World {
  readonly clock = new Clock();
  readonly expected = new Expectation(this.clock);
  readonly page: Page;
  readonly attempts: FakeAttempt[] = [];
  readonly told: string[] = [];
  /** What went wrong. */
  readonly faults: string[] = [];
  snapshot: MeetingSnapshot = IDLE;
  isMounted = true;
  /** Whether `<Activity>` hides the component. */
  isHidden = false;
  /** Whether no attempt can start in this browser. */
  isBlocked = false;
  reaction: Reaction | undefined;
  /** When a failure was reported for which `onError` has not been called yet. */
  owedSince: number | undefined;
  /** How often `onLeft` must still be called because of the unmount. */
  farewells = 0;
  readonly #words: () => readonly PendingWords[];
  readonly #Session: typeof MeetingSession;
  #session: MeetingSession;
  #options: ControllerOptions;
  #life = new AbortController();
  #isReacting = false;
  #isOutByHiding = false;
  #isOutByClosing = false;
  #passcode = 0;

  constructor(Session: typeof MeetingSession, { autoJoin, isPrerendered }: Circumstances) {
    this.#Session = Session;
    this.page = new Page(isPrerendered);
    this.#words = newWords();
    vi.stubGlobal('reportError', (error: unknown) => this.faults.push(String(error)));
    this.#options = this.#createOptions(autoJoin);
    this.#session = this.#createSession();
  }

  get status(): MeetingState['status'] {
    return this.snapshot.state.status;
  }

  get open(): readonly FakeAttempt[] {
    return this.attempts.filter(({ isClosed }) => !isClosed);
  }

  /** The attempt that is under way. */
  get current(): FakeAttempt | undefined {
    return this.open.find(({ runs }) => runs > 0);
  }

  /** The latest attempt that was given up. The session must ignore it. */
  get givenUp(): FakeAttempt | undefined {
    return this.attempts.findLast(({ isClosed }) => isClosed);
  }

  /** Whether the app can act, because there is a component that is shown. */
  get isActive(): boolean {
    return this.isMounted && !this.isHidden && !this.page.isClosed;
  }

  // What the app does:

  join(): void {
    if (this.expected.isIn) this.#doesNothing('join()', () => this.#session.join());
    else {
      this.expected.asked();
      this.#starts('join()', () => this.#session.join());
    }
  }

  retry(): void {
    const isOnTheWay = this.expected.isIn && this.status !== 'reconnecting' && this.snapshot.next === null;
    if (isOnTheWay) this.#doesNothing('retry()', () => this.#session.retry());
    else {
      this.expected.asked();
      this.#starts('retry()', () => this.#session.retry());
    }
  }

  rejoin(): void {
    this.expected.asked();
    this.#starts('rejoin()', () => this.#session.rejoin());
  }

  leave(): void {
    this.#isOutByHiding = false;
    this.expected.mayLeave = 'user';
    const wasIn = this.expected.isIn;
    if (wasIn) this.#session.leave();
    else this.#doesNothing('leave()', () => this.#session.leave());
  }

  preload(): void {
    this.#session.preload();
  }

  end(): void {
    this.#session.end().catch(() => {});
  }

  /** Changes a prop that an attempt depends on. */
  changeTitle(): void {
    this.#update({ title: `${this.#options.title}.` });
  }

  changePasscode(): void {
    this.#passcode += 1;
    const { state } = this.snapshot;
    if (state.status === 'failed' && state.error.code === 'wrong-passcode') this.expected.asked();
    this.#update({ meeting: { meetingNumber: '123456789', password: String(this.#passcode) } });
  }

  // What React does:

  hide(): void {
    this.isHidden = true;
    this.#isOutByHiding = this.expected.isIn;
    this.expected.mayLeave = 'hidden';
    this.#session.onHide();
  }

  show(): void {
    this.isHidden = false;
    if (this.#isOutByHiding && this.#options.autoJoin !== false) this.expected.asked();
    this.#isOutByHiding = false;
    this.#session.onShow();
  }

  moveTo(element: HTMLElement): void {
    this.#session.moveTo(element);
  }

  unmount(): void {
    this.isMounted = false;
    this.farewells = isLive(this.status) ? 1 : 0;
    this.expected.unmounted();
    this.owedSince = undefined;
    this.#life.abort('unmount');
    this.snapshot = IDLE;
  }

  mount(): void {
    this.isMounted = true;
    this.isHidden = false;
    this.#isOutByHiding = false;
    this.#isOutByClosing = false;
    this.#life = new AbortController();
    this.#session = this.#createSession();
  }

  // What the browser does:

  goOnline(): void {
    this.page.isOnline = true;
    if (this.snapshot.next !== null) this.#starts('the `online` event', () => this.page.dispatch('online'));
    else this.page.dispatch('online');
  }

  closePage(): void {
    const { current } = this;
    this.page.isClosed = true;
    this.#isOutByClosing = current !== undefined;
    this.expected.mayLeave = 'page-closed';
    for (const { context } of this.open) context.onGone('page-closed');
    if (current !== undefined && this.expected.isIn) this.faults.push('in a page that is closed');
  }

  /** The browser has kept the page, and the user goes back to it. */
  reopenPage(): void {
    this.page.isClosed = false;
    if (this.#isOutByClosing) this.expected.asked();
    this.#isOutByClosing = false;
    this.page.dispatch('pageshow');
  }

  // What Zoom, the frame and the network do to an attempt, which may have been given up:

  fails(attempt: FakeAttempt, thrown: unknown): void {
    const wasLive = attempt.phase === 'live';
    if (!attempt.isClosed && attempt.runs > 0) this.expected.failed(thrown, isLive(this.status));
    attempt.fails(thrown);
    if (wasLive && !attempt.isClosed) this.faults.push('an attempt that has failed is not ended at once');
  }

  /** Zoom reports that the meeting is over. */
  closes(attempt: FakeAttempt, reason: LeftReason): void {
    if (!attempt.isClosed) this.expected.mayLeave = reason;
    attempt.context.onState({ status: 'left', reason });
  }

  endsForAll(attempt: FakeAttempt, refusal?: Failure): void {
    if (!attempt.isClosed) this.expected.mayLeave = 'ended';
    attempt.endsForAll(refusal);
  }

  reloads({ isClosed, runs, context }: FakeAttempt): void {
    if (!isClosed && runs > 0) this.expected.reloaded();
    context.onGone('reloaded');
  }

  get words(): readonly PendingWords[] {
    return this.#words();
  }

  explain(words: PendingWords, code: ZoomJoinErrorCode = words.found.code): void {
    const isTold = this.snapshot.next !== null || this.status === 'failed';
    if (words.isOfLast && isTold && code !== words.found.code) this.expected.explained(code);
    words.come(code);
  }

  #update(changed: Partial<ControllerOptions>): void {
    this.#options = { ...this.#options, ...changed };
    this.#session.update(this.#options);
    this.#session.onCommit();
  }

  #starts(what: string, act: () => void): void {
    const { attempt } = this.snapshot;
    act();
    if (this.isMounted && this.snapshot.attempt === attempt) this.faults.push(`${what} starts nothing`);
  }

  #doesNothing(what: string, act: () => void): void {
    const { snapshot } = this;
    act();
    if (this.snapshot !== snapshot) this.faults.push(`${what} does something`);
  }

  #createOptions(autoJoin: boolean): ControllerOptions {
    const tell = (what: string) => () => {
      this.told.push(what);
      if (!this.isMounted) this.faults.push(`${what} was called after the unmount`);
    };
    return {
      meeting: '123456789',
      userName: 'Ada',
      autoJoin,
      getSignature: () => '',
      onStatusChange: (state) => {
        tell(state.status)();
        this.#react();
      },
      onJoined: tell('onJoined'),
      onWaiting: tell('onWaiting'),
      onReconnecting: tell('onReconnecting'),
      onLeft: ({ reason }) => {
        if (reason === 'unmount') this.farewells -= 1;
        else tell('onLeft')();
      },
      onError: ({ code }) => {
        tell('onError')();
        if (this.owedSince === undefined) this.faults.push('onError is called again');
        if (code !== this.expected.error?.code) this.faults.push(`onError tells of ${code}`);
        this.owedSince = undefined;
      },
    };
  }

  #react(): void {
    const { reaction } = this;
    this.reaction = undefined;
    // While the component is hidden, the controller postpones everything else.
    const canAct = this.isActive || (this.isMounted && !this.page.isClosed && reaction === 'leave');
    if (reaction === undefined || !canAct) return;
    this.#isReacting = true;
    this[reaction]();
    this.#isReacting = false;
  }

  #createSession(): MeetingSession {
    const world = this;
    const owner = {
      get options() {
        return world.#options;
      },
      end: () => {},
      handle: { join: () => {} },
      get element() {
        return world.page.element;
      },
      getSnapshot: () => world.snapshot,
      publish: (snapshot: MeetingSnapshot) => world.#publish(snapshot),
    };
    return new this.#Session(owner, this.#options, this.#life.signal, (context) => this.#begin(context));
  }

  #begin(context: AttemptContext): FakeAttempt {
    if (!this.page.isShown) this.faults.push('an attempt before the page is shown');
    const attempt = new FakeAttempt(context);
    if (this.isBlocked) {
      const thrown = failure('browser-unsupported');
      if (this.expected.isIn) this.expected.failed(thrown, isLive(this.status));
      throw thrown;
    }
    this.attempts.push(attempt);
    return attempt;
  }

  #publish(snapshot: MeetingSnapshot): void {
    const [from, to] = [this.snapshot.state, snapshot.state];
    if (!this.isMounted) this.faults.push(`${to.status} is told after the unmount`);
    // This is the same failure, with its messages.
    const isSame = from.status === 'failed' && to.status === 'failed';
    if (from !== to && !isSame) {
      if (!canFollow(from.status, to.status)) this.faults.push(`${to.status} follows ${from.status}`);
      const fault = this.expected.told(to);
      if (fault !== undefined) this.faults.push(fault);
      // Unless `onStatusChange` itself has started something else.
      if (from.status === 'failed' && this.owedSince !== undefined && !this.#isReacting)
        this.faults.push('onError was never called');
      this.owedSince = to.status === 'failed' ? this.clock.awake : undefined;
    }
    this.snapshot = snapshot;
  }
}
