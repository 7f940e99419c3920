import { isPlainObject } from '../../utils/copy-deep.ts';
import {
  type HideMeetingInfo,
  type InitOptions,
  type MeetingInfoItem,
  visibleMeetingInfo,
} from './init-options.ts';

/** An option of the app that is not passed to the SDK. */
export interface IgnoredOption {
  /** The path of the option, such as `init.customize.chat.popper.placement`. */
  readonly option: string;
  readonly why: string;
}

/** Returns why a value is ignored, or `undefined` if it is not. */
type Rule = (value: unknown) => string | undefined;
/** An object with rules for some of its fields. Other fields are passed to the SDK unchecked. */
interface Shape {
  readonly [field: string]: Shape | Rule;
}

const rule =
  (isRight: (value: unknown) => boolean, why: string): Rule =>
  (value) =>
    isRight(value) ? undefined : why;
const oneOf = (...values: readonly unknown[]) =>
  rule((value) => values.includes(value), `it must be ${values.join(' or ')}`);
const list = rule(Array.isArray, 'it must be an array');
const objects = rule(
  (value) => Array.isArray(value) && value.every(isPlainObject),
  'it must be an array of objects',
);

/** Where a panel opens. */
const POPPER: Shape = {
  // Any element that the app can pass is in the page. The SDK would render the panel there, without its styles, and
  // leave it there.
  anchorElement: rule(
    (value) => value === null,
    'panels open in the meeting’s frame, in which there is no element of the page; `placement` says at which side',
  ),
  anchorReference: oneOf('anchorEl', 'anchorPosition'),
  anchorPosition: {},
  disableDraggable: oneOf(true, false),
  modifiers: rule(
    (value) => isPlainObject(value) || objects(value) === undefined,
    'it must be popper.js’ modifiers',
  ),
  placement: rule(
    (value) => /^(auto|top|bottom|left|right)(-start|-end)?$/.test(String(value)),
    'it must be one of popper.js’ placements, such as left-start',
  ),
};
const PANEL: Shape = { popper: POPPER };

const initShape = (fits: boolean): Shape => ({
  zoomAppRoot: () => 'the meeting is drawn in a frame of its own',
  leaveOnPageUnload: rule(
    (value) => value === false,
    'the SDK would leave when the page is asked to go, though it may stay; we leave when it goes',
  ),
  customize: {
    meetingInfo: list,
    toolbar: { buttons: objects },
    chat: PANEL,
    participants: PANEL,
    setting: PANEL,
    invite: PANEL,
    callMe: PANEL,
    meeting: PANEL,
    activeApps: PANEL,
    video: {
      popper: fits
        ? () => 'the meeting fills its container; `fit="none"` leaves its place to you'
        : { anchorPosition: {}, disableDraggable: oneOf(true, false) },
      viewSizes: { default: {}, ribbon: {} },
    },
    sharing: {},
  },
});

/** What is wrong with `init`. */
export type InitFinding =
  | { readonly code: 'init-ignored'; readonly ignored: readonly IgnoredOption[] }
  /** `init` shows rows of the info panel that `hideMeetingInfo` hides. */
  | { readonly code: 'info-shown'; readonly rows: readonly MeetingInfoItem[] };

export interface CheckedOptions {
  readonly init?: unknown;
  readonly fit?: string | undefined;
  readonly hideMeetingInfo?: HideMeetingInfo | undefined;
}

/**
 * Returns a copy of `init` without options that would break the meeting: those that render outside its frame, and
 * those that the SDK cannot read. It reports them to `onWarning`.
 */
export function checkInit(
  { init, fit, hideMeetingInfo }: CheckedOptions,
  onWarning: (facts: InitFinding) => void,
): InitOptions {
  const ignored: IgnoredOption[] = [];
  const check = (value: unknown, expected: Shape | Rule, option: string): unknown => {
    const isRule = typeof expected === 'function';
    const why = isRule ? expected(value) : isPlainObject(value) ? undefined : 'it must be an object';
    if (why !== undefined) {
      ignored.push({ option, why });
      return undefined;
    }
    if (isRule) return value;
    const kept: Record<string, unknown> = {};
    for (const [field, given] of Object.entries(value as object)) {
      const next = Object.hasOwn(expected, field) ? expected[field] : undefined;
      // An undefined field would overwrite our default in the merge.
      const found = next && given !== undefined ? check(given, next, `${option}.${field}`) : given;
      if (found !== undefined) kept[field] = found;
    }
    return kept;
  };
  const checked = (check(init, initShape(fit !== 'none'), 'init') ?? {}) as InitOptions;
  if (ignored.length > 0) onWarning({ code: 'init-ignored', ignored });
  const visible = visibleMeetingInfo(hideMeetingInfo);
  const rows = (checked.customize?.['meetingInfo'] ?? []) as MeetingInfoItem[];
  const shown = rows.filter((row) => !visible.includes(row));
  if (shown.length > 0) onWarning({ code: 'info-shown', rows: shown });
  return checked;
}
