import { describe, expect, it } from 'vitest';
import { isShortcut, parseShortcut } from '../../../src/sdk/input/shortcut.ts';

interface Keys {
  key: string;
  code?: string;
  /** The modifier keys that are held. */
  held?: string[];
}

const press = ({ key, code = '', held = [] }: Keys) =>
  ({ key, code, getModifierState: (name: string) => held.includes(name) }) as KeyboardEvent;

const isPressed = (text: string, keys: Keys) => {
  const shortcut = parseShortcut(text);
  if (shortcut === undefined) throw new Error(`not parsed: ${text}`);
  return isShortcut(press(keys), shortcut);
};

describe('parseShortcut', () => {
  it.each([
    ['K', [], 'K'],
    ['Control+K', ['Control'], 'K'],
    ['Control+Shift+ArrowUp', ['Control', 'Shift'], 'ArrowUp'],
    ['Meta++', ['Meta'], '+'],
    ['+', [], '+'],
    ['?', [], '?'],
  ])('%s', (text, modifiers, key) => {
    expect(parseShortcut(text)).toEqual({ modifiers: new Set(modifiers), key });
  });

  it.each(['', 'Ctrl+K', 'control+K', 'Control+', 'Control K', '+K', null, undefined, 75, {}])(
    'refuses %o',
    (text) => {
      expect(parseShortcut(text)).toBeUndefined();
    },
  );
});

describe('isShortcut', () => {
  it.each<[string, Keys]>([
    ['Control+K', { key: 'k', held: ['Control'] }],
    ['Control+Shift+K', { key: 'K', held: ['Control', 'Shift'] }],
    // A Russian keyboard, and the Option key on a Mac.
    ['Control+K', { key: 'л', code: 'KeyK', held: ['Control'] }],
    ['Alt+K', { key: '˚', code: 'KeyK', held: ['Alt'] }],
    ['?', { key: '?', held: ['Shift'] }],
    ['?', { key: '?' }],
    ['ArrowUp', { key: 'ArrowUp' }],
  ])('%s is pressed by %o', (text, keys) => {
    expect(isPressed(text, keys)).toBe(true);
  });

  it.each<[string, Keys]>([
    ['Control+K', { key: 'k' }],
    ['Control+K', { key: 'k', held: ['Control', 'Alt'] }],
    ['Control+K', { key: 'K', held: ['Control', 'Shift'] }],
    ['Shift+?', { key: '?' }],
    ['ArrowUp', { key: 'ArrowUp', held: ['Shift'] }],
    ['K', { key: 'j', code: 'KeyJ' }],
  ])('%s is not pressed by %o', (text, keys) => {
    expect(isPressed(text, keys)).toBe(false);
  });
});
