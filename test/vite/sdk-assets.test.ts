import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  build,
  createBuilder,
  createLogger,
  createServer,
  type InlineConfig,
  type Plugin,
  preview,
} from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION_FILE } from '../../src/sdk/files/sdk-files.ts';
import { SDK_SCRIPT } from '../../src/sdk/profile/file-names.ts';
import { zoomSdkAssets } from '../../src/vite/index.ts';

const SDK = fileURLToPath(new URL('../../node_modules/@zoom/meetingsdk/', import.meta.url));
/** A start page, with which a server of single-page apps answers unknown URLs. */
const PAGE = '<!doctype html><title>App</title>';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'zoom-sdk-assets-'));
  await mkdir(join(root, 'node_modules', '@zoom'), { recursive: true });
  await symlink(SDK, join(root, 'node_modules', '@zoom', 'meetingsdk'), 'junction');
  await writeFile(join(root, 'package.json'), '{"type":"module"}');
  await writeFile(join(root, 'index.html'), PAGE);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const config = (plugin = zoomSdkAssets(), more: InlineConfig = {}): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'silent',
  plugins: [plugin],
  server: { port: 0, host: '127.0.0.1' },
  ...more,
});

/** Returns every file in a folder, sorted, with `/` between the parts. */
async function filesOf(folder: string, prefix = ''): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => prefix + relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

async function served(
  options: InlineConfig,
  act: (get: (path: string) => Promise<Response>) => Promise<void>,
) {
  const server = await createServer(options);
  await server.listen();
  const address = server.httpServer?.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    await act((path) => fetch(`http://127.0.0.1:${port}${path}`));
  } finally {
    await server.close();
  }
}

describe('in development', () => {
  it('serves the SDK’s files with their types', () =>
    served(config(), async (get) => {
      const script = await get('/zoom-sdk/zoomus-websdk-embedded.umd.min.js');
      expect(script.status).toBe(200);
      expect(script.headers.get('content-type')).toContain('javascript');
      expect(await script.text()).toBe(
        await readFile(join(SDK, 'dist/zoomus-websdk-embedded.umd.min.js'), 'utf8'),
      );
      const wasm = await get('/zoom-sdk/lib/av/tp.wasm');
      expect(wasm.headers.get('content-type')).toBe('application/wasm');
      const react = await get('/zoom-sdk/lib/vendor/react.min.js');
      expect([react.status, react.headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('javascript'),
      ]);
    }));

  it('tells the version of the SDK', () =>
    served(config(), async (get) => {
      const stamp = await get('/zoom-sdk/version.json');
      expect(stamp.headers.get('content-type')).toBe('application/json');
      expect(await stamp.json()).toEqual({ version: '6.2.0' });
    }));

  it('answers a missing file with 404, not with the app', () =>
    served(config(), async (get) => {
      const missing = await get('/zoom-sdk/lib/av/nothing.js');
      expect(missing.status).toBe(404);
      expect(missing.headers.get('content-type') ?? '').not.toContain('html');
      expect(await missing.text()).not.toContain('<title>');
    }));

  it('below the path and the base it is told', () =>
    served(config(zoomSdkAssets({ path: 'vendor/zoom/' }), { base: '/app/' }), async (get) => {
      expect((await get('/app/vendor/zoom/lib/vendor/react.min.js')).status).toBe(200);
      expect((await get('/app/vendor/zoom/nothing.js')).status).toBe(404);
      expect(await (await get('/app/')).text()).toContain('<title>App</title>');
    }));

  it('says what to pass to `selfHosted` when the base is not the root', async () => {
    const lines: string[] = [];
    const customLogger = { ...createLogger(), info: (line: string) => void lines.push(line) };
    await served(config(zoomSdkAssets(), { base: '/app/', customLogger }), async (get) => {
      expect(lines.join('\n')).toContain("selfHosted(import.meta.env.BASE_URL + 'zoom-sdk')");
      expect((await get('/app/zoom-sdk/version.json')).status).toBe(200);
    });
  });

  // In development, Vite itself reads these bases in this way: of a CDN's URL, it uses the path.
  it.each([
    ['./', '/zoom-sdk/'],
    ['', '/zoom-sdk/'],
    ['https://cdn.example/app/', '/app/zoom-sdk/'],
  ])('where the app’s own pages are, when the base is %j', (base, folder) =>
    served(config(zoomSdkAssets(), { base }), async (get) => {
      expect((await get(`${folder}lib/vendor/react.min.js`)).status).toBe(200);
    }),
  );
});

describe('at build', () => {
  it('brings what the component view needs as it is, but for a hint in front of the SDK, and not the client view', async () => {
    await build(config());
    const emitted = join(root, 'dist', 'zoom-sdk');
    const files = await filesOf(emitted);
    expect(JSON.parse(await readFile(join(emitted, VERSION_FILE), 'utf8'))).toEqual({ version: '6.2.0' });
    for (const file of files.filter((name) => name !== VERSION_FILE)) {
      const [ours, original] = [await readFile(join(emitted, file)), await readFile(join(SDK, 'dist', file))];
      const hint = file === SDK_SCRIPT ? '//# allFunctionsCalledOnLoad\n' : '';
      expect(Buffer.compare(ours, Buffer.concat([Buffer.from(hint), original])), file).toBe(0);
    }
    const whole = ['av', 'audio', 'image', 'lang'];
    const inside = whole.map((folder) => filesOf(join(SDK, 'dist/lib', folder), `lib/${folder}/`));
    expect(files).toEqual(
      [
        'version.json',
        'zoomus-websdk-embedded.umd.min.js',
        'lib/vendor/react.min.js',
        'lib/vendor/react-dom.min.js',
        ...(await Promise.all(inside)).flat(),
      ].sort(),
    );

    const server = await preview({ ...config(), preview: { port: 0, host: '127.0.0.1' } });
    const response = await fetch(`${server.resolvedUrls?.local[0]}zoom-sdk/lib/av/tp.wasm`);
    expect(response.headers.get('content-type')).toBe('application/wasm');
    const missing = await fetch(`${server.resolvedUrls?.local[0]}zoom-sdk/lib/av/nothing.js`);
    expect([missing.status, await missing.text()]).toEqual([404, '']);
    await server.close();
  }, 60_000);

  it('into the path that it is told', async () => {
    await build(config(zoomSdkAssets({ path: '/vendor/zoom' }), { build: { outDir: 'dist-path' } }));
    expect((await readdir(join(root, 'dist-path'))).sort()).toEqual(['index.html', 'vendor']);
    expect(await filesOf(join(root, 'dist-path/vendor/zoom'))).toContain('lib/av/tp.wasm');
  }, 60_000);

  /** A framework's build: a client, a server, and a second server for the edge. */
  const environments = (plugins: InlineConfig['plugins']): InlineConfig => ({
    ...config(),
    plugins: plugins ?? [],
    environments: {
      client: { build: { outDir: 'dist-app/client' } },
      ssr: { build: { outDir: 'dist-app/server', rolldownOptions: { input: 'server.js' } } },
      edge: { build: { outDir: 'dist-app/edge', rolldownOptions: { input: 'server.js' } } },
    },
    builder: {
      async buildApp(builder) {
        for (const environment of Object.values(builder.environments)) await builder.build(environment);
      },
    },
  });

  it('beside the browser’s files alone, when a framework builds several environments', async () => {
    await writeFile(join(root, 'server.js'), 'export const answer = 42;');
    const builder = await createBuilder(environments([zoomSdkAssets()]));
    await builder.buildApp();
    const folders = ['client', 'server', 'edge'].map((name) => readdir(join(root, 'dist-app', name)));
    const [client, server, edge] = await Promise.all(folders);
    expect(client).toContain('zoom-sdk');
    expect([server, edge]).toEqual([['server.js'], ['server.js']]);

    // `vite preview` may run where the SDK is not installed.
    const bare = await mkdtemp(join(tmpdir(), 'zoom-sdk-preview-'));
    await rename(join(root, 'dist-app'), join(bare, 'dist-app'));
    const previewed = await preview({ ...environments([zoomSdkAssets()]), root: bare, preview: { port: 0 } });
    const stamp = await fetch(`${previewed.resolvedUrls?.local[0]}zoom-sdk/version.json`);
    expect(await stamp.json()).toEqual({ version: '6.2.0' });
    await previewed.close();
    await rm(bare, { recursive: true, force: true });
  }, 60_000);

  it('leaves the preview to a framework that has put the files elsewhere', async () => {
    const framework: Plugin = {
      name: 'framework',
      configurePreviewServer({ middlewares }) {
        middlewares.use('/zoom-sdk/version.json', (_request, response) => response.end('of the framework'));
      },
    };
    const plugins = [zoomSdkAssets(), framework];
    const empty = await mkdtemp(join(tmpdir(), 'zoom-sdk-preview-'));
    await mkdir(join(empty, 'dist'));
    const previewed = await preview({ ...config(), plugins, root: empty, preview: { port: 0 } });
    const stamp = await fetch(`${previewed.resolvedUrls?.local[0]}zoom-sdk/version.json`);
    expect(await stamp.text()).toBe('of the framework');
    await previewed.close();
    await rm(empty, { recursive: true, force: true });
  });

  it('fails if a later step of the build removes the files', async () => {
    const emptied: Plugin = {
      name: 'empties',
      buildApp: {
        order: 'post',
        handler: () => rm(join(root, 'dist-app/client'), { recursive: true }),
      },
    };
    const builder = await createBuilder(environments([emptied, zoomSdkAssets()]));
    await expect(builder.buildApp()).rejects.toThrow(/dist-app.client.zoom-sdk is missing.*without the SDK/s);
  }, 60_000);

  it('leaves a server build alone', async () => {
    await writeFile(join(root, 'server.js'), 'export const answer = 42;');
    await build(config(zoomSdkAssets(), { build: { ssr: 'server.js', outDir: 'dist-ssr' } }));
    expect(await readdir(join(root, 'dist-ssr'))).toEqual(['server.js']);
  });
});

describe('an SDK whose package is another one than today', () => {
  /** Installs one: with its files linked, under these names. */
  async function install(manifest: object, names: Readonly<Record<string, string>>): Promise<string> {
    const app = await mkdtemp(join(tmpdir(), 'zoom-sdk-other-'));
    const folder = join(app, 'node_modules', '@zoom', 'meetingsdk');
    await mkdir(join(folder, 'dist', 'lib'), { recursive: true });
    for (const [name, original] of Object.entries(names))
      await symlink(join(SDK, 'dist', original), join(folder, 'dist', name));
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ name: '@zoom/meetingsdk', version: '6.10.0', ...manifest }),
    );
    await writeFile(join(app, 'package.json'), '{"type":"module"}');
    await writeFile(join(app, 'index.html'), PAGE);
    return app;
  }
  const LIB = {
    'lib/vendor': 'lib/vendor',
    'lib/av': 'lib/av',
    'lib/audio': 'lib/audio',
    'lib/image': 'lib/image',
    'lib/lang': 'lib/lang',
  };
  const OTHER_NAME = { ...LIB, 'component-view.umd.min.js': SDK_SCRIPT };
  // It does not let its manifest be imported.
  const EXPORTS = {
    exports: {
      './embedded': { import: './dist/component-view.mjs', require: './dist/component-view.umd.min.js' },
    },
  };

  it.each([
    ['another file name', {}],
    ['another file name, and `exports`', EXPORTS],
  ])('is served and copied under the name that is expected: %s', async (_what, manifest) => {
    const app = await install(manifest, OTHER_NAME);
    const original = await readFile(join(SDK, 'dist', SDK_SCRIPT), 'utf8');
    await served({ ...config(), root: app }, async (get) => {
      expect(await (await get(`/zoom-sdk/${SDK_SCRIPT}`)).text()).toBe(original);
      expect(await (await get('/zoom-sdk/version.json')).json()).toEqual({ version: '6.10.0' });
    });
    if ('exports' in manifest) {
      await build({ ...config(), root: app });
      expect(await readFile(join(app, 'dist/zoom-sdk', SDK_SCRIPT), 'utf8')).toContain(original);
    }
    await rm(app, { recursive: true, force: true });
  });

  it.each([
    ['no UMD build', { ...LIB, 'component-view.mjs': SDK_SCRIPT }, SDK_SCRIPT],
    ['no React', { 'lib/av': 'lib/av', [SDK_SCRIPT]: SDK_SCRIPT }, 'lib/vendor/react.min.js'],
  ])('fails at once, in words, with %s', async (_what, names, missing) => {
    const app = await install({}, names);
    for (const start of [build, createServer]) {
      await expect(start({ ...config(), root: app })).rejects.toThrow(
        new RegExp(
          `zoomSdkAssets\\(\\): @zoom/meetingsdk 6\\.10\\.0 lacks what a meeting needs: ${missing}.*tested with 6`,
        ),
      );
    }
    await rm(app, { recursive: true, force: true });
  });
});

describe('what is wrong is told', () => {
  it('when the SDK is not installed: what to install', async () => {
    const bare = await mkdtemp(join(tmpdir(), 'zoom-sdk-missing-'));
    await expect(createServer({ ...config(), root: bare })).rejects.toThrow(
      /npm install --save-dev @zoom\/meetingsdk@.*ERESOLVE/,
    );
    await writeFile(join(bare, 'index.html'), PAGE);
    await expect(build({ ...config(), root: bare })).rejects.toThrow(
      /npm install --save-dev @zoom\/meetingsdk@.*ERESOLVE/,
    );
    await rm(bare, { recursive: true, force: true });
  });

  it('when the path names no folder', () => {
    expect(() => zoomSdkAssets({ path: '/' })).toThrow(/`path`/);
  });
});
