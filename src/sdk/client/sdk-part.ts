/**
 * A part of the SDK that this package relies on, and that a new SDK may change:
 * - `meeting-info`: something else than the option `meetingInfo` made the SDK show what lets somebody join.
 * - `words`: the names of the controls that are hidden.
 * - `info-button`: the button of the meeting info panel.
 * - `views`: the ids that contain the view and the layout.
 * - `widget`: the box that contains the whole meeting.
 */
export type SdkPart = 'meeting-info' | 'words' | 'info-button' | 'views' | 'widget';
