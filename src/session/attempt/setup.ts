import { isPlainObject } from '../../utils/copy-deep.ts';
import type { MeetingOptions } from '../api/options.ts';

/** The props that an attempt is made of, before it joins, as a text to compare. Functions in `init` are always the latest. */
export function setupOf(options: MeetingOptions): string {
  const { sdk, title, language, nonce, hideMeetingInfo, view, fit, init, timeouts } = options;
  const seen = new Set<unknown>();
  return JSON.stringify(
    [sdk?.id, title, language, nonce, hideMeetingInfo, view, fit, init, timeouts?.load],
    (_key, value) => {
      if (typeof value === 'bigint') return String(value);
      if (!Array.isArray(value) && !isPlainObject(value)) return typeof value === 'object' ? null : value;
      // A cycle, or the same object once more.
      if (seen.has(value)) return null;
      seen.add(value);
      return value;
    },
  );
}
