import { cp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The entries that a page imports. */
export type PageEntry = 'index' | 'testing';

/**
 * Replaces entries of the package that an example has installed with stubs, which export the same names, and whose
 * components render nothing. Resolves to a function that puts the package back.
 */
export async function stubPackage(
  folder: string,
  entries: readonly PageEntry[],
): Promise<() => Promise<void>> {
  const installed = join(folder, 'node_modules', 'react-zoom-join');
  const aside = join(folder, 'node_modules', '.react-zoom-join-aside');
  // Parcel can't build if a package has changed and its version hasn't.
  const forget = () => rm(join(folder, '.parcel-cache'), { recursive: true, force: true });
  await forget();
  await rm(aside, { recursive: true, force: true });
  await cp(installed, aside, { recursive: true });
  for (const entry of entries) {
    const real = (await import(pathToFileURL(join(aside, 'dist', `${entry}.js`)).href)) as object;
    const stubs = Object.entries(real).map(([name, value]) => [name, stubOf(name, value)] as const);
    const esm = stubs.map(([name, stub]) => `export const ${name} = ${stub};\n`);
    const commonJs = stubs.map(([name, stub]) => `exports.${name} = ${stub};\n`);
    await writeFile(join(installed, 'dist', `${entry}.js`), esm.join(''));
    await writeFile(join(installed, 'dist', 'cjs', `${entry}.js`), commonJs.join(''));
  }
  return async () => {
    await forget();
    await rm(installed, { recursive: true, force: true });
    await rename(aside, installed);
  };
}

function stubOf(name: string, value: unknown): string {
  // A component may be an object, which React knows by this property.
  const isComponent = typeof value === 'object' && value !== null && '$$typeof' in value;
  if (typeof value !== 'function' && !isComponent) return JSON.stringify(value);
  // The app reads properties of what this one returns.
  return name === 'createMeetingSimulator' ? '() => ({})' : '() => null';
}
