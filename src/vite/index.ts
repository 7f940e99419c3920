import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import type { Connect, Plugin } from 'vite';
import { BESIDE_SDK, findSdkFiles, SDK_SCRIPT, type SdkFiles } from './sdk-files.ts';

export interface ZoomSdkAssetsOptions {
  /**
   * The path at which the files are served, below the app's `base`. Default: `/zoom-sdk`, the default of
   * `selfHosted()`.
   */
  path?: string;
}

/**
 * Makes Chromium 136 and later compile the whole script in the background while it loads. Otherwise Chromium
 * compiles it in pieces on the main thread while it runs. Other browsers ignore this comment.
 *
 * @see https://github.com/WICG/explicit-javascript-compile-hints-file-based
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Hosts the SDK with your app. It serves the files of the installed `@zoom/meetingsdk` in development and in
 * preview. At build, it copies those that the component view needs (about 70 MB). The files stay unchanged, except
 * for a comment at the start of the SDK's script, which makes it start faster in Chromium.
 *
 * @throws {Error} if `path` names no folder, or if `@zoom/meetingsdk` is not installed
 */
export function zoomSdkAssets({ path = '/zoom-sdk' }: ZoomSdkAssetsOptions = {}): Plugin {
  const folder = path.replace(/^\/+|\/+$/g, '');
  if (folder === '') throw new Error("zoomSdkAssets(): `path` must name a folder, such as '/zoom-sdk'.");
  let files: SdkFiles;
  let base: string;
  let target: string | undefined;

  const serve = (middlewares: Connect.Server) => {
    const send = sirv(files.folder, { etag: true, dev: false });
    // The plugin sends its own 404. Otherwise Vite would answer with the app's index.html for a missing file.
    middlewares.use(`${base}${folder}`, (request, response) =>
      send(request, response, () => {
        response.statusCode = 404;
        response.end();
      }),
    );
  };

  return {
    name: 'react-zoom-join:sdk-assets',
    configResolved(config) {
      files = findSdkFiles(config.root);
      // While serving, Vite makes this a path, whatever the app's `base` is.
      base = config.base;
      target =
        config.command === 'build' && !config.build.ssr
          ? resolve(config.root, config.build.outDir, folder)
          : undefined;
    },
    configureServer: (server) => serve(server.middlewares),
    configurePreviewServer: (server) => serve(server.middlewares),
    async closeBundle() {
      if (target === undefined) return;
      for (const file of BESIDE_SDK)
        await cp(join(files.folder, file), join(target, file), { recursive: true });
      const script = await readFile(join(files.folder, SDK_SCRIPT), 'utf8');
      await writeFile(join(target, SDK_SCRIPT), COMPILE_HINT + script);
    },
  };
}
