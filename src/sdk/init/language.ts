const LANGUAGES = [
  'en-US',
  'de-DE',
  'es-ES',
  'fr-FR',
  'id-ID',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'nl-NL',
  'pl-PL',
  'pt-PT',
  'ru-RU',
  'sv-SE',
  'tr-TR',
  'vi-VN',
  'zh-CN',
  'zh-TW',
] as const;

/** The languages of Zoom's user interface. */
export type ZoomLanguage = (typeof LANGUAGES)[number];

/** Older codes: `jp` is Zoom's until version 4, `in` is Java's for Indonesian. */
const FORMERLY = new Map([
  ['jp', 'ja'],
  ['in', 'id'],
]);

/**
 * Returns Zoom's language for any language tag, such as `navigator.language`. The region is ignored, except that it
 * can imply the Chinese script, which decides between Zoom's two. If Zoom lacks the language, returns English.
 */
export function toZoomLanguage(tag: string): ZoomLanguage {
  const [first = '', ...subtags] = tag.toLowerCase().split(/[-_]/);
  const language = FORMERLY.get(first) ?? first;
  if (language === 'zh' && isTraditional(subtags)) return 'zh-TW';
  return LANGUAGES.find((known) => known.startsWith(`${language}-`)) ?? 'en-US';
}

function isTraditional(subtags: readonly string[]): boolean {
  if (subtags.includes('hans')) return false;
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag));
}
