import { repeatOn } from './repeat-event.ts';
import { isShortcut, parseShortcut, type Shortcut } from './shortcut.ts';

export interface KeyOptions {
  /** Returns those of the latest render, written as in `aria-keyshortcuts`. */
  getShortcuts: () => readonly string[] | undefined;
  /** Called once for each that is not. */
  onUnknownShortcut: (shortcut: unknown) => void;
}

/**
 * Hands on keys of the frame to the page:
 * - those of the app's shortcuts; one of which the app prevents the default does nothing in the meeting any more;
 * - Escape, where it is of no use in the meeting: a dialog around the meeting closes.
 *
 * @param signal Ends it.
 */
export function shareKeys(
  iframe: HTMLIFrameElement,
  signal: AbortSignal,
  { getShortcuts, onUnknownShortcut }: KeyOptions,
): void {
  const { document } = iframe.contentWindow as Window;
  const parsed = new Map<unknown, Shortcut | undefined>();
  const parse = (text: unknown) => {
    if (!parsed.has(text)) {
      parsed.set(text, parseShortcut(text));
      if (parsed.get(text) === undefined) onUnknownShortcut(text);
    }
    return parsed.get(text);
  };
  const pass = (event: KeyboardEvent) => {
    const shortcuts = [getShortcuts() ?? []].flat().map(parse);
    // Without these they are for typing.
    const isText = !(event.ctrlKey || event.altKey || event.metaKey) && isTyping(document);
    const isOne = shortcuts.some((shortcut) => shortcut !== undefined && isShortcut(event, shortcut));
    if (event.isComposing || isText || !isOne || repeatOn(iframe, event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const passEscape = (event: KeyboardEvent) => {
    const isBusy = isTyping(document) || document.activeElement?.closest('[role=menu],[role=listbox]');
    // The SDK prevents the default where it closes a panel.
    if (event.key !== 'Escape' || event.defaultPrevented || isBusy) return;
    if (repeatOn(iframe, event)) closeDialogAround(iframe);
  };
  document.addEventListener('keydown', pass, { signal, capture: true });
  document.addEventListener('keyup', pass, { signal, capture: true });
  // After the SDK's own.
  iframe.contentWindow?.addEventListener('keydown', passEscape, { signal });
}

/** Whether keys write into what has the focus. */
function isTyping({ activeElement }: Document): boolean {
  return (
    activeElement?.matches('input,textarea,select') === true ||
    (activeElement as HTMLElement | null)?.isContentEditable === true
  );
}

/** As the browser does for the Escape key in the page itself. */
function closeDialogAround(element: Element): void {
  const dialog = element.closest<HTMLDialogElement>('dialog:modal');
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  if (dialog !== null) {
    const { requestClose }: Partial<HTMLDialogElement> = dialog;
    if (requestClose) requestClose.call(dialog);
    // Browsers before 2025.
    else if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
  } else if (host) closeDialogAround(host);
}
