// `npm run test:smoke`: joins a real meeting on Zoom's own servers and prints what it saw. It is for maintainers
// with credentials. It prints no meeting number, passcode, signature or key.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBrowser, ensureInstalled } from './lib/ensure.mjs';
import { root } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';

const NEEDED = {
  ZOOM_SDK_KEY: 'the Client ID of your Meeting SDK app (marketplace.zoom.us → Manage → your app)',
  ZOOM_SDK_SECRET: 'its Client Secret',
  ZOOM_MEETING_NUMBER: 'a meeting of the app’s own account that is running, or may be joined before its host',
};
const STATUSES = ['joined', 'waiting', 'failed', 'left'];

if (existsSync(`${root}.env`)) process.loadEnvFile(`${root}.env`);
const missing = Object.keys(NEEDED).filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.error('The smoke test joins a real meeting. Set in the environment or in .env:');
  for (const name of missing) console.error(`  ${name}: ${NEEDED[name]}`);
  console.error('Optional: ZOOM_MEETING_PASSCODE, ZOOM_USER_NAME.');
  process.exit(2);
}

await ensureInstalled();
await printHashes();
const executablePath = await ensureBrowser();
const { createServer } = await import('vite');
const { chromium } = await import('playwright');

const server = await createServer({
  configFile: fileURLToPath(new URL('../demo/vite.config.ts', import.meta.url)),
  server: { port: 0 },
  logLevel: 'error',
});
await server.listen();
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
});
let code = 1;
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page
    .getByLabel('Meeting', { exact: true })
    .last()
    .fill(process.env.ZOOM_MEETING_NUMBER ?? '');
  await page.getByRole('textbox', { name: 'Passcode' }).fill(process.env.ZOOM_MEETING_PASSCODE ?? '');
  await page.getByRole('textbox', { name: 'Your name' }).fill(process.env.ZOOM_USER_NAME ?? 'Smoke test');
  const started = Date.now();
  await page.getByRole('button', { name: 'Join', exact: true }).click();

  const component = page.locator('[data-zoom-join]');
  let status = '';
  while (!STATUSES.includes(status) && Date.now() - started < 90_000) {
    const now = (await component.getAttribute('data-status')) ?? '';
    if (now !== status) console.log(`${((Date.now() - started) / 1000).toFixed(1)} s  ${now}`);
    status = now;
    await page.waitForTimeout(100);
  }
  if (status === 'joined' || status === 'waiting') {
    const tiles = await page.frameLocator('iframe').locator('video-player').count();
    console.log(
      status === 'joined' ? `In the meeting, with ${tiles} video tiles.` : 'In the waiting room: admit it.',
    );
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    code = 0;
  } else {
    // This is the component's own text, which contains no secret.
    console.error(`Not joined (${status}): ${await component.innerText()}`);
    console.error(
      await page
        .locator('[data-kind=error]')
        .first()
        .innerText()
        .catch(() => ''),
    );
  }
} finally {
  await browser.close();
  await server.close();
}
process.exit(code);

/** Prints the hashes of the files that Zoom's CDN sends now, as `zoomCdn(version, { integrity })` takes them. */
async function printHashes() {
  const { SDK_VERSION, zoomCdn } = await runTypeScript('src/sdk/loading/source.ts');
  const { mediaScript } = await runTypeScript('src/sdk/loading/prefetch.ts');
  const { scripts, assetPath } = zoomCdn();
  const integrity = {};
  for (const url of [...scripts, mediaScript(assetPath)]) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
    const hash = createHash('sha384')
      .update(new Uint8Array(await response.arrayBuffer()))
      .digest('base64');
    integrity[url.split('/').at(-1)] = `sha384-${hash}`;
  }
  console.log(`zoomCdn('${SDK_VERSION}', { integrity: ${JSON.stringify(integrity, null, 2)} })`);
}
