import type { FrameWindow } from '../loading/source.ts';

/** In Chromium since 83, Safari since 26, Firefox since 148. */
interface TrustedTypesWindow {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: Record<'createHTML' | 'createScriptURL', (text: string) => string>,
    ): void;
  };
}

/**
 * Lets markup and addresses of scripts pass as strings in this frame, and nowhere else: a page may demand Trusted Types
 * (`require-trusted-types-for 'script'`), and the SDK knows nothing of them. Code as a string does not pass. Where the
 * page's `trusted-types` lists other names than `default`, nothing passes.
 */
export function letStringsPass(frame: FrameWindow): void {
  const pass = (text: string) => text;
  try {
    (frame as TrustedTypesWindow).trustedTypes?.createPolicy('default', {
      createHTML: pass,
      createScriptURL: pass,
    });
  } catch {
    // What then fails, fails where it stands.
  }
}
