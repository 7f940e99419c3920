import type { MeetingOptions } from '../../session/api/options.ts';
import type { WarningFacts } from '../../session/warnings/warn.ts';

/** Reports a problem that doesn't prevent the user from joining. Its message is loaded on demand. */
export function warn(options: MeetingOptions, facts: WarningFacts): void {
  import('../../session/warnings/warn.ts').then(
    (loaded) => loaded.warn(options, facts),
    () => {},
  );
}
