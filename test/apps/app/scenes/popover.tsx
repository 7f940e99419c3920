import * as RadixPopover from '@radix-ui/react-popover';
import { type MouseEvent, useState } from 'react';
import { Meeting } from '../meeting.tsx';
import { tell } from '../told.ts';
import type { SceneProps } from './plain.tsx';

const press = ({ type, clientX, clientY }: MouseEvent) =>
  tell(`app:${type}:${Math.floor(clientX)},${Math.floor(clientY)}`);

/** A meeting with handlers for presses, and a popover of a library beside it. */
export const Popover = ({ meeting }: SceneProps) => {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <>
      <RadixPopover.Root
        open={isOpen}
        onOpenChange={(open) => {
          setIsOpen(open);
          tell(`app:popover:${open}`);
        }}
      >
        <RadixPopover.Trigger style={{ position: 'fixed', right: 0, bottom: 0 }}>Menu</RadixPopover.Trigger>
        <RadixPopover.Content onOpenAutoFocus={(event) => event.preventDefault()}>
          Popover
        </RadixPopover.Content>
      </RadixPopover.Root>
      <Meeting {...meeting} onPointerDown={press} onMouseDown={press} onPointerUp={press} onClick={press} />
    </>
  );
};
