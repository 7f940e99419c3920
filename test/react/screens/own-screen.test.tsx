import { act, cleanup, fireEvent, screen as page, render } from '@testing-library/react';
import {
  Component,
  createElement,
  type ElementType,
  forwardRef,
  lazy,
  memo,
  type ReactNode,
  StrictMode,
  Suspense,
  useEffect,
  useLayoutEffect,
  useState,
} from 'react';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { OwnScreen } from '../../../src/react/screens/own-screen.tsx';
import type { Screen, ScreenProps } from '../../../src/react/screens/types.ts';

/** What React itself reports. */
let reported: Mock<typeof console.error>;
beforeEach(() => {
  reported = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const propsFor = (userName: string) => ({ userName, status: 'idle' }) as ScreenProps;

/** Reports when React shows and hides the elements beside the screen. */
function Neighbour({ tell }: { tell: (what: 'shown' | 'hidden') => void }) {
  useLayoutEffect(() => {
    tell('shown');
    return () => tell('hidden');
  }, [tell]);
  return null;
}

/** Renders a screen as the component does, inside the app's own boundaries and beside a neighbour. */
function show(first: Screen, strict = true) {
  const onError = vi.fn();
  const onAppError = vi.fn();
  const neighbour = vi.fn();
  const element = (screen: Screen, userName = 'Ada', resetKey?: unknown) => {
    const tree = (
      <AppBoundary onError={onAppError}>
        <Suspense fallback="app’s fallback">
          <Neighbour tell={neighbour} />
          <OwnScreen
            screen={screen}
            props={propsFor(userName)}
            fallback={<p>fallback</p>}
            onError={onError}
            resetKey={resetKey}
          />
        </Suspense>
      </AppBoundary>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  const { container, rerender } = render(element(first));
  neighbour.mockClear();
  return {
    onError,
    text: () => container.textContent,
    go: (screen: Screen, userName?: string, resetKey?: unknown) =>
      rerender(element(screen, userName, resetKey)),
    /** Whether the app around the screen has noticed anything. */
    hasNoticed: () => onAppError.mock.calls.length + neighbour.mock.calls.length > 0,
  };
}

class AppBoundary extends Component<{ onError: (error: unknown) => void; children: ReactNode }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError = () => ({ hasFailed: true });
  override componentDidCatch = (error: unknown) => this.props.onError(error);
  override render = () => (this.state.hasFailed ? 'app’s error' : this.props.children);
}

const failing = (): ReactNode => {
  throw new Error('cannot render');
};

function Greeting({ userName }: ScreenProps) {
  return <p>Hello {userName}</p>;
}
class Classic extends Component<ScreenProps> {
  override render() {
    return <p>Hello {this.props.userName}</p>;
  }
}
const Forwarded = forwardRef<HTMLParagraphElement, ScreenProps>(({ userName }, ref) => (
  <p ref={ref}>Hello {userName}</p>
));

describe('a screen of the app’s own', () => {
  it.each<[string, Screen]>([
    ['a component', Greeting],
    ['a function', ({ userName }) => `Hello ${userName}`],
    ['a class', Classic],
    ['memo', memo(Greeting)],
    ['forwardRef', Forwarded],
  ])('can be %s, with the screen’s props', (_what, screen) => {
    const { text, go, hasNoticed, onError } = show(screen);
    expect(text()).toBe('Hello Ada');
    go(screen, 'Grace');
    expect(text()).toBe('Hello Grace');
    expect([hasNoticed(), onError.mock.calls, reported.mock.calls]).toEqual([false, [], []]);
  });

  it('can be an element', () => {
    const { text, go } = show(<p>Good day</p>);
    expect(text()).toBe('Good day');
    go(<p>Good night</p>);
    expect(text()).toBe('Good night');
  });

  it('can be lazy', async () => {
    const screen = lazy(async () => ({ default: Greeting }));
    const { text, hasNoticed } = show(screen);
    expect(text()).toBe('fallback');
    await expect.poll(text).toBe('Hello Ada');
    expect(hasNoticed()).toBe(false);
  });

  it('can be an element of a server component that has not arrived yet', async () => {
    let arrive = (_element: ReactNode) => {};
    const chunk = new Promise<ReactNode>((resolve) => {
      arrive = resolve;
    });
    let element: ReactNode;
    const read = () => {
      if (element === undefined) throw chunk;
      return element;
    };
    const screen = { $$typeof: Symbol.for('react.lazy'), _payload: chunk, _init: read };
    const { text } = show(screen as unknown as Screen);
    expect(text()).toBe('fallback');
    element = <p>Hello from the server</p>;
    await act(async () => arrive(element));
    expect(text()).toBe('Hello from the server');
  });
});

function Signup() {
  const [, setLetters] = useState('');
  return (
    <OwnScreen
      screen={({ userName }) => {
        // biome-ignore lint/correctness/useHookAtTopLevel: an app writes it like that.
        const [name, setName] = useState(userName);
        return (
          <input
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              setLetters(event.target.value);
            }}
          />
        );
      }}
      props={propsFor('Ada')}
      fallback={null}
      onError={() => {}}
    />
  );
}

describe('a function written inline', () => {
  it('keeps focus and value of a text field, while its parent renders at each key', () => {
    render(<Signup />);
    const field = page.getByRole<HTMLInputElement>('textbox');
    field.focus();
    for (const value of ['Adam', 'Adam S', 'Adam Smith']) fireEvent.change(field, { target: { value } });
    expect(document.activeElement).toBe(field);
    expect(page.getByRole<HTMLInputElement>('textbox')).toBe(field);
    expect(field.value).toBe('Adam Smith');
  });

  it('sees what its parent has now', () => {
    const inline =
      (count: number): Screen =>
      ({ userName }) =>
        `${userName} ${count}`;
    const { text, go } = show(inline(1));
    go(inline(2), 'Grace');
    expect(text()).toBe('Grace 2');
  });

  it('starts anew when another one takes its place: their hooks do not mix', () => {
    const { text, go, onError } = show(() => useState('one')[0]);
    go(() => {
      useEffect(() => {});
      const [is] = useState('two');
      return useState(is)[0];
    });
    expect(text()).toBe('two');
    expect([onError.mock.calls, reported.mock.calls]).toEqual([[], []]);
  });

  it('starts anew when a component of another kind takes its place', () => {
    const { text, go } = show(() => useState('one')[0]);
    go(memo(() => <b>two</b>));
    expect(text()).toBe('two');
    go(<i>three</i>);
    expect(text()).toBe('three');
    go(() => useState('four')[0]);
    expect(text()).toBe('four');
  });
});

describe('a screen that suspends', () => {
  it('has the fallback in its place, for as long as it takes', async () => {
    const { text, go, hasNoticed, onError } = show(lazy(() => new Promise<never>(() => {})));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(text()).toBe('fallback');
    go(() => 'another one');
    expect(text()).toBe('another one');
    expect([hasNoticed(), onError.mock.calls]).toEqual([false, []]);
  });

  it('does not keep the fallback from changing', () => {
    const screen = lazy(() => new Promise<never>(() => {}));
    const shown = (text: string) => (
      <OwnScreen screen={screen} props={propsFor('Ada')} fallback={text} onError={() => {}} />
    );
    const { container, rerender } = render(shown('3 s'));
    rerender(shown('2 s'));
    expect(container.textContent).toBe('2 s');
  });

  it('keeps its state when it does so later', async () => {
    let waiting: Promise<void> | undefined;
    const screen = ({ userName }: ScreenProps) => {
      const [first] = useState(userName);
      if (waiting) throw waiting;
      return `${first} ${userName}`;
    };
    const { text, go, hasNoticed } = show(screen);
    let end = () => {};
    waiting = new Promise((resolve) => {
      end = resolve;
    });
    go(screen, 'Grace');
    expect(page.getByText('fallback')).toBeTruthy();
    waiting = undefined;
    await act(async () => end());
    expect(text()).toBe('Ada Grace');
    expect(hasNoticed()).toBe(false);
  });
});

class Broken extends Component<ScreenProps> {
  override render = failing;
}
const InEffect = () => {
  useEffect(failing as () => void, []);
  return 'about to fail';
};

describe('a screen that throws', () => {
  it.each<[string, Screen]>([
    ['a function', failing],
    ['a class', Broken],
    ['memo', memo(failing)],
    ['an element', createElement(failing as ElementType, { key: 1 })],
    ['in an effect', InEffect],
  ])('has the fallback in its place, and is told once: %s', (_what, screen) => {
    const { text, go, hasNoticed, onError } = show(screen, false);
    expect(text()).toBe('fallback');
    go(screen);
    go(screen, 'Grace');
    expect(text()).toBe('fallback');
    expect(onError.mock.calls).toEqual([[new Error('cannot render')]]);
    expect(hasNoticed()).toBe(false);
    // React itself reports what a boundary catches.
    expect(reported.mock.calls.length).toBeGreaterThan(0);
  });

  it('is told once in StrictMode as well, and as an element that is made at each render', () => {
    const Failing = failing as ElementType;
    const { text, go, onError } = show(<Failing />);
    go(<Failing />);
    go(<Failing />);
    expect(text()).toBe('fallback');
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it('is told when its code does not load', async () => {
    const { text, onError, hasNoticed } = show(lazy(() => Promise.reject(new Error('no chunk'))));
    await expect.poll(() => onError.mock.calls).toEqual([[new Error('no chunk')]]);
    expect([text(), hasNoticed()]).toEqual(['fallback', false]);
  });

  it('is shown once it is mended, and told anew when it fails anew', () => {
    const { text, go, onError } = show(failing);
    go(() => 'mended');
    expect(text()).toBe('mended');
    go(failing);
    expect(text()).toBe('fallback');
    go(<p>mended by an element</p>);
    expect(text()).toBe('mended by an element');
    expect(onError).toHaveBeenCalledTimes(2);
  });

  it('is tried anew with another reset key, since what it depends on may have come', () => {
    const inline =
      (user: { name: string } | null): Screen =>
      () =>
        (user as { name: string }).name;
    const { text, go, onError } = show(inline(null));
    go(inline({ name: 'Ada' }), 'Ada');
    expect(text()).toBe('fallback');
    go(inline({ name: 'Ada' }), 'Ada', 2);
    expect(text()).toBe('Ada');
    go(inline(null), 'Ada', 2);
    expect(text()).toBe('fallback');
    go(inline(null), 'Ada', 3);
    expect([text(), onError.mock.calls.length]).toEqual(['fallback', 3]);
  });
});
