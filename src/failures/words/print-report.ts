import type { SdkSource } from '../../sdk/loading/source.ts';
import type { ZoomJoinError } from '../zoom-join-error.ts';

/** Tells the developer in the console why a join failed, and what else may be wrong around it. */
export async function printReport(
  error: ZoomJoinError,
  { sdk, nonce }: { sdk: SdkSource; nonce?: string | undefined },
): Promise<void> {
  console.info(`react-zoom-join: ${error.message} ${error.hint ?? ''}`);
  // A unit test has no network to look at, and a client of the app's own none of Zoom's.
  if (error.code === 'unsupported-environment' || 'createClient' in sdk) return;
  try {
    const [{ examine }, { report }] = await Promise.all([
      import('../../diagnose/examine.ts'),
      import('../../diagnose/report.ts'),
    ]);
    report(await examine({ sdk, nonce }));
  } catch {
    // Without a network its own files do not load; the line above has said what there is to say.
  }
}
