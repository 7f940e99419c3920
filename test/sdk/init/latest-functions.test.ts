import { describe, expect, it } from 'vitest';
import type { InitOptions } from '../../../src/sdk/init/init-options.ts';
import { withLatestFunctions } from '../../../src/sdk/init/latest-functions.ts';

class Store {}

describe('withLatestFunctions', () => {
  type Button = { text?: string; onClick?: (...given: unknown[]) => unknown };
  const withButton = (onClick?: Button['onClick']): InitOptions => ({
    customize: { toolbar: { buttons: [{ text: 'Poll', ...(onClick && { onClick }) }] } },
  });
  const buttonOf = (init: InitOptions): Button =>
    (init.customize as { toolbar: { buttons: [Button] } }).toolbar.buttons[0];

  it('calls the function that stands at the same path now', () => {
    let latest = withButton(() => 'first');
    const made = withLatestFunctions(latest, () => latest);
    expect(buttonOf(made).onClick?.()).toBe('first');
    latest = withButton(() => 'second');
    expect(buttonOf(made).onClick?.()).toBe('second');
  });

  it('passes on `this` and the arguments', () => {
    const first = withButton();
    buttonOf(first).onClick = function (this: unknown, ...given) {
      return [this, ...given];
    };
    const made = withLatestFunctions(first, () => first);
    const self = {};
    expect(Reflect.apply(buttonOf(made).onClick ?? String, self, [1, 2])).toEqual([self, 1, 2]);
  });

  it.each([
    ['no init', undefined],
    ['another shape', { customize: { toolbar: null } }],
    ['no such button', { customize: { toolbar: { buttons: [] } } }],
    ['no function there', withButton()],
  ] as [string, InitOptions | undefined][])('calls its own where there is none: %s', (_what, latest) => {
    const made = withLatestFunctions(
      withButton(() => 'own'),
      () => latest as InitOptions | undefined,
    );
    expect(buttonOf(made).onClick?.()).toBe('own');
  });

  it('leaves the app’s object alone, and everything else as it is', () => {
    const onClick = () => 'own';
    const init = withButton(onClick);
    const made = withLatestFunctions(init, () => init);
    expect(buttonOf(init).onClick).toBe(onClick);
    expect(buttonOf(made).text).toBe('Poll');
    expect(Array.isArray((made.customize as { toolbar: { buttons: unknown } }).toolbar.buttons)).toBe(true);
  });

  it('keeps what hangs on a function, and classes that can be constructed', () => {
    const render = Object.assign(() => 'own', { displayName: 'Render' });
    const made = withLatestFunctions({ render, Store }, () => ({ render: () => 'latest' }));
    expect((made['render'] as typeof render).displayName).toBe('Render');
    expect(new (made['Store'] as typeof Store)()).toBeInstanceOf(Store);
  });
});
