import { useState } from 'react';
import type { ScreenProps } from 'react-zoom-join';
import { Meeting } from '../meeting.tsx';
import type { SceneProps } from './plain.tsx';

interface InlineProps extends SceneProps {
  /** `component`: the screen renders a component of the app. `hooks`: the screen calls hooks itself. */
  readonly as: 'component' | 'hooks';
}

/** An idle screen that is a new function at each render and makes the app rerender at each keystroke. */
export function Inline({ meeting, as }: InlineProps) {
  const [name, setName] = useState('');
  const idle =
    as === 'component'
      ? (props: ScreenProps) => <Lobby {...props} onName={setName} />
      : () => {
          // biome-ignore lint/correctness/useHookAtTopLevel: an app may write a component inline.
          const [text, setText] = useState('');
          return (
            <input
              value={text}
              onChange={({ target }) => {
                setText(target.value);
                setName(target.value);
              }}
            />
          );
        };
  return (
    <>
      <Meeting {...meeting} autoJoin={false} userName={name || 'Nobody yet'} screens={{ idle }} />
      <output>{name}</output>
    </>
  );
}

function Lobby({ onName }: ScreenProps & { onName: (name: string) => void }) {
  const [text, setText] = useState('');
  return (
    <input
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onName(target.value);
      }}
    />
  );
}
