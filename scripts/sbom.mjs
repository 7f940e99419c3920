// Writes `dist/sbom.cdx.json`: the packages that users install with this one (CycloneDX). `npm pack` runs it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must, root } from './lib/run.mjs';

const output = await must('npm', ['sbom', '--sbom-format=cyclonedx'], { quiet: true });
const all = JSON.parse(output.slice(output.indexOf('{')));
const { name, version, dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

// `--omit=dev` would also leave out what a development dependency needs as well, and npm adds optional peers.
const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
const names = new Set(Object.keys(dependencies));
// Iterating over a set also visits what is added meanwhile.
for (const one of names)
  for (const next of Object.keys(packages[`node_modules/${one}`].dependencies ?? {})) names.add(next);
const self = all.metadata.component;
const refs = [
  self['bom-ref'],
  ...[...names].map((one) => `${one}@${packages[`node_modules/${one}`].version}`),
];

/** Leaves out the addresses of the registry in use, and what npm says about the place of the folder. */
const tidy = ({ properties: _, externalReferences, ...component }) => ({
  ...component,
  externalReferences: externalReferences.filter(({ type }) => type !== 'distribution'),
});
const { timestamp: __, ...metadata } = all.metadata;
const { serialNumber: ___, ...rest } = all;
const sbom = {
  ...rest,
  // npm names the package after its folder.
  metadata: { ...metadata, component: { ...tidy(self), name, version } },
  components: all.components.filter((component) => refs.includes(component['bom-ref'])).map(tidy),
  dependencies: all.dependencies
    .filter(({ ref }) => refs.includes(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.includes(one)) })),
};
await writeFile(join(root, 'dist', 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
