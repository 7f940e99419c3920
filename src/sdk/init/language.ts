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

/** The languages of Zoom's own texts. */
export type ZoomLanguage = (typeof LANGUAGES)[number];

/** Zoom's spelling until version 4, and Java's for Indonesian. */
const FORMERLY = new Map([
  ['jp', 'ja'],
  ['in', 'id'],
]);

/**
 * Zoom's language for any language tag, such as `navigator.language`: the same one in whichever region, in Chinese by
 * the script. English when Zoom hasn't got it.
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
