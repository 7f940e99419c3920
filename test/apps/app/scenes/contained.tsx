import { type ReactElement, useEffect, useRef } from 'react';
import { Meeting } from '../meeting.tsx';
import type { SceneProps } from './plain.tsx';

type Contain = (meeting: ReactElement) => ReactElement;

/** Containers that take their width from their content. */
const SIZED_BY_CONTENT = {
  dialog: (meeting) => <Modal>{meeting}</Modal>,
  'centred-flex-child': (meeting) => (
    <div style={{ display: 'flex', justifyContent: 'center', alignItems: 'center', height: 500 }}>
      <div>{meeting}</div>
    </div>
  ),
  'inline-block': (meeting) => <div style={{ display: 'inline-block' }}>{meeting}</div>,
  float: (meeting) => <div style={{ float: 'left' }}>{meeting}</div>,
  absolute: (meeting) => <div style={{ position: 'absolute' }}>{meeting}</div>,
  'table-cell': (meeting) => (
    <table cellPadding={0}>
      <tbody>
        <tr>
          <td>{meeting}</td>
          <td>Notes</td>
        </tr>
      </tbody>
    </table>
  ),
  'auto-column': (meeting) => (
    <div style={{ display: 'grid', gridTemplateColumns: 'auto 1fr' }}>
      <div>{meeting}</div>
      <aside>Notes</aside>
    </div>
  ),
} satisfies Record<string, Contain>;

/** Containers that leave 200 px for the meeting. */
const NARROW = {
  'beside-a-sidebar': (meeting) => (
    <div style={{ display: 'flex', width: 400 }}>
      <main style={{ flex: 1 }}>{meeting}</main>
      <aside style={{ flex: 'none', width: 200 }}>Notes</aside>
    </div>
  ),
  'flex-item': (meeting) => (
    <div style={{ display: 'flex', width: 400 }}>
      {meeting}
      <aside style={{ flex: 'none', width: 200 }}>Notes</aside>
    </div>
  ),
  'fr-column': (meeting) => (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 200px', width: 400 }}>
      <main>{meeting}</main>
      <aside>Notes</aside>
    </div>
  ),
  'narrow-inline-block': (meeting) => (
    <div style={{ width: 200 }}>
      <div style={{ display: 'inline-block' }}>{meeting}</div>
    </div>
  ),
} satisfies Record<string, Contain>;

/** Containers with a size of their own, or without any. */
const OTHERS = {
  sized: (meeting) => <div style={{ width: 900, height: 500 }}>{meeting}</div>,
  // Far smaller than what Zoom renders, but the user still sees something.
  small: (meeting) => <div style={{ width: 130, height: 70 }}>{meeting}</div>,
  nothing: (meeting) => <div style={{ width: 'min-content' }}>{meeting}</div>,
  'no-height': (meeting) => <div style={{ width: 600, height: 0 }}>{meeting}</div>,
  hidden: (meeting) => <div style={{ width: 'min-content', display: 'none' }}>{meeting}</div>,
} satisfies Record<string, Contain>;

const CONTAINERS = { ...SIZED_BY_CONTENT, ...NARROW, ...OTHERS };

type ContainerKind = keyof typeof CONTAINERS;

export interface ContainedProps extends SceneProps {
  readonly in: ContainerKind;
  /** What is rendered over the meeting, as `#child`. */
  readonly child?: 'corner' | 'bar' | 'whole' | undefined;
}

/**
 * The meeting in a container such as an app may have. Another kind of container remounts it, except that `nothing`
 * and `hidden` share a key.
 */
export const Contained = ({ meeting, in: kind, child }: ContainedProps) => (
  <div key={kind === 'hidden' ? 'nothing' : kind}>
    {CONTAINERS[kind](
      <Meeting {...meeting}>
        {child === 'corner' && (
          <b id="child" style={{ position: 'absolute', right: 10, bottom: 10, width: 50, height: 20 }} />
        )}
        {child === 'bar' && <div id="child" style={{ position: 'relative', height: 40 }} />}
        {child === 'whole' && <div id="child" style={{ position: 'relative', height: '100%' }} />}
      </Meeting>,
    )}
  </div>
);

function Modal({ children }: { children: ReactElement }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} style={{ padding: 0, border: 0 }}>
      {children}
    </dialog>
  );
}
