declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Bundlers put the mode in the place of this; where none did, there is no `process` in a browser. */
export function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== 'production';
  } catch {
    return false;
  }
}
