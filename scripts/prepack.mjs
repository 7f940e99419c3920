// `npm pack` runs this. It writes what only the published package has.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledPackages } from './lib/bundled.mjs';
import { must, root } from './lib/run.mjs';

const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
await writeEntryFolders();
await writeSbom();

/**
 * Writes a folder for each entry but the first, such as `server/package.json`, in which resolvers that don't read
 * `exports` find it: Parcel as it comes, for example.
 */
async function writeEntryFolders() {
  for (const name of Object.keys(manifest.typesVersions['*'])) {
    const { import: esm, require: commonJs } = manifest.exports[`./${name}`];
    const folder = join(root, name);
    const entry = { main: commonJs.default, module: esm.default, types: esm.types };
    const paths = Object.entries(entry).map(([field, path]) => [field, `.${path}`]);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), `${JSON.stringify(Object.fromEntries(paths), null, 2)}\n`);
  }
}

/** Writes `dist/sbom.cdx.json`: the packages that the build has put into this one (CycloneDX). */
async function writeSbom() {
  const output = await must('npm', ['sbom', '--sbom-format=cyclonedx'], { quiet: true });
  const all = JSON.parse(output.slice(output.indexOf('{')));
  const { name, version } = manifest;
  const self = all.metadata.component;
  const refs = [self['bom-ref'], ...(await bundledPackages()).map((one) => `${one.name}@${one.version}`)];

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
}
