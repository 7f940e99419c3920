/** @jsxRuntime classic */
// Storybook's own window provides React 18. The only jsx-runtime it could import is that of the stories' React, so
// this file uses the classic one.
import React, { type ReactElement, useState } from 'react';
import { Button } from 'storybook/internal/components';
import { useChannel } from 'storybook/manager-api';
import { HOST_PLAYED, hostActions, PLAY_HOST } from './host-actions.ts';

const groups = [...new Set(hostActions.map(({ group }) => group))];

/** Buttons that act as the host, the other participants and the network of the story's simulated meeting. */
export function HostPanel(): ReactElement {
  const [answer, setAnswer] = useState('');
  const emit = useChannel({ [HOST_PLAYED]: setAnswer });
  const play = (label: string) => {
    setAnswer('');
    emit(PLAY_HOST, label);
  };
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '16px 32px', padding: 16 }}>
      {groups.map((group) => (
        <fieldset key={group} style={{ border: 0, margin: 0, padding: 0 }}>
          <legend style={{ padding: 0, marginBottom: 8, fontWeight: 700 }}>{group}</legend>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            {hostActions
              .filter((action) => action.group === group)
              .map(({ label }) => (
                <Button key={label} size="small" ariaLabel={false} onClick={() => play(label)}>
                  {label}
                </Button>
              ))}
          </div>
        </fieldset>
      ))}
      <p role="status" style={{ flexBasis: '100%', margin: 0, minHeight: '1.5em' }}>
        {answer}
      </p>
    </div>
  );
}
