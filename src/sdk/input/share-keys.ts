import { repeatOn } from './repeat-event.ts';
import { isShortcut, parseShortcut, type Shortcut } from './shortcut.ts';

export interface KeyOptions {
  /** Returns the shortcuts of the latest render, written as in `aria-keyshortcuts`. */
  getShortcuts: () => readonly string[] | undefined;
  /** Called once for each entry that is not a valid shortcut. */
  onUnknownShortcut: (shortcut: unknown) => void;
}

/**
 * Passes key events from the frame to the page:
 * - The app's shortcuts. If the app prevents the default, the meeting does not get the event.
 * - Escape, if the meeting has no use for it: it closes a dialog around the meeting.
 *
 * @param signal Stops this when it aborts.
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
    // Without these modifiers the user is typing text.
    const isText = !(event.ctrlKey || event.altKey || event.metaKey) && isTyping(document);
    const isOne = shortcuts.some((shortcut) => shortcut !== undefined && isShortcut(event, shortcut));
    if (event.isComposing || isText || !isOne || repeatOn(iframe, event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const passEscape = (event: KeyboardEvent) => {
    const isBusy = isTyping(document) || document.activeElement?.closest('[role=menu],[role=listbox]');
    // The SDK prevents the default when Escape closes a panel.
    if (event.key !== 'Escape' || event.defaultPrevented || isBusy) return;
    let isFree: boolean | undefined;
    // Safari also closes a dialog for an event that a script has made. All listeners of the page run before this one.
    const last = (copy: Event) => {
      isFree = !copy.defaultPrevented;
      copy.preventDefault();
    };
    const page = iframe.ownerDocument.defaultView;
    page?.addEventListener('keydown', last);
    const isUnheard = repeatOn(iframe, event);
    page?.removeEventListener('keydown', last);
    if (isFree ?? isUnheard) closeDialogAround(iframe);
  };
  document.addEventListener('keydown', pass, { signal, capture: true });
  document.addEventListener('keyup', pass, { signal, capture: true });
  // On the window, to run after the SDK's own listeners.
  iframe.contentWindow?.addEventListener('keydown', passEscape, { signal });
}

/** Whether the focused element accepts typed text. */
function isTyping({ activeElement }: Document): boolean {
  return (
    activeElement?.matches('input,textarea,select') === true ||
    (activeElement as HTMLElement | null)?.isContentEditable === true
  );
}

/** Does what the browser does for the Escape key in the page itself. */
function closeDialogAround(element: Element): void {
  const dialog = element.closest<HTMLDialogElement>('dialog:modal');
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  if (dialog !== null) {
    const { requestClose }: Partial<HTMLDialogElement> = dialog;
    if (requestClose) requestClose.call(dialog);
    // Browsers before 2025 lack `requestClose`.
    else if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
  } else if (host) closeDialogAround(host);
}
