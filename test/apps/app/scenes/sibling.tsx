import { type ComponentType, lazy, Suspense } from 'react';
import { Meeting } from '../meeting.tsx';
import type { SceneProps } from './plain.tsx';

interface SiblingProps extends SceneProps {
  /** The panel beside the meeting. Its code is loading until the window receives an event with the panel's name. */
  readonly panel?: string | undefined;
}

/** A meeting and, inside the same Suspense boundary, a panel that is loaded when it is first shown. */
export const Sibling = ({ meeting, panel }: SiblingProps) => {
  const Panel = panel === undefined ? undefined : panelOf(panel);
  return (
    <Suspense fallback={<p>Loading…</p>}>
      <Meeting {...meeting} />
      {Panel && <Panel />}
    </Suspense>
  );
};

const panels = new Map<string, ComponentType>();

function panelOf(name: string): ComponentType {
  const Panel =
    panels.get(name) ??
    lazy(async () => {
      await new Promise((resolve) => addEventListener(name, resolve, { once: true }));
      return { default: () => <p>{`The panel ${name}`}</p> };
    });
  panels.set(name, Panel);
  return Panel;
}
