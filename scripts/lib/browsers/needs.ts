import bcd from '@mdn/browser-compat-data/forLegacyNode';
import { transform } from 'esbuild';
import { type BuiltFile, builtFiles } from './built-files.ts';
import { type UsedApi, usedByModules } from './used-by-modules.ts';
import { usedStyles } from './used-styles.ts';
import { BROWSERS, type Browser, type Versions, versionsAt, versionsOf } from './versions.ts';

/** Something of the browser that the built files use. */
export interface Need {
  /** Its path in MDN's browser-compat-data, such as `api.Element.moveBefore`, or `syntax`. */
  readonly feature: string;
  readonly versions: Versions;
}

/** Finds what the files use that an app gets from `react-zoom-join`, by MDN's and esbuild's data. */
export async function browserNeeds(): Promise<Need[]> {
  const files = await builtFiles(['index.js']);
  const modules = new Map(files.flatMap((file) => file.modules).map((url) => [url.href, url]));
  const { apis, texts } = usedByModules([...modules.values()]);
  const candidates = [
    ...apis.map(pathsOf),
    ...texts.flatMap(usedStyles).map((paths) => paths.map((path) => `css.${path}`)),
  ];
  const known = new Map<string, Versions>();
  for (const paths of candidates) {
    const feature = paths.find(versionsAt);
    const versions = feature && versionsAt(feature);
    if (versions) known.set(feature, versions);
  }
  known.set('syntax', await syntaxOf(files));
  return [...known].map(([feature, versions]) => ({ feature, versions }));
}

const WITH_MIXINS = ['Element', 'Document', 'Window', 'HTMLElement', 'Navigator', 'Response'];

/** Where MDN's data may have it. They know no mixins, so what a mixin declares is looked for where it ends up. */
function pathsOf({ owner, name, isStatic }: UsedApi): string[] {
  const member = isStatic ? `${name}_static` : name;
  const own = owner?.replace(/^Readonly/, '');
  if (own === undefined) return [`api.${name}`, `api.Window.${name}`, `javascript.builtins.${name}`];
  return [
    `api.${own}.${member}`,
    `javascript.builtins.${own}.${name}`,
    ...WITH_MIXINS.map((one) => `api.${one}.${member}`),
  ];
}

/** For esbuild, no browser has all of them, because Unicode grows. Chrome 64, Firefox 78 and Safari 11.1 know `\p{L}`. */
const KNOWN = { 'regexp-unicode-property-escapes': true };

/** Finds the first versions for which esbuild changes nothing of the syntax. */
async function syntaxOf(files: readonly BuiltFile[]): Promise<Versions> {
  const printed = await print(files, 'esnext');
  const first: Partial<Record<Browser, number>> = {};
  for (const browser of BROWSERS) {
    const releases = Object.keys(bcd.browsers[browser].releases).sort((a, b) => Number(a) - Number(b));
    let [low, high] = [0, releases.length - 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const isEnough = (await print(files, `${browser}${releases[middle]}`)) === printed;
      if (isEnough) high = middle;
      else low = middle + 1;
    }
    first[browser] = Number(releases[low]);
  }
  return versionsOf((browser) => first[browser] ?? Number.POSITIVE_INFINITY);
}

async function print(files: readonly BuiltFile[], target: string): Promise<string | undefined> {
  try {
    const printed = await Promise.all(
      files.map(({ code }) => transform(code, { target, logLevel: 'silent', supported: KNOWN })),
    );
    return printed.map(({ code }) => code).join('\n');
  } catch {
    // There is syntax that esbuild cannot write in another way for this target.
    return undefined;
  }
}
