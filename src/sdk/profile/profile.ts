/**
 * What this package relies on in the SDK's UI and messages, and what Zoom doesn't document. If a new SDK differs,
 * `npm run test:sdks` and `onWarning` say so (see `SdkPart`), and this is the place to change.
 */
export interface SdkProfile {
  /** The globals that have the client. */
  readonly globals: readonly string[];
  /** The SDK's keys for its own words: the names of the info button and of the button that calls somebody. */
  readonly words: { readonly info: string; readonly invite: string };
  /** The names under which `getLanguageTranslation` knows a language, if it is not its own. */
  readonly languageNames: Readonly<Record<string, string>>;
  /** The events that tell what people write and say. */
  readonly ownWords: readonly string[];
  /** The message that makes Zoom phone somebody, and how it says that this is the user. */
  readonly call: string;
  readonly callsUser: string;
  /** The field of the first request that contains the SDK's version. */
  readonly versionField: string;
  readonly markup: SdkMarkup;
}

/** Selectors. Classes are missing here, because the SDK renames them with each build. */
interface SdkMarkup {
  /** The box that contains the whole meeting. It is absolutely positioned, so that the boxes around it are empty. */
  readonly widget: string;
  /**
   * What the participants are rendered into. Its id contains the name of the current view. One panel is for the
   * minimized view, and hidden in all others.
   */
  readonly panel: string;
  /** The word in the panel's id that means the stacked layout. */
  readonly stacked: string;
  /** A panel, dialog or menu over the meeting. */
  readonly overlay: string;
  /** The attribute by which Popper says on which side of its button an overlay is. */
  readonly placement: string;
  /** What the user can drag. */
  readonly draggable: string;
  /** The dialog in which a participant can let Zoom call somebody, who then joins by phone without a passcode. */
  readonly phoneDialog: string;
}

/**
 * Equal in all `TRIED_VERSIONS`. A version that differs gets a profile of its own here, and `readVersion` tells which one
 * to take, before the SDK renders anything.
 */
export const PROFILE: SdkProfile = {
  globals: ['ReactWidgets', 'ZoomMtgEmbedded'],
  words: { info: 'meeting_info', invite: 'toolbar_invite' },
  languageNames: { 'ja-JP': 'jp-JP', 'ko-KR': 'ko-KO' },
  ownWords: ['chat-on-message', 'caption-message', 'broadcast-message'],
  call: '"evt":8197,',
  callsUser: '"bCallme":true',
  versionField: 'cv',
  markup: {
    widget: ':scope>div>div:first-child>div',
    panel: '[role=tabpanel]',
    stacked: 'limited',
    overlay: '[role=dialog],[data-popper-placement]',
    placement: 'data-popper-placement',
    draggable: '.react-draggable',
    phoneDialog: '[role=dialog]:has(#invitee-name)',
  },
};
