import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FixturePage, type Harness, sharedHarness } from '../../support/harness.ts';
import { SDK_FOLDER } from '../../support/sdk-folder.ts';

/** The files of the CDN that can be pinned, and where they are in the npm package. */
const FILES = {
  'react.min.js': 'lib/vendor/react.min.js',
  'react-dom.min.js': 'lib/vendor/react-dom.min.js',
  'zoom-meeting-embedded-6.2.0.min.js': 'zoomus-websdk-embedded.umd.min.js',
  'js_media.min.js': 'lib/av/js_media.min.js',
};

/** What an attacker who controls the CDN adds to a file. */
const ADDED = '\n;globalThis.strangersScript = true;';

const contents = new Map<string, Buffer>();
const integrity: Record<string, string> = {};
let harness: Harness;
let fixture: FixturePage;
beforeAll(async () => {
  harness = await sharedHarness();
  for (const [name, path] of Object.entries(FILES)) {
    const content = await readFile(join(SDK_FOLDER, path));
    contents.set(name, content);
    integrity[name] = `sha384-${createHash('sha384').update(content).digest('base64')}`;
  }
});
afterAll(() => harness.stop());
beforeEach(async () => {
  harness.zoom.reset();
  fixture = await harness.open('react-19');
});
afterEach(() => fixture.close());

/** Changes one file of the CDN. */
function change(file: string): void {
  harness.zoom.intercept = (request, response) => {
    const content = contents.get(file);
    if (!request.url?.endsWith(`/${file}`) || content === undefined) return false;
    response
      .writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' })
      .end(Buffer.concat([content, Buffer.from(ADDED)]));
    return true;
  };
}

const hasRun = () =>
  fixture.page.evaluate(() =>
    [...document.querySelectorAll('iframe')].some(
      ({ contentWindow }) => (contentWindow as unknown as { strangersScript?: true })?.strangersScript,
    ),
  );

describe('`zoomCdn(version, { integrity })`', () => {
  it('lets a meeting take place with the files whose hashes it has', async () => {
    await fixture.page.evaluate((props) => window.app.mount(props), { integrity });
    expect(await fixture.status('joined', 'failed')).toBe('joined');
    expect(fixture.problems).toEqual([]);
  });

  it.each(Object.keys(FILES))('refuses another %s, which runs without a hash', async (file) => {
    change(file);
    const { page, status } = fixture;
    const timeouts = { retry: 0 };
    await page.evaluate((props) => window.app.mount(props), { integrity, timeouts });
    expect(await status('joined', 'failed')).toBe('failed');
    const error = await page.evaluate(() => ({
      ...window.app.errors[0],
      message: window.app.errors[0]?.message,
    }));
    expect(error.code).toBe(file.startsWith('js_media') ? 'sdk-assets-unreachable' : 'sdk-blocked-by-policy');
    expect(await hasRun()).toBe(false);
    await page.evaluate(() => window.app.unmount());

    await page.evaluate((props) => window.app.mount(props), { timeouts });
    await expect.poll(hasRun).toBe(true);
  });

  it('covers what preloadZoom() fetches', async () => {
    change('react.min.js');
    await fixture.page.evaluate((props) => window.app.preloadZoom('cdn', props), integrity);
    const links = await fixture.page.evaluate(() =>
      [...document.querySelectorAll('link[as=script]:not([rel=modulepreload])')].map(
        (link) => (link as HTMLLinkElement).integrity,
      ),
    );
    expect(links).toEqual(Object.values(integrity));
  });
});
