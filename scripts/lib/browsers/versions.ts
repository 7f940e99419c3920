import bcd, { type Identifier, type SimpleSupportStatement } from '@mdn/browser-compat-data/forLegacyNode';

/** The browsers of desktops, in the order of the tables. */
export const BROWSERS = ['chrome', 'edge', 'firefox', 'safari'] as const;

export type Browser = (typeof BROWSERS)[number];

/** The first version of each browser that has something. `Infinity` means that none has it. */
export type Versions = Readonly<Record<Browser, number>>;

/** Makes versions from what is known of each browser. */
export const versionsOf = (of: (browser: Browser) => number): Versions =>
  Object.fromEntries(BROWSERS.map((browser) => [browser, of(browser)])) as unknown as Versions;

/** Whether some browser has it later than the other. */
export const isNewer = (versions: Versions, other: Versions): boolean =>
  BROWSERS.some((browser) => versions[browser] > other[browser]);

/** Returns what MDN's data says about a path such as `api.Element.moveBefore`, if it is in them. */
export function versionsAt(path: string): Versions | undefined {
  let found: Identifier | undefined = bcd as unknown as Identifier;
  for (const name of path.split('.')) found = found && Object.hasOwn(found, name) ? found[name] : undefined;
  const support = found?.__compat?.support;
  return support && versionsOf((browser) => firstOf([support[browser] ?? []].flat()));
}

/** A feature counts once it needs no flag and no prefix, and is whole, if it ever is. */
function firstOf(statements: readonly SimpleSupportStatement[]): number {
  const usable = statements.filter((one) => !(one.flags ?? one.prefix ?? one.alternative_name));
  const whole = usable.filter((one) => !one.partial_implementation);
  const versions = (whole.length > 0 ? whole : usable)
    .map(({ version_added: version }) => Number.parseFloat(String(version).replace('≤', '')))
    .filter(Number.isFinite);
  return Math.min(...versions);
}
