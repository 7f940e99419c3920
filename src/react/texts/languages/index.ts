import { toZoomLanguage, type ZoomLanguage } from '../../../sdk/init/language.ts';
import type { Labels } from '../labels.ts';
import type { Locale } from './locale.ts';

/** Each by a literal import, so that every bundler makes a file of it. */
const LOCALES: Record<Exclude<ZoomLanguage, 'en-US'>, () => Promise<{ default: Locale }>> = {
  'de-DE': () => import('./de-DE.ts'),
  'es-ES': () => import('./es-ES.ts'),
  'fr-FR': () => import('./fr-FR.ts'),
  'id-ID': () => import('./id-ID.ts'),
  'it-IT': () => import('./it-IT.ts'),
  'ja-JP': () => import('./ja-JP.ts'),
  'ko-KR': () => import('./ko-KR.ts'),
  'nl-NL': () => import('./nl-NL.ts'),
  'pl-PL': () => import('./pl-PL.ts'),
  'pt-PT': () => import('./pt-PT.ts'),
  'ru-RU': () => import('./ru-RU.ts'),
  'sv-SE': () => import('./sv-SE.ts'),
  'tr-TR': () => import('./tr-TR.ts'),
  'vi-VN': () => import('./vi-VN.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
  'zh-TW': () => import('./zh-TW.ts'),
};

/** The texts in a language; `undefined` for English, which its caller has. Rejects when they can't be loaded. */
export async function loadLabels(language: string): Promise<Labels | undefined> {
  const known = toZoomLanguage(language);
  return known === 'en-US' ? undefined : (await LOCALES[known]()).default;
}
