/** What makes a page cross-origin isolated. */
export const isolation = (embedder: string): Record<string, string> => ({
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': embedder,
});
