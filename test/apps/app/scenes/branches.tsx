import { Meeting } from '../meeting.tsx';
import type { SceneProps } from './plain.tsx';

/** Renders a different tree on a wide page than on a narrow one. */
export const Branches = ({ meeting, isWide }: SceneProps & { readonly isWide: boolean }) =>
  isWide ? (
    <main>
      <Meeting {...meeting} />
    </main>
  ) : (
    <section>
      <Meeting {...meeting} />
    </section>
  );
