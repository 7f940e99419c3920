import type { FrameWindow } from '../loading/source.ts';

/** Supported in Chromium since 83, Safari since 26, Firefox since 148. */
interface TrustedTypesWindow {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: Record<'createHTML' | 'createScriptURL', (text: string) => string>,
    ): void;
  };
}

/**
 * Allows strings as HTML and as script URLs in this frame, and nowhere else. A page may require Trusted Types
 * (`require-trusted-types-for 'script'`), which the SDK does not support. Strings as code stay forbidden. If the
 * page's `trusted-types` directive does not list `default`, nothing is allowed.
 */
export function letStringsPass(frame: FrameWindow): void {
  const pass = (text: string) => text;
  try {
    (frame as TrustedTypesWindow).trustedTypes?.createPolicy('default', {
      createHTML: pass,
      createScriptURL: pass,
    });
  } catch {
    // Whatever the policy then forbids fails where it is used.
  }
}
