import { Component, lazy, type ReactNode, Suspense } from 'react';
import { Meeting } from '../meeting.tsx';
import { tell } from '../told.ts';
import type { SceneProps } from './plain.tsx';

interface OwnReconnectingProps extends SceneProps {
  readonly screen: 'never-comes' | 'throws';
}

/** An app's own reconnecting screen that does not work, inside an error boundary and a `<Suspense>` of the app. */
export const OwnReconnecting = ({ meeting, screen }: OwnReconnectingProps) => (
  <Boundary>
    <Suspense fallback={<Told entry="app:suspended" />}>
      <Meeting {...meeting} screens={{ reconnecting: screen === 'throws' ? Throws : NeverComes }} />
    </Suspense>
  </Boundary>
);

const NeverComes = lazy(() => new Promise<never>(() => {}));

function Throws(): never {
  throw new Error('the screen is broken');
}

function Told({ entry }: { entry: string }) {
  tell(entry);
  return null;
}

class Boundary extends Component<{ children: ReactNode }> {
  override state = { hasCaught: false };

  static getDerivedStateFromError = () => ({ hasCaught: true });

  override render(): ReactNode {
    return this.state.hasCaught ? <Told entry="app:caught" /> : this.props.children;
  }
}
