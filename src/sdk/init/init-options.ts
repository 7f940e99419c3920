import { isPlainObject } from '../../utils/copy-deep.ts';

/** The rows of Zoom's meeting info panel, by Zoom's names. */
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

/** `true`: the panel and its button. `false`: nothing. A list: these rows. */
export type HideMeetingInfo = boolean | readonly MeetingInfoItem[];

export type ZoomView = 'gallery' | 'speaker' | 'ribbon' | 'minimized' | 'active';

/** Options of the SDK's own `init`, for what has no prop here. Merged last. */
export interface InitOptions {
  /** Default `zoom.us`. The SDK takes its host name; always https on port 443. */
  webEndpoint?: string;
  /** An absolute URL, or one relative to the page. */
  assetPath?: string;
  customize?: Record<string, unknown>;
  /** Up to 25. */
  maximumVideosInGalleryView?: number;
  enforceVirtualBackground?: boolean;
  /** Takes Zoom's latest fix of its media files for this version. Default: `false`. */
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

/** What lets somebody in from any Zoom client. */
export const DEFAULT_HIDDEN: readonly MeetingInfoItem[] = ['mn', 'pwd', 'telPwd', 'invite'];

/** The SDK takes an allow-list; ours says what to hide. */
export function visibleMeetingInfo(hide: HideMeetingInfo = DEFAULT_HIDDEN): MeetingInfoItem[] {
  if (hide === true) return [];
  const hidden = hide === false ? [] : hide;
  return ALL_ITEMS.filter((item) => !hidden.includes(item));
}

/**
 * Merges `over` into a copy of `base`: plain objects field by field, while any other value replaces the one in `base`. Only
 * `over` may contain cycles.
 */
export function merge(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = merged[key];
    merged[key] = isPlainObject(before) && isPlainObject(value) ? merge(before, value) : value;
  }
  return merged;
}
