import type { HideMeetingInfo, ZoomLanguage, ZoomView } from 'react-zoom-join';

/** The values of the form. */
export interface Settings {
  meeting: string;
  passcode: string;
  userName: string;
  role: 'participant' | 'host';
  hide: HideChoice;
  view: ZoomView;
  language: ZoomLanguage;
}

export const defaults: Settings = {
  meeting: '123 4567 8901',
  passcode: '',
  userName: 'Ada Lovelace',
  role: 'participant',
  hide: 'default',
  view: 'gallery',
  language: 'en-US',
};

export type HideChoice = 'default' | 'all' | 'nothing';

export const hideChoices: readonly [HideChoice, string][] = [
  ['default', 'Number, passcode, invite link'],
  ['all', 'Everything, and its button'],
  ['nothing', 'Nothing'],
];

export const hideMeetingInfo: Record<HideChoice, HideMeetingInfo | undefined> = {
  default: undefined,
  all: true,
  nothing: false,
};

export const views: readonly [ZoomView, string][] = [
  ['gallery', 'Gallery'],
  ['speaker', 'Speaker'],
  ['active', 'Active speaker'],
  ['ribbon', 'Ribbon'],
  ['minimized', 'Minimized'],
];

export const languages: readonly [ZoomLanguage, string][] = [
  ['en-US', 'English'],
  ['de-DE', 'Deutsch'],
  ['es-ES', 'Español'],
  ['fr-FR', 'Français'],
  ['id-ID', 'Bahasa Indonesia'],
  ['it-IT', 'Italiano'],
  ['ja-JP', '日本語'],
  ['ko-KR', '한국어'],
  ['nl-NL', 'Nederlands'],
  ['pl-PL', 'Polski'],
  ['pt-PT', 'Português'],
  ['ru-RU', 'Русский'],
  ['sv-SE', 'Svenska'],
  ['tr-TR', 'Türkçe'],
  ['vi-VN', 'Tiếng Việt'],
  ['zh-CN', '简体中文'],
  ['zh-TW', '繁體中文'],
];
