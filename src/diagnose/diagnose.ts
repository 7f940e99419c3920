import { version as react } from 'react';
import { zoomCdn } from '../sdk/loading/source.ts';
import type { DiagnoseOptions, Diagnosis } from './types.ts';

/**
 * Looks for what can keep a meeting from being joined: the browser, the page's policies, the way to the SDK and to
 * Zoom, and the signature if you give one. Asks for nothing of the person, and says nothing that opens a meeting. Loads itself on demand. Takes
 * up to 3 s where a server does not answer.
 *
 * @example
 * console.log(String(await diagnose({ signature })));
 * @throws the signal's reason when it aborts, and an `Error` outside of a browser, or when its own file does not load
 */
export async function diagnose(options: DiagnoseOptions = {}): Promise<Diagnosis> {
  const { examine } = await import('./examine.ts');
  return examine({ ...options, react, sdk: options.sdk ?? zoomCdn() });
}
