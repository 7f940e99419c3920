import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { compatibilityDocument } from '../../scripts/lib/compatibility-document.ts';
import { zoomCdn } from '../../src/sdk/loading/source.ts';
import { TRIED_VERSIONS } from '../../src/sdk/profile/tried-versions.ts';
import { SDK_VERSION } from '../../src/sdk/profile/versions.ts';
import installed from '../sdks/installs.json';
import { KNOWN_GAPS } from '../sdks/known-gaps.ts';
import results from '../sdks/results.json';
import { REACTS } from '../support/fixture-apps.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NEWEST = String(TRIED_VERSIONS.at(-1));

const read = (path: string): Promise<string> => readFile(`${ROOT}${path}`, 'utf8');

/** Returns the paths of what people copy from: the documents and the examples. */
async function copied(): Promise<string[]> {
  const docs = await readdir(`${ROOT}docs`);
  const examples = await readdir(`${ROOT}examples`, { withFileTypes: true });
  return [
    'README.md',
    ...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
    ...examples.filter((one) => one.isDirectory()).map(({ name }) => `examples/${name}/package.json`),
  ];
}

it('docs/compatibility.md says what was found with each SDK: `npm run docs` writes it', async () => {
  expect(await read('docs/compatibility.md')).toBe(compatibilityDocument());
});

it('each version that counts as tried has passed, but for the gaps that are known', () => {
  expect(results.map(({ version }) => version)).toEqual(TRIED_VERSIONS);
  for (const { version, files } of results) {
    const counts = Object.values(files);
    const failed = counts.reduce((total, [passed = 0, all = 0]) => total + all - passed, 0);
    expect(counts.length).toBeGreaterThan(10);
    if (KNOWN_GAPS.every((gap) => gap.version !== version)) expect(failed, version).toBe(0);
  }
});

it('zoomCdn() loads the newest version that was tried, and every document names that one', async () => {
  expect(SDK_VERSION).toBe(NEWEST);
  expect(zoomCdn()).toEqual(zoomCdn(NEWEST));
  expect(manifest.devDependencies['@zoom/meetingsdk']).toBe(NEWEST);
  expect(await read('docs/compatibility.md')).toContain(`\`zoomCdn()\` loads ${NEWEST}`);
  expect(await read('README.md')).toContain(`(component view, ${NEWEST})`);
  for (const path of await copied()) {
    const named = (await read(path)).matchAll(/(?:@zoom\/meetingsdk(?:@|": ")|zoomCdn\(')(\d+\.\d+\.\d+)/g);
    for (const [, version] of named) expect(version, path).toBe(NEWEST);
  }
});

it('the peer range names the versions that were tried, and admits newer ones of the same major version', () => {
  const range = TRIED_VERSIONS.map((version) => (version === NEWEST ? `^${version}` : version)).join(' || ');
  expect(manifest.peerDependencies['@zoom/meetingsdk']).toBe(range);
  expect(manifest.peerDependenciesMeta['@zoom/meetingsdk'].optional).toBe(true);
});

it('the peer range of React reaches from the oldest that was tried to the newest major version that was', () => {
  const [oldest, newest] = [REACTS[0], REACTS.at(-1)].map((name) => String(name).replace('react-', ''));
  const range = `>=${oldest} <${Number(newest) + 1}`;
  expect(manifest.peerDependencies).toMatchObject({ react: range, 'react-dom': range });
});

it('the lines for npm are everywhere those with which each version was installed', async () => {
  const { lines, installs } = installed;
  expect([...new Set(installs.map(({ sdk }) => sdk))]).toEqual(TRIED_VERSIONS);
  for (const path of await copied()) {
    const text = await read(path);
    const parts = path.endsWith('.json')
      ? [text]
      : [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => json);
    for (const json of parts.filter((part) => part.includes('"overrides"')))
      expect(JSON.parse(json), path).toMatchObject(lines);
  }
  for (const path of ['docs/self-hosting.md', 'docs/compatibility.md', 'examples/vite-react-19/package.json'])
    expect(await read(path)).toContain('"allowScripts"');
});
