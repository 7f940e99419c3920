import { existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import type { Connect, Plugin, ResolvedConfig } from 'vite';
import { copySdk } from '../sdk/files/copy-sdk.ts';
import {
  findSdkFiles,
  INSTALL_SDK,
  type SdkFiles,
  VERSION_FILE,
  versionStamp,
  whatIsMissing,
} from '../sdk/files/sdk-files.ts';
import { SDK_SCRIPT } from '../sdk/profile/file-names.ts';

export interface ZoomSdkAssetsOptions {
  /**
   * The path at which the files are served, below the app's `base`. Default: `/zoom-sdk`, the default of
   * `selfHosted()`.
   */
  path?: string;
}

/**
 * Hosts the SDK with your app. In development, it serves the files of the installed `@zoom/meetingsdk`. A build
 * copies those that the component view needs (about 70 MB) beside the browser's files, whichever framework builds
 * them, and `vite preview` serves the copies. The files stay unchanged, except for a comment at the start of the
 * SDK's script, which makes it start faster in Chromium. `version.json` beside them contains the SDK's version.
 *
 * @throws {Error} if `path` names no folder, or if `@zoom/meetingsdk` is not installed
 */
export function zoomSdkAssets({ path = '/zoom-sdk' }: ZoomSdkAssetsOptions = {}): Plugin {
  const folder = path.replace(/^\/+|\/+$/g, '');
  if (folder === '') throw new Error("zoomSdkAssets(): `path` must name a folder, such as '/zoom-sdk'.");
  let config: ResolvedConfig;

  /** Serves the SDK itself under the name that `selfHosted()` expects. */
  const serve = (middlewares: Connect.Server, from: string, script: string = SDK_SCRIPT) => {
    const send = sirv(from, { etag: true, dev: true });
    // While serving, Vite makes `base` a path, whatever the app's `base` is. The plugin sends its own 404. Otherwise
    // Vite would answer with the app's index.html for a missing file.
    middlewares.use(`${config.base}${folder}`, (request, response) => {
      request.url = request.url?.replace(SDK_SCRIPT, script);
      send(request, response, () => {
        response.statusCode = 404;
        response.end();
      });
    });
  };

  return {
    name: 'react-zoom-join:sdk-assets',
    configResolved(resolved) {
      config = resolved;
    },
    configureServer({ middlewares }) {
      const files = installedSdk(config.root);
      if (config.base !== '/')
        config.logger.info(
          `zoomSdkAssets(): the SDK is at ${config.base}${folder}, so pass sdk={selfHosted(import.meta.env.BASE_URL + '${folder}')}.`,
        );
      // The installed package has no such file.
      middlewares.use(`${config.base}${folder}/${VERSION_FILE}`, (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(versionStamp(files.version));
      });
      serve(middlewares, files.folder, files.script);
    },
    configurePreviewServer({ middlewares }) {
      const { root, environments, build } = config;
      const { outDir } = environments?.['client']?.build ?? build;
      const files = resolve(root, outDir, folder);
      // If they are elsewhere, the framework that has built them there serves them, such as Cloudflare's plugin.
      if (existsSync(files)) serve(middlewares, files);
    },
    buildStart() {
      // Fail now, not after the build.
      if (config.command === 'build') installedSdk(config.root);
    },
    async writeBundle({ dir }) {
      // Vite 5 has no environments. There, a build that is not for a server is for the browser.
      const isForBrowser = this.environment
        ? this.environment.config.consumer === 'client'
        : !config.build.ssr;
      if (isForBrowser && dir !== undefined) await copySdk(installedSdk(config.root), join(dir, folder));
    },
    buildApp: {
      order: 'post',
      async handler({ environments }) {
        for (const { config, isBuilt } of Object.values(environments)) {
          if (config.consumer !== 'client' || !isBuilt) continue;
          const target = resolve(config.root, config.build.outDir, folder);
          await access(join(target, SDK_SCRIPT)).catch((cause: unknown) => {
            throw new Error(
              `zoomSdkAssets(): the build is over, but ${target} is missing, so the app would be deployed without the SDK. Check whether a later step of the build empties that folder.`,
              { cause },
            );
          });
        }
      },
    },
  };
}

function installedSdk(root: string): SdkFiles {
  const found = findSdkFiles(root);
  const problem =
    found === undefined
      ? `@zoom/meetingsdk is not installed in this app. Add it as a dev dependency: ${INSTALL_SDK}.`
      : whatIsMissing(found);
  if (found === undefined || problem !== undefined) throw new Error(`zoomSdkAssets(): ${problem}`);
  return found;
}
