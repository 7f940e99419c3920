// Copies into public/vendor what the page imports. React has no ES modules, so this wraps its files in some, as the CDNs
// do that serve React to import maps.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

// React's files for production.
process.env.NODE_ENV = 'production';
const require = createRequire(import.meta.url);

/** The modules of the import map, each with its file in its package and what that requires. */
const MODULES = {
  react: ['react/cjs/react.production.js', []],
  'react/jsx-runtime': ['react/cjs/react-jsx-runtime.production.js', []],
  'react-dom': ['react-dom/cjs/react-dom.production.js', ['react']],
  'react-dom/client': ['react-dom/cjs/react-dom-client.production.js', ['react', 'react-dom', 'scheduler']],
  scheduler: ['scheduler/cjs/scheduler.production.js', []],
};

await mkdir('public/vendor', { recursive: true });
for (const [name, [file, required]] of Object.entries(MODULES)) {
  const code = await readFile(`node_modules/${file}`, 'utf8');
  const exported = Object.keys(require(name)).join(', ');
  const module = `
${required.map((one, at) => `import * as required${at} from '${one}';`).join('\n')}
const exports = {};
const require = (name) => ({ ${required.map((one, at) => `'${one}': required${at}`).join(', ')} })[name];
(() => {
${code}
})();
export const { ${exported} } = exports;
export default exports;
`;
  await writeFile(`public/vendor/${name.replace('/', '-')}.js`, module);
}

await cp('node_modules/@picocss/pico/css/pico.min.css', 'public/vendor/pico.min.css');
await cp('node_modules/react-zoom-join/dist', 'public/vendor/react-zoom-join', { recursive: true });
