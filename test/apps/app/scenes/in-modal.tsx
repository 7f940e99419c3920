import * as RadixDialog from '@radix-ui/react-dialog';
import { FocusTrap } from 'focus-trap-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Meeting } from '../meeting.tsx';
import { tell } from '../told.ts';
import type { SceneProps } from './plain.tsx';

const close = () => tell('app:closed');

const MODALS = { native: Native, radix: Radix, 'focus-trap': Trap } as const;

interface InModalProps extends SceneProps {
  readonly modal: keyof typeof MODALS;
}

/**
 * A meeting in a modal, between two buttons. Another button is outside the modal. A request to close the modal is
 * only logged.
 */
export const InModal = ({ meeting, modal }: InModalProps) => {
  const Modal = MODALS[modal];
  return (
    <>
      <button type="button">outside</button>
      <Modal>
        <button type="button">before</button>
        <div style={{ width: 640, height: 400 }}>
          <Meeting {...meeting} />
        </div>
        <button type="button">after</button>
      </Modal>
    </>
  );
};

interface ModalProps {
  readonly children: ReactNode;
}

/** The native `<dialog>` element. */
function Native({ children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      {children}
    </dialog>
  );
}

function Radix({ children }: ModalProps) {
  return (
    <RadixDialog.Root open onOpenChange={close}>
      <RadixDialog.Content aria-describedby={undefined} style={{ position: 'fixed', inset: 20 }}>
        <RadixDialog.Title>Modal</RadixDialog.Title>
        {children}
      </RadixDialog.Content>
    </RadixDialog.Root>
  );
}

function Trap({ children }: ModalProps) {
  return (
    <FocusTrap
      focusTrapOptions={{
        escapeDeactivates: () => {
          close();
          return false;
        },
      }}
    >
      <div role="dialog" aria-modal="true" aria-label="Modal">
        {children}
      </div>
    </FocusTrap>
  );
}
