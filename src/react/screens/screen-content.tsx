import { isValidElement, type ReactElement, type ReactNode } from 'react';
import type { Screen, ScreenProps } from './types.ts';

export interface ScreenContentProps {
  screen: Screen;
  props: ScreenProps;
}

/**
 * Renders a custom screen, which can be a component, an element or a function.
 *
 * A function is called inside a component of ours, so that an inline function, which is a new one on each render,
 * keeps its state. Its hooks belong to that component. A function with another source text is treated as another
 * component.
 */
export const ScreenContent = ({ screen, props }: ScreenContentProps): ReactElement => (
  <Content key={isFunction(screen) ? String(screen) : ''} screen={screen} props={props} />
);

function Content({ screen: Screen, props }: ScreenContentProps): ReactNode {
  if (isFunction(Screen)) return Screen(props);
  return isElement(Screen) ? Screen : <Screen {...props} />;
}

const isFunction = (screen: Screen): screen is (props: ScreenProps) => ReactNode =>
  typeof screen === 'function' && !screen.prototype?.isReactComponent;

/**
 * An element from a server component may still be loading. Unlike that of a lazy component, its payload is a
 * promise.
 */
const isElement = (screen: Exclude<Screen, (props: ScreenProps) => ReactNode>): screen is ReactElement =>
  isValidElement(screen) || Boolean((screen as { _payload?: Partial<Promise<unknown>> })._payload?.then);
