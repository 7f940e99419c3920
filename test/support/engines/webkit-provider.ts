import { defineBrowserProvider } from '@vitest/browser';
import type { BrowserProvider, TestProject } from 'vitest/node';
import { WebKit } from './webkit.ts';

/** Lets Vitest run tests in WebKit. Of its commands, it knows those that our tests use: keys, and nothing else. */
export const webkitgtk = () =>
  defineBrowserProvider({
    name: 'webkitgtk',
    supportedBrowser: ['webkit'],
    options: {},
    providerFactory: (project) => new Provider(project),
  });

class Provider implements BrowserProvider {
  readonly name = 'webkitgtk';
  readonly supportsParallelism = false;
  #browser: Promise<WebKit> | undefined;

  constructor({ browser }: TestProject) {
    const press = async (keys: readonly string[]) => (await this.#browser)?.press(keys.map((key) => [key]));
    const commands: Record<string, (context: unknown, text: string) => unknown> = {
      __vitest_tab: () => press(['Tab']),
      // `{Enter}` is the name of a key. Everything else is text.
      __vitest_keyboard: async (_context, text) => {
        await press(text.match(/(?<=^\{)\w+(?=\}$)/) ?? [...text]);
        return { unreleased: [] };
      },
      __vitest_cleanup: () => {},
    };
    // The types only have commands that a project has added.
    const register = browser?.registerCommand as ((name: string, run: unknown) => void) | undefined;
    for (const [name, run] of Object.entries(commands)) register?.call(browser, name, run);
  }

  getCommandsContext(): Record<string, unknown> {
    return {};
  }

  async openPage(_session: string, url: string): Promise<void> {
    this.#browser ??= WebKit.start();
    await (await this.#browser).call('/url', { url });
  }

  async close(): Promise<void> {
    await (await this.#browser)?.close();
  }
}
