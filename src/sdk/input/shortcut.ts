const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta'] as const;
type Modifier = (typeof MODIFIERS)[number];

export interface Shortcut {
  readonly modifiers: ReadonlySet<string>;
  readonly key: string;
}

/** Parses a shortcut as in `aria-keyshortcuts`, such as `Control+Shift+K`. Returns `undefined` if it is invalid. */
export function parseShortcut(text: unknown): Shortcut | undefined {
  if (typeof text !== 'string') return undefined;
  // `+` can also be the key.
  const [, before, key] = /^(?:(.+)\+)?([^+\s]+|\+)$/.exec(text) ?? [];
  const modifiers = before?.split('+') ?? [];
  const areKnown = modifiers.every((name) => MODIFIERS.includes(name as Modifier));
  return key !== undefined && areKnown ? { modifiers: new Set(modifiers), key } : undefined;
}

/** Whether a key event matches a shortcut, in any keyboard layout. */
export function isShortcut(event: KeyboardEvent, { modifiers, key }: Shortcut): boolean {
  const wanted = key.toUpperCase();
  if (event.key.toUpperCase() !== wanted && event.code !== `Key${wanted}`) return false;
  // Some characters, such as "?", need Shift on some keyboards.
  const mayBeShifted = key.length === 1 && wanted === key.toLowerCase();
  return MODIFIERS.every(
    (name) =>
      event.getModifierState(name) === modifiers.has(name) ||
      (name === 'Shift' && mayBeShifted && !modifiers.has(name)),
  );
}
