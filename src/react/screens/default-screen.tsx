import type { CSSProperties, ReactElement, ReactNode } from 'react';
import { failureTitle, leftText, sentence } from '../texts/describe.ts';
import { initials, badge as look } from './badge.tsx';
import { useSecondsUntil, useSettled } from './hooks/timers.ts';
import { secondary, soft } from './soft-styles.ts';
import { accent, badgeRoom, heading, overlay, primary } from './styles.ts';
import type { ScreenProps } from './types.ts';

/** In ms. A join usually takes less time. */
const SLOW_MS = 8_000;
const STEPS = ['authorizing', 'loading', 'joining'] as const;
type Step = (typeof STEPS)[number];

const paragraph: CSSProperties = { margin: 0, maxWidth: '36em', opacity: 0.8 };
const badge: CSSProperties = { ...badgeRoom, ...look };
/** The badge of a user who is not joining, or has left. */
const softBadge: CSSProperties = { ...badge, ...soft };

/**
 * A card over the meeting. The meeting stays visible around it. The card covers the middle, where the SDK shows
 * "Connecting…".
 */
const card: CSSProperties = {
  ...overlay,
  margin: 'auto',
  width: 'fit-content',
  height: 'fit-content',
  boxSizing: 'border-box',
  maxWidth: 'min(100% - 16px, 34em)',
  maxHeight: 'calc(100% - 16px)',
  border: '1px solid transparent',
  borderRadius: 'calc(var(--zoom-join-radius, 8px) * 2)',
  boxShadow: '0 0 0 100vmax rgb(0 0 0 / .5)',
};

/** The texts and buttons of a screen. */
interface Content {
  /** Replaces the user's initials. */
  sign?: string;
  /** The index of the current step, out of three. */
  step?: number;
  title: string;
  text?: string | false;
  /** The button that joins again. */
  again?: string | false;
  /** Whether that button is not the one that the screen suggests. */
  isQuiet?: boolean;
  /** Whether that button does nothing at the moment. It stays in the page and keeps the focus. */
  isOff?: boolean;
  /** The button that stops what is in progress. */
  exit?: string;
}

interface DefaultScreenProps extends ScreenProps {
  /** Whether to show the button that joins again, with status `failed`. */
  canRetry: boolean;
  /** Additional buttons. */
  children?: ReactNode;
}

function contentOf(
  { state, labels, error, retryAt, canRetry }: DefaultScreenProps,
  seconds: number,
  isSlow: boolean,
): Content {
  const nextTry = seconds > 0 ? labels.nextTry.replace('{seconds}', String(seconds)) : labels.tryingNow;
  switch (state.status) {
    case 'waiting':
      return {
        title: labels.waitingForHost,
        text: `${labels.waitingForHostHint}\n${nextTry}`,
        again: labels.tryNow,
        isQuiet: true,
        isOff: seconds === 0,
        exit: labels.cancel,
      };
    case 'reconnecting':
      return {
        title: labels.reconnecting,
        text: retryAt === null ? labels.reconnectingHint : nextTry,
        again: labels.tryNow,
        isQuiet: true,
        exit: labels.leave,
      };
    case 'left':
      return {
        title: leftText(state.reason, labels),
        again: labels.rejoin,
        // The user may join again, but that will probably not work now.
        isQuiet: /removed|ended|limit/.test(state.reason),
      };
    case 'failed':
      return {
        sign: '!',
        title: failureTitle(state.error, labels),
        text: sentence(state.error, labels),
        again: canRetry && labels.retry,
        isQuiet: Boolean(state.error.url),
      };
    default: {
      if (retryAt !== null && error !== null) {
        return { title: nextTry, text: sentence(error, labels), again: labels.tryNow, exit: labels.cancel };
      }
      const step = Math.max(0, STEPS.indexOf(state.status as Step));
      return { step, title: labels[STEPS[step] as Step], text: isSlow && labels.slow, exit: labels.cancel };
    }
  }
}

/** Renders every default screen except the idle one. */
export function DefaultScreen(props: DefaultScreenProps): ReactElement {
  const { status, userName, attempt, retryAt, retry, leave } = props;
  const isSlow = useSettled(attempt, SLOW_MS, -1) === attempt;
  const { sign, step, title, text, again, isQuiet, isOff, exit } = contentOf(
    props,
    useSecondsUntil(retryAt),
    isSlow,
  );
  return (
    <div className="zoom-join-screen" style={status === 'reconnecting' ? card : overlay}>
      <div
        className={`zoom-join-badge ${exit && 'zoom-join-busy'}`}
        style={exit ? badge : softBadge}
        aria-hidden="true"
      >
        {sign ?? initials(userName)}
      </div>
      <p style={heading} dir="auto">
        {title}
      </p>
      {step !== undefined && (
        <div className="zoom-join-row" style={{ width: '12em', maxWidth: '100%' }} aria-hidden="true">
          {STEPS.map((name, index) => (
            <i
              key={name}
              style={{ ...accent, flex: 1, height: 2, borderRadius: 9, opacity: index > step ? 0.25 : 1 }}
            />
          ))}
        </div>
      )}
      {/* During the steps of a join, this element is there from the start, so that screen readers announce its
          text when it appears. */}
      {text !== undefined && (
        <p
          role={step === undefined ? undefined : 'status'}
          style={{ ...paragraph, whiteSpace: 'pre-line' }}
          dir="auto"
        >
          {text}
        </p>
      )}
      <div className="zoom-join-row zoom-join-actions">
        {props.children}
        {again && (
          <button
            type="button"
            style={isQuiet ? secondary : primary}
            aria-disabled={isOff}
            onClick={isOff ? undefined : retry}
          >
            {again}
          </button>
        )}
        {exit && (
          <button type="button" style={secondary} onClick={leave}>
            {exit}
          </button>
        )}
      </div>
    </div>
  );
}
