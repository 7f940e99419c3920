import { version as react } from 'react';
import { zoomCdn } from '../sdk/loading/source.ts';
import type { DiagnoseOptions, Diagnosis } from './types.ts';

/**
 * Checks what can prevent a join: the browser, the page's policies, whether the SDK's scripts and Zoom's servers
 * can be reached, and the signature if you pass one. It asks the user for no permission, and the result contains
 * nothing that lets somebody into a meeting. Its code is loaded on demand. It takes up to 3 s if a server does not
 * answer.
 *
 * @example
 * console.log(String(await diagnose({ signature })));
 * @throws the signal's reason when it aborts, or an `Error` outside a browser or when its own chunk does not load
 */
export async function diagnose(options: DiagnoseOptions = {}): Promise<Diagnosis> {
  const { examine } = await import('./examine.ts');
  return examine({ ...options, react, sdk: options.sdk ?? zoomCdn() });
}
