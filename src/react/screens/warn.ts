import type { MeetingOptions } from '../../session/api/options.ts';
import type { WarningFacts } from '../../session/warnings/warn.ts';

/** Tells of what does not keep anybody from joining. The words for it load now. */
export function warn(options: MeetingOptions, facts: WarningFacts): void {
  import('../../session/warnings/warn.ts').then(
    (loaded) => loaded.warn(options, facts),
    () => {},
  );
}
