import type { AppUrlProblem } from '../../../session/warnings/warn.ts';

/** Another way into the meeting: a URL, or a function that returns it when the user asks for it. */
export type AppUrl = string | (() => string | Promise<string>);

/** Why nothing was opened. */
export interface NotOpened {
  readonly problem: AppUrlProblem;
  readonly cause?: unknown;
  /** The URL, if the browser didn't open it. It may open it in another click. */
  readonly address?: string;
}

/**
 * The schemes of the web and of the Zoom app: `zoommtg:` on computers, `zoomus:` on phones. Never `javascript:` or
 * `data:`.
 */
const OPENED = /^(https?|zoom[a-z]*):$/;

/**
 * Returns what is wrong with a URL, or `undefined` if it can be opened. A relative URL is a path on the page's own
 * server.
 */
export function problemOf(address: unknown, { document }: Window): AppUrlProblem | undefined {
  try {
    if (typeof address !== 'string' || address.trim() === '') return 'no-address';
    return OPENED.test(new URL(address, document.baseURI).protocol) ? undefined : 'scheme';
  } catch {
    return 'no-address';
  }
}

/**
 * Opens a URL in a new tab or in the Zoom app. Call this in a click handler: only there can a page open a tab, and
 * only there does a phone pass a link to the app it belongs to. Resolves to the reason if the URL was not opened.
 * Never rejects.
 *
 * This doesn't use a link, because the URL may contain a passcode and would be in the document before the user asks
 * for it. It doesn't use `noopener` either, because then there is no telling whether a tab was opened. Instead, the
 * tab loses its opener before it loads anything.
 */
export async function openAppUrl(appUrl: AppUrl, page: Window): Promise<NotOpened | undefined> {
  let tab: Window | null | undefined;
  try {
    const given = typeof appUrl === 'function' ? appUrl() : appUrl;
    if (typeof given === 'string') return goTo(given, page);
    // Firefox processes events while it opens a tab, and a rejection must have a handler by then. It is handled below.
    Promise.resolve(given).catch(() => {});
    // Open the tab now: after the click, the browser would block it.
    tab = openTab('', page);
    const address = await given;
    const notOpened = goTo(address, page, tab);
    if (notOpened) tab?.close();
    return notOpened;
  } catch (cause) {
    tab?.close();
    return { problem: 'rejected', cause };
  }
}

/** @param tab The tab that is already open for the URL. `null`: it could not be opened. */
function goTo(address: string, page: Window, tab?: Window | null): NotOpened | undefined {
  const problem = problemOf(address, page);
  if (problem) return { problem };
  const { href, protocol } = new URL(address, page.document.baseURI);
  if (!protocol.startsWith('http')) {
    // The Zoom app opens and the page stays. A tab would stay empty.
    tab?.close();
    page.location.href = href;
  } else if (tab) tab.location.replace(href);
  else if (tab === null || openTab(href, page) === null) return { problem: 'popup', address };
  return undefined;
}

function openTab(href: string, page: Window): Window | null {
  const tab = page.open(href, '_blank');
  if (tab) tab.opener = null;
  return tab;
}
