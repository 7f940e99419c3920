// `npm start`: serves the demo, its signature endpoint and the SDK's files from one server.
import { ensureInstalled } from './lib/ensure.mjs';

await ensureInstalled();

const { createServer } = await import('vite');
const { fileURLToPath } = await import('node:url');
const server = await createServer({
  configFile: fileURLToPath(new URL('../demo/vite.config.ts', import.meta.url)),
  server: { open: process.argv.includes('--open') },
});
await server.listen();
console.log(`\n  The demo is at ${server.resolvedUrls?.local[0]}\n  Ctrl-C stops it.\n`);
