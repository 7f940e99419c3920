import { table } from '../table.ts';
import { FALLBACKS } from './fallbacks.ts';
import type { Need } from './needs.ts';
import { BROWSERS, type Versions, versionsOf } from './versions.ts';

const NAMES = ['Chrome', 'Edge', 'Firefox', 'Safari'];

const hasFallback = ({ feature }: Need) => Object.hasOwn(FALLBACKS, feature);

/** The lowest versions that have everything for which there is no fallback. */
export function lowestVersions(needs: readonly Need[]): Versions {
  const required = needs.filter((need) => !hasFallback(need));
  return versionsOf((browser) => Math.max(...required.map(({ versions }) => versions[browser])));
}

/** Generates the section of `docs/browsers.md` about the lowest versions. */
export function lowestVersionsSection(needs: readonly Need[]): string {
  const lowest = lowestVersions(needs);
  const because = BROWSERS.map((browser) =>
    needs
      .filter((need) => !hasFallback(need) && need.versions[browser] === lowest[browser])
      .map(named)
      .join(', '),
  );
  const newer = needs
    .filter(hasFallback)
    .map((need) => [named(need), ...shown(need.versions), FALLBACKS[need.feature] ?? '']);
  return `What the built files use, by TypeScript's types, [browser-compat-data](https://github.com/mdn/browser-compat-data) of MDN and
esbuild, needs these versions. They say nothing of Zoom's SDK, which supports newer ones alone.

${table(
  ['', ...NAMES],
  [
    ['lowest', ...shown(lowest)],
    ['because of', ...because],
  ],
)}

Some of it is newer than that. There, this happens instead:

${table(['Used', ...NAMES, 'Without it'], newer)}`;
}

const shown = (versions: Versions) =>
  BROWSERS.map((browser) => (Number.isFinite(versions[browser]) ? String(versions[browser]) : '–'));

/** Returns a path in MDN's data as developers write it. */
function named({ feature }: Need): string {
  if (feature === 'syntax') return 'syntax';
  const name = feature
    .replace(/^(api|javascript\.builtins|css\.[a-z-]+(\.color|\.length)?)\./, '')
    .replace('_static', '');
  if (feature.startsWith('css.selectors.')) return `\`:${name}\``;
  return `\`${feature.startsWith('css.properties.') ? name.replace('.', ': ') : name}\``;
}
