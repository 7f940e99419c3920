import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toZoomLanguage } from '../../../src/sdk/init/language.ts';

describe('the language of the meeting', () => {
  it('is any that the SDK has', () => {
    const files = readdirSync('node_modules/@zoom/meetingsdk/dist/lib/lang');
    const tags = files.map((file) => file.replace('.json', ''));
    expect(tags).toHaveLength(17);
    expect(tags.map(toZoomLanguage)).toEqual(tags);
  });

  it.each([
    ['de', 'de-DE'],
    ['de-AT', 'de-DE'],
    ['DE_ch', 'de-DE'],
    ['pt-BR', 'pt-PT'],
    ['es-419', 'es-ES'],
    ['en-GB', 'en-US'],
    ['jp-JP', 'ja-JP'],
    ['ko-KO', 'ko-KR'],
    ['in', 'id-ID'],
  ])('is that of the browser, whichever its region or spelling: %s', (tag, language) => {
    expect(toZoomLanguage(tag)).toBe(language);
  });

  it.each([
    ['zh', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-CN', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
  ])('is Chinese in the script of the tag: %s', (tag, language) => {
    expect(toZoomLanguage(tag)).toBe(language);
  });

  it.each(['', '-', 'd', 'en', 'da-DK', 'tlh', 'not a tag'])(
    'is English when Zoom has no other: “%s”',
    (tag) => {
      expect(toZoomLanguage(tag)).toBe('en-US');
    },
  );
});
