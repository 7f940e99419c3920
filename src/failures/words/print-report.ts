import { version as react } from 'react';
import type { DiagnoseOptions } from '../../diagnose/types.ts';
import type { SdkSource } from '../../sdk/loading/source.ts';
import type { ZoomJoinError } from '../zoom-join-error.ts';

/** Logs to the console why a join failed, and what else a diagnosis of the page finds. */
export async function printReport(
  error: ZoomJoinError,
  { sdk, ...options }: { sdk: SdkSource } & Pick<DiagnoseOptions, 'nonce' | 'webEndpoint'>,
): Promise<void> {
  console.info(`react-zoom-join: ${error.message} ${error.hint ?? ''}`);
  // There is no network to examine in a unit test, and nothing of Zoom's to examine if the app creates the client
  // itself.
  if (error.code === 'unsupported-environment' || 'createClient' in sdk) return;
  try {
    const [{ examine }, { report }] = await Promise.all([
      import('../../diagnose/examine.ts'),
      import('../../diagnose/report.ts'),
    ]);
    report(await examine({ sdk, react, ...options }));
  } catch {
    // Without a network, the chunks of the diagnosis don't load. The line that was already logged has to be enough.
  }
}
