/** The features that the meeting uses and that a `Permissions-Policy` can forbid. */
export const FEATURES = ['camera', 'microphone', 'display-capture', 'autoplay', 'fullscreen'] as const;

/** The header that allows the page, and nobody whom it embeds, what the meeting uses. */
export const PERMISSIONS_POLICY = FEATURES.map((feature) => `${feature}=(self)`).join(', ');

/** The headers that make a page cross-origin isolated. */
export const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'credentialless',
} as const;
