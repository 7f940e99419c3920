import { isPlainObject } from '../../utils/copy-deep.ts';

/** A row of Zoom's meeting info panel, by Zoom's name. */
export type MeetingInfoItem =
  | 'topic'
  | 'host'
  /** Meeting number. */
  | 'mn'
  /** Passcode. */
  | 'pwd'
  /** Phone passcode. */
  | 'telPwd'
  /** Invite link. */
  | 'invite'
  /** Participant ID. */
  | 'participant'
  /** Data centre. */
  | 'dc'
  /** Encryption. */
  | 'enctype';

/**
 * What to hide of the meeting info panel. `true`: the panel and its button. `false`: nothing. A list: these rows.
 */
export type HideMeetingInfo = boolean | readonly MeetingInfoItem[];

export type ZoomView = 'gallery' | 'speaker' | 'ribbon' | 'minimized' | 'active';

/** Options for the SDK's own `init`, for settings that have no prop. They are merged last. */
export interface InitOptions {
  /** Zoom's web domain. Default: `zoom.us`. The SDK uses only its host name, always with https on port 443. */
  webEndpoint?: string;
  /**
   * The URL of the SDK's audio and video files: absolute, or relative to the page. Default: that of the `sdk`
   * source.
   */
  assetPath?: string;
  customize?: Record<string, unknown>;
  /** At most 25. */
  maximumVideosInGalleryView?: number;
  enforceVirtualBackground?: boolean;
  /** Whether to load Zoom's latest fixes of its media files for this version. Default: `false`. */
  patchJsMedia?: boolean;
  debug?: boolean;
  [option: string]: unknown;
}

const ALL_ITEMS: readonly MeetingInfoItem[] = [
  'topic',
  'host',
  'mn',
  'pwd',
  'telPwd',
  'invite',
  'participant',
  'dc',
  'enctype',
];

/** The rows with which somebody can join from any Zoom client. */
const DEFAULT_HIDDEN: readonly MeetingInfoItem[] = ['mn', 'pwd', 'telPwd', 'invite'];

/** Whether a row, and all other UI that shows the same, is hidden. */
export function hides(hide: HideMeetingInfo | undefined, item: MeetingInfoItem): boolean {
  const hidden = hide ?? DEFAULT_HIDDEN;
  return typeof hidden === 'boolean' ? hidden : hidden.includes(item);
}

/** Returns the rows to show, because the SDK takes a list of these, while our prop lists the rows to hide. */
export const visibleMeetingInfo = (hide?: HideMeetingInfo): MeetingInfoItem[] =>
  ALL_ITEMS.filter((item) => !hides(hide, item));

/**
 * Merges `over` into a copy of `base`. Plain objects are merged field by field, and any other value replaces the
 * one in `base`. Only `over` may contain cycles.
 */
export function merge(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = merged[key];
    merged[key] = isPlainObject(before) && isPlainObject(value) ? merge(before, value) : value;
  }
  return merged;
}
