import { fileURLToPath } from 'node:url';

// The package's own dependencies are in the repository's node_modules.
export default { turbopack: { root: fileURLToPath(new URL('../../..', import.meta.url)) } };
