import { Component, isValidElement, type ReactNode, Suspense } from 'react';
import { ScreenContent } from './screen-content.tsx';
import type { Screen, ScreenProps } from './types.ts';

export interface OwnScreenProps {
  screen: Screen;
  props: ScreenProps;
  /** Shown while the screen suspends, and after it has thrown an error. */
  fallback: ReactNode;
  /** Called once for each failure. React reports the error to the console by itself. */
  onError: (error: unknown) => void;
  /**
   * After an error, the screen is rendered again when this changes or when the screen does. The screen changes if
   * it is a function with another source text, an element of another type, or another component.
   */
  resetKey?: unknown;
}

interface State {
  screenKey?: unknown;
  resetKey?: unknown;
  hasFailed?: boolean;
}

/** Renders a custom screen. If it suspends or throws, this affects neither the meeting nor the app around it. */
export class OwnScreen extends Component<OwnScreenProps, State> {
  override state: State = {};

  static getDerivedStateFromProps({ screen, resetKey }: OwnScreenProps, state: State): State | null {
    const screenKey = keyOf(screen);
    const isSame = state.screenKey === screenKey && state.resetKey === resetKey;
    return isSame ? null : { screenKey, resetKey, hasFailed: false };
  }

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    const { screen, props, fallback } = this.props;
    if (this.state.hasFailed) return fallback;
    return (
      <Suspense fallback={fallback}>
        <ScreenContent screen={screen} props={props} />
      </Suspense>
    );
  }
}

/** Returns a key that stays the same for a function or an element that is created anew on each render. */
function keyOf(screen: Screen): unknown {
  const type: unknown = isValidElement(screen) ? screen.type : screen;
  return typeof type === 'function' ? String(type) : type;
}
