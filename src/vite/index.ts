import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import type { Connect, Plugin } from 'vite';
import { BESIDE_SDK, findSdkFiles, SDK_SCRIPT, type SdkFiles } from './sdk-files.ts';

export interface ZoomSdkAssetsOptions {
  /** Where the files stand, below the app's `base`. Default: `/zoom-sdk`, the default of `selfHosted()`. */
  path?: string;
}

/**
 * Has Chromium, from version 136 on, compile the whole of a script in the background while it arrives, instead of bit by
 * bit while it runs, in the page's own time. To others it is a comment.
 *
 * @see https://github.com/WICG/explicit-javascript-compile-hints-file-based
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Hosts the SDK with your app: serves the files of the installed `@zoom/meetingsdk` in development and in preview,
 * and copies those the component view needs (about 70 MB) at build. They stay as they are, but for a comment in front of
 * the SDK's script, with which it starts faster in Chromium.
 *
 * @throws {Error} when `@zoom/meetingsdk` is not installed.
 */
export function zoomSdkAssets({ path = '/zoom-sdk' }: ZoomSdkAssetsOptions = {}): Plugin {
  const folder = path.replace(/^\/+|\/+$/g, '');
  if (folder === '') throw new Error("zoomSdkAssets(): `path` must name a folder, such as '/zoom-sdk'.");
  let files: SdkFiles;
  let base: string;
  let target: string | undefined;

  const serve = (middlewares: Connect.Server) => {
    const send = sirv(files.folder, { etag: true, dev: false });
    // The plugin's own 404: without it a missing file would be answered with the app's index.html.
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
      // While serving it is a path, whatever the app wrote.
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
