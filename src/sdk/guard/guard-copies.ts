import type { FrameWindow } from '../loading/source.ts';
import type { BlockedUse } from './blocked-use.ts';

/**
 * Keeps secrets out of the clipboard, out of the addresses of new tabs and out of the browser's own dialogs, whatever
 * in the frame wants to put them there.
 *
 * @param isSecret Whether a text contains a secret, and is not something that people have written.
 * @param onBlocked Called when something was blocked.
 */
export function guardCopies(
  frame: FrameWindow,
  isSecret: (text: string, use: BlockedUse) => boolean,
  onBlocked: (what: BlockedUse) => void,
): void {
  const { document } = frame;
  const isBlocked = (what: BlockedUse, ...texts: readonly unknown[]): boolean => {
    const found = texts.some((text) => isSecret(String(text ?? ''), what));
    if (found) onBlocked(what);
    return found;
  };

  const open = frame.open.bind(frame);
  frame.open = (url, ...rest) => (isBlocked('tab', url) ? null : open(url, ...rest));
  const { alert, confirm, prompt } = frame;
  frame.alert = (text) => void (isBlocked('dialog', text) || alert(text));
  frame.confirm = (text) => !isBlocked('dialog', text) && confirm(text);
  frame.prompt = (text, value) => (isBlocked('dialog', text, value) ? null : prompt(text, value));

  // This comes before the listeners that write something else than what is selected.
  frame.addEventListener(
    'copy',
    (event) => {
      if (!isBlocked('clipboard', selectedText(document))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );

  // Missing in an insecure context.
  const clipboard: Clipboard | undefined = frame.navigator.clipboard;
  if (clipboard === undefined) return;
  const writeText = clipboard.writeText.bind(clipboard);
  clipboard.writeText = async (text) => {
    if (!isBlocked('clipboard', text)) await writeText(text);
  };
  // Firefox before 127 lacks it.
  const { write }: Partial<Clipboard> = clipboard;
  if (!write) return;
  clipboard.write = async (items) => {
    const texts = await Promise.all([...items].flatMap(textsOf));
    if (!isBlocked('clipboard', ...texts)) await write.call(clipboard, items);
  };
}

const textsOf = (item: ClipboardItem): Promise<string>[] =>
  item.types
    .filter((type) => type.startsWith('text/'))
    .map(async (type) => (await item.getType(type)).text());

/** Returns what the user, or a script, has selected to be copied. */
function selectedText(document: Document): string {
  const { value, selectionStart, selectionEnd } = (document.activeElement ?? {}) as Partial<HTMLInputElement>;
  return typeof value === 'string'
    ? value.slice(selectionStart ?? 0, selectionEnd ?? undefined)
    : String(document.getSelection() ?? '');
}
