import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { PLANTED_FAULTS, type PlantedFault } from '../session/model/planted-faults.ts';

const SOURCE = resolve(import.meta.dirname, '../../src');
const QUERY = '?fault=';

/** Returns the path to import for a session with a planted fault. */
export const faultySession = (name: string): string =>
  `${SOURCE}/session/session.ts${QUERY}${encodeURIComponent(name)}`;

/**
 * Applies planted faults to the modules that are imported with their names: {@link faultySession}, and the file to
 * which it passes the name on.
 */
export function plantFaults(): Plugin {
  return {
    name: 'plant-faults',
    enforce: 'pre',
    resolveId(source, importer) {
      const [path, name] = importer?.split(QUERY) ?? [];
      if (path === undefined || name === undefined) return undefined;
      const file = resolve(dirname(path), source);
      return file === fileOf(faultOf(name)) ? `${file}${QUERY}${name}` : undefined;
    },
    transform(code, id) {
      const [path, name] = id.split(QUERY);
      if (name === undefined) return undefined;
      const fault = faultOf(name);
      return path === fileOf(fault) ? { code: plant(fault, code), map: null } : undefined;
    },
  };
}

const fileOf = ({ file }: PlantedFault): string => resolve(SOURCE, file);

function faultOf(encoded: string): PlantedFault {
  const name = decodeURIComponent(encoded);
  const fault = PLANTED_FAULTS[name];
  if (fault === undefined) throw new Error(`No such fault: ${name}`);
  return fault;
}

function plant({ file, changes }: PlantedFault, code: string): string {
  return changes.reduce((changed, [from, to]) => {
    const parts = changed.split(from);
    if (parts.length !== 2) throw new Error(`In ${file} this stands ${parts.length - 1} times: ${from}`);
    return parts.join(to);
  }, code);
}
