import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureCodes } from '../../src/testing/failures.ts';
import { fakeSignature } from '../support/fake-signature.ts';
import { app, type FixturePage, type Harness, startHarness } from '../support/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

describe('each failure that Zoom can answer', () => {
  let fixture: FixturePage;
  beforeAll(async () => {
    fixture = await harness.open();
  });
  afterAll(() => fixture.page.context().close());

  // A meeting that has not started is waited for: see `zoom-join.test.tsx`.
  it.each(failureCodes.filter((code) => code !== 3008))(
    '%i ends in `failed` with its code, a screen and a retry, and nothing left',
    async (code) => {
      const { page, status } = fixture;
      harness.zoom.reset({ passcode: 'right' });
      harness.zoom.service.fail(code);
      await page.evaluate(() =>
        window.app.mount({ meeting: { meetingNumber: '123 4567 8901', password: 'right' } }),
      );
      expect(await status('failed', 'joined')).toBe('failed');
      const error = await app(page, ({ errors }) => ({ ...errors.at(-1), text: String(errors.at(-1)) }));
      expect(error.zoomCode).toBe(code);
      expect(error.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(error.hint?.length).toBeGreaterThan(10);
      expect(`${error.text} ${error.hint}`).not.toMatch(/12345678901|right/);
      expect(await page.locator('[data-zoom-join]').innerText()).toContain(error.userMessage);
      expect(await page.locator('iframe').count()).toBe(0);

      harness.zoom.service.fail(undefined);
      await page.getByRole('button', { name: 'Try again' }).click();
      expect(await status('joined', 'failed')).toBe('joined');
      await page.evaluate(() => window.app.unmount());
      expect(fixture.problems).toEqual([]);
    },
  );
});

describe('when the SDK does not load', () => {
  it('says that a script is not there (404)', async () => {
    const { page, status } = await harness.open();
    await page.evaluate(() => window.app.mount({ sdk: '/nowhere' }));
    await status('failed');
    const error = await app(page, ({ errors }) => ({ ...errors[0], text: errors[0]?.message }));
    expect(error).toMatchObject({ code: 'sdk-file-missing', retryable: false });
    expect(error.text).toContain('/nowhere/lib/vendor/react.min.js');
    await page.context().close();
  });

  it('says so when the browser is offline, and joins by a retry when it is not', async () => {
    const { page, status } = await harness.open();
    harness.zoom.reset();
    // What joins a meeting is loaded already: an app's service worker, say.
    await page.evaluate(() => window.app.mount());
    await status('joined');
    await page.evaluate(() => window.app.unmount());
    await page.context().setOffline(true);
    await page.evaluate((answer) => window.app.mount({ sdk: '/zoom-sdk', answer }), fakeSignature());
    await status('failed');
    expect(await app(page, ({ errors }) => errors[0]?.code)).toBe('offline');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await status('joined')).toBe('joined');
    await page.context().close();
  });

  it('names the directive of a Content-Security-Policy that blocks it', async () => {
    const { page, status } = await harness.open();
    await page.evaluate(() => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'Content-Security-Policy';
      meta.content = "script-src 'self'";
      document.head.append(meta);
      window.app.mount();
    });
    await status('failed');
    const error = await app(page, ({ errors }) => ({ ...errors[0], text: errors[0]?.message }));
    expect(error.code).toBe('sdk-blocked-by-policy');
    expect(error.text).toContain('script-src');
    await page.context().close();
  });

  it('does not wait for ever for a script that does not come, and joins by a retry when it does', async () => {
    const { page, status } = await harness.open();
    harness.zoom.reset();
    harness.zoom.intercept = (request) => /react-dom/.test(request.url ?? '');
    await page.evaluate(() => window.app.mount({ timeouts: { load: 400 } }));
    await status('failed');
    expect(await app(page, ({ errors }) => errors[0]?.code)).toBe('sdk-load-timeout');
    harness.zoom.intercept = undefined;
    await page.evaluate(() => window.app.mount());
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await status('joined', 'failed')).toBe('joined');
    await page.context().close();
  });

  it('says when the scripts are no SDK', async () => {
    const { page, status } = await harness.open();
    harness.zoom.intercept = (request, response) => {
      if (!/zoom-meeting-embedded/.test(request.url ?? '')) return false;
      response.writeHead(200, { 'content-type': 'text/javascript' }).end('window.somethingElse = 1');
      return true;
    };
    await page.evaluate(() => window.app.mount());
    await status('failed');
    expect(await app(page, ({ errors }) => errors[0]?.code)).toBe('sdk-not-found');
    harness.zoom.intercept = undefined;
    await page.context().close();
  });

  it('joins a meeting with the SDK from the app’s own server', async () => {
    const { page, status } = await harness.open();
    harness.zoom.reset();
    await page.evaluate(() => window.app.mount({ sdk: '/zoom-sdk' }));
    expect(await status('joined', 'failed')).toBe('joined');
    await page.context().close();
  });
});

it('tells when Zoom does not answer in time', async () => {
  const { page, status } = await harness.open();
  harness.zoom.reset();
  harness.zoom.intercept = (request) => (request.url ?? '').includes('/wc/info');
  await page.evaluate(() => window.app.mount({ timeouts: { join: 500 } }));
  await status('failed');
  expect(await app(page, ({ errors }) => errors[0]?.code)).toBe('join-timeout');
  harness.zoom.intercept = undefined;
  await page.context().close();
});
