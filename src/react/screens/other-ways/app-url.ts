import type { AppUrlProblem } from '../../../session/warnings/warn.ts';

/** Another way into the meeting: an address, or a function that returns it when the person asks for it. */
export type AppUrl = string | (() => string | Promise<string>);

/** Why nothing was opened. */
export interface NotOpened {
  readonly problem: AppUrlProblem;
  readonly cause?: unknown;
  /** It is known, but the browser did not open it: in a click of its own it may. */
  readonly address?: string;
}

/** The web, and the Zoom app: `zoommtg:` on computers, `zoomus:` on phones. Never `javascript:` or `data:`. */
const OPENED = /^(https?|zoom[a-z]*):$/;

/** What is wrong with an address. `undefined`: it can be opened. A relative one is a path of the page's own server. */
export function problemOf(address: unknown, { document }: Window): AppUrlProblem | undefined {
  try {
    if (typeof address !== 'string' || address.trim() === '') return 'no-address';
    return OPENED.test(new URL(address, document.baseURI).protocol) ? undefined : 'scheme';
  } catch {
    return 'no-address';
  }
}

/**
 * Opens the address in a new tab, or the Zoom app. Call it in a click: only there browsers let a page open a tab, and phones
 * give a link to the app it belongs to. Resolves to why it was not opened. Never rejects.
 *
 * Not by a link, since the address may hold a passcode, and would stand in the document before anybody asks for it. Nor with
 * `noopener`, which does not tell whether a tab was opened: the tab loses its opener before it has loaded anything.
 */
export async function openAppUrl(appUrl: AppUrl, page: Window): Promise<NotOpened | undefined> {
  let tab: Window | null | undefined;
  try {
    const given = typeof appUrl === 'function' ? appUrl() : appUrl;
    if (typeof given === 'string') return goTo(given, page);
    // Later than in the click it would be blocked.
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

/** @param tab Opened for it already; `null`: it could not be. */
function goTo(address: string, page: Window, tab?: Window | null): NotOpened | undefined {
  const problem = problemOf(address, page);
  if (problem) return { problem };
  const { href, protocol } = new URL(address, page.document.baseURI);
  if (!protocol.startsWith('http')) {
    // The app opens, and the page stays: a tab for it would stay empty.
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
