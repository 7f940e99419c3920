/** The headers that make a page cross-origin isolated. */
export const isolation = (embedder: string): Record<string, string> => ({
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': embedder,
});

export const isIsolated = (headers: Record<string, string>): boolean =>
  'cross-origin-opener-policy' in headers;
