import { readdirSync } from 'node:fs';
import { build } from 'vite';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { joinError } from '../../../src/failures/words/for-people.ts';
import type { ZoomJoinErrorCode } from '../../../src/failures/zoom-join-error.ts';
import { otherWaysInEnglish } from '../../../src/react/screens/other-ways/english.ts';
import { loadScreens } from '../../../src/react/screens/overlay.tsx';
import { english, type Labels } from '../../../src/react/texts/labels.ts';
import german from '../../../src/react/texts/languages/de-DE.ts';
import { toZoomLanguage } from '../../../src/sdk/init/language.ts';

const languages = readdirSync('node_modules/@zoom/meetingsdk/dist/lib/lang')
  .map((file) => toZoomLanguage(file.replace('.json', '')))
  .filter((language) => language !== 'en-US');

/** Returns every text by its key, such as `left.user`. */
function textsOf({ left, errors, otherWays = {}, ...labels }: Labels): Map<string, string> {
  const under = (name: string, texts: object) =>
    Object.entries(texts).map(([key, text]): [string, string] => [`${name}.${key}`, text]);
  return new Map([
    ...Object.entries(labels),
    ...under('left', left),
    ...under('errors', errors),
    ...under('otherWays', otherWays),
  ]);
}

const codes = Object.keys(german.errors) as ZoomJoinErrorCode[];
const inEnglish = textsOf({
  ...english,
  otherWays: otherWaysInEnglish,
  errors: Object.fromEntries(codes.map((code) => [code, joinError(code, '', {}).userMessage])),
});

const BUTTONS = ['join', 'tryNow', 'rejoin', 'retry', 'cancel', 'leave', 'openZoom'] as const;

/** These are beside a sentence, or alone on a screen. */
const LONGER_BUTTONS = ['openApp', 'openTab', 'copyLink', 'copied', 'dismiss'] as const;

/** The width in letters of the Latin alphabet. East Asian characters are as wide as two. */
const widthOf = (text: string): number =>
  text.length + (text.match(/[\u1100-\u11ff\u3000-\uffef]/g) ?? []).length;

const count = (text: string, part: string): number => text.split(part).length - 1;

describe.each(languages)('the texts in %s', (language) => {
  let labels: Labels;
  let texts: Map<string, string>;
  beforeAll(async () => {
    labels = await loadTexts(language);
    texts = textsOf(labels);
  });

  /** Returns the texts for which `isWrong` holds. */
  const wrong = (isWrong: (text: string, place: string) => boolean): [string, string][] =>
    [...texts].filter(([place, text]) => isWrong(text, place));

  it('are all there', () => {
    expect([...texts.keys()].sort()).toEqual([...inEnglish.keys()].sort());
    expect(wrong((text) => text.trim() === '')).toEqual([]);
  });

  it('have no English left in them', () => {
    expect(wrong((text, place) => text === inEnglish.get(place))).toEqual([]);
    expect(
      wrong((text) => /\b(the|this|you|your|please|again|try|join|with|from|can’t)\b/i.test(text)),
    ).toEqual([]);
    if (/^(ja|ko|ru|zh)/.test(language)) {
      const latin = (text: string) => text.replace('{seconds}', '').match(/[a-z]+/gi) ?? [];
      expect(wrong((text) => latin(text).some((word) => word !== 'Zoom' && word !== 'https'))).toEqual([]);
    }
  });

  it('name the seconds until the next try once, and nowhere else', () => {
    expect(wrong((text, place) => count(text, '{seconds}') !== (place === 'nextTry' ? 1 : 0))).toEqual([]);
    expect(wrong((text) => /[{}]/.test(text.replace('{seconds}', '')))).toEqual([]);
  });

  it('fit on buttons of a narrow box, and no two buttons are the same', () => {
    expect(BUTTONS.filter((button) => widthOf(labels[button]) > 22)).toEqual([]);
    expect(new Set(BUTTONS.map((button) => labels[button])).size).toBe(BUTTONS.length);
    expect(LONGER_BUTTONS.filter((button) => widthOf(labels.otherWays?.[button] ?? '') > 34)).toEqual([]);
  });

  it('are set with typographic marks and single spaces', () => {
    expect(wrong((text) => /['"`]|\.\.|\s\s|^\s|\s$/.test(text))).toEqual([]);
    // French has a space before a question mark, and the line must not break there.
    expect(wrong((text) => /\s[,.]| [?!:;]/.test(text))).toEqual([]);
    if (language === 'fr-FR') expect(wrong((text) => /[^\u00a0][?!:;]/.test(text))).toEqual([]);
    if (/^(ja|zh)/.test(language)) expect(wrong((text) => /[,.?!()]/.test(text))).toEqual([]);
  });

  it('end as the English ones do', () => {
    const endOf = (text = '') => (/[.。?？]$/.test(text) ? 'sentence' : text.endsWith('…') ? '…' : 'words');
    expect(wrong((text, place) => endOf(text) !== endOf(inEnglish.get(place)))).toEqual([]);
    expect(wrong((text, place) => count(text, '…') !== count(inEnglish.get(place) ?? '', '…'))).toEqual([]);
  });

  it('say the same where the English ones do', () => {
    const sameAs = (code: ZoomJoinErrorCode) =>
      codes.find((other) => inEnglish.get(`errors.${other}`) === inEnglish.get(`errors.${code}`)) ?? code;
    expect(codes.filter((code) => labels.errors[code] !== labels.errors[sameAs(code)])).toEqual([]);
  });
});

const ENGLISH = { ...english, otherWays: {} };
const loadTexts = async (language?: string): Promise<Labels> =>
  (await loadScreens(language)).withTexts(undefined);

describe('the language of the screens', () => {
  it('is told as the language of the element, which English texts are not in another language', async () => {
    const langOf = async (tag?: string) => (await loadScreens(tag)).lang;
    expect(await Promise.all([undefined, 'en-GB', 'de-AT', 'tlh'].map(langOf))).toEqual([
      'en-US',
      'en-GB',
      'de-AT',
      'en-US',
    ]);
  });

  afterEach(() => {
    vi.doUnmock('../../../src/react/texts/languages/sv-SE.ts');
  });

  it('is English unless another is asked for', async () => {
    expect(await loadTexts(undefined)).toEqual(ENGLISH);
    expect(await loadTexts('en-US')).toEqual(ENGLISH);
  });

  it('is the one of a browser’s language tag', async () => {
    expect(await loadTexts('de-AT')).toEqual(german);
    expect((await loadTexts('jp-JP')).cancel).toBe('キャンセル');
    expect(await loadTexts('tlh')).toEqual(ENGLISH);
  });

  it('is English when its texts can’t be loaded', async () => {
    vi.doMock('../../../src/react/texts/languages/sv-SE.ts', () => {
      throw new Error('Failed to fetch dynamically imported module');
    });
    expect(await loadTexts('sv-SE')).toEqual(ENGLISH);
  });
});

describe('the files of the package', () => {
  let chunks: Map<string, { code: string; imports: string[]; dynamicImports: string[] }>;
  beforeAll(async () => {
    // vite.config.ts sets it, and other files share the process.
    vi.stubEnv('NODE_ENV', 'production');
    const built = await build({
      logLevel: 'error',
      build: { write: false, lib: { entry: { labels: 'src/react/texts/languages/index.ts' } } },
    });
    const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
    chunks = new Map(outputs.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
  }, 60_000);

  it('hold each language in one of its own, named for it, and loaded on demand alone', () => {
    const files = languages.map((language) => `languages/${language}.js`).sort();
    expect([...chunks.keys()].filter((name) => name.startsWith('languages/')).sort()).toEqual(files);
    const statically = [...chunks.values()].flatMap(({ imports }) => imports);
    expect(statically.filter((name) => name.startsWith('languages/'))).toEqual([]);
    const onDemand = [...chunks.values()].flatMap(({ dynamicImports }) => dynamicImports);
    expect(files.filter((name) => !onDemand.includes(name))).toEqual([]);
  });

  it('hold no language but English in any other, not in the first scripts either', async () => {
    const others = [...chunks].filter(([name]) => !name.startsWith('languages/'));
    expect(others.map(([name]) => name)).toContain('index.js');
    for (const language of languages) {
      const { waitingForHost, errors } = await loadTexts(language);
      for (const text of [waitingForHost, errors['meeting-full'] ?? '']) {
        expect(chunks.get(`languages/${language}.js`)?.code).toContain(text);
        expect(others.filter(([, { code }]) => code.includes(text)).map(([name]) => name)).toEqual([]);
      }
    }
  });
});
