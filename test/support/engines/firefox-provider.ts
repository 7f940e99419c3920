import { type PlaywrightProviderOptions, playwright } from '@vitest/browser-playwright';
import type { Page } from 'playwright';

/**
 * Lets Vitest run tests in Firefox. Vitest finds the frame with the tests by its name, which Playwright asks Firefox for
 * and forgets if the frame's page has loaded before the answer. Here, it is the page's only frame.
 */
export function firefoxProvider(options: PlaywrightProviderOptions): ReturnType<typeof playwright> {
  const provider = playwright(options);
  return {
    ...provider,
    providerFactory(project) {
      const browser = provider.providerFactory(project);
      const contextOf = browser.getCommandsContext.bind(browser);
      browser.getCommandsContext = (session) => {
        const context = contextOf(session);
        const page = context['page'] as Page;
        return { ...context, frame: async () => page.mainFrame().childFrames()[0] };
      };
      return browser;
    },
  };
}
