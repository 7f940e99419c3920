import { isPlainObject } from '../../utils/copy-deep.ts';
import type { MeetingOptions } from '../api/options.ts';

/**
 * Serializes the props that an attempt depends on before it joins, so that they can be compared. Functions in
 * `init` are left out, because the latest ones are always used.
 */
export function setupOf(options: MeetingOptions): string {
  const { sdk, title, language, nonce, debug, hideMeetingInfo, view, fit, init, timeouts } = options;
  const seen = new Set<unknown>();
  return JSON.stringify(
    [sdk?.id, title, language, nonce, debug, hideMeetingInfo, view, fit, init, timeouts?.load],
    (_key, value) => {
      if (typeof value === 'bigint') return String(value);
      if (!Array.isArray(value) && !isPlainObject(value)) return typeof value === 'object' ? null : value;
      // A cycle, or an object that has occurred before.
      if (seen.has(value)) return null;
      seen.add(value);
      return value;
    },
  );
}
