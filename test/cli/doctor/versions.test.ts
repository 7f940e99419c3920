import { expect, it } from 'vitest';
import { checkVersions } from '../../../src/cli/doctor/check-versions.ts';
import { createApp } from '../support/app.ts';
import { call } from '../support/call.ts';

const texts = async (packages: Record<string, string>, node = '20.19.0') =>
  checkVersions(await createApp({ packages }), node).map(({ mark, text }) => `${mark}: ${text}`);

const REACT = { react: '19.2.0', 'react-dom': '19.2.0' };

it('an app in which all is well', async () => {
  const packages = { ...REACT, '@zoom/meetingsdk': '6.2.0', vite: '5.0.0' };
  expect(await texts(packages)).toEqual([
    'ok: react-zoom-join 0.0.0',
    'ok: Node.js 20.19.0',
    'ok: react 19.2.0',
    'ok: react-dom 19.2.0',
    'ok: @zoom/meetingsdk 6.2.0',
    'ok: vite 5.0.0',
  ]);
  const { exitCode, out } = await call(['doctor'], { cwd: await createApp({ packages }) });
  expect(exitCode).toBe(0);
  expect(out).toMatch(/✔ 6 checks: nothing is wrong\n$/);
});

it.each([
  [{}, 'error: react is not installed here.'],
  [{ ...REACT, 'react-dom': '19.1.0' }, 'error: react 19.2.0 and react-dom 19.1.0 are different versions.'],
  [{ react: '18.1.0' }, 'error: react 18.1.0 is not supported: >=18.2 <20 is.'],
  [{ 'react-dom': '20.0.0' }, 'error: react-dom 20.0.0 is not supported: >=18.2 <20 is.'],
  [{ react: '19.0.0-rc.1' }, 'ok: react 19.0.0-rc.1'],
  [{}, 'info: @zoom/meetingsdk is not installed. zoomCdn(), the default, doesn’t need it.'],
  [
    { '@zoom/meetingsdk': '5.1.4' },
    'error: @zoom/meetingsdk 5.1.4 is not supported: 6.0.0 || 6.0.2 || 6.1.0 || ^6.2.0 is.',
  ],
  [
    { '@zoom/meetingsdk': '6.10.0' },
    'warning: @zoom/meetingsdk 6.10.0 is newer than 6.2.0, which this package is tested with.',
  ],
  [{ vite: '4.5.0' }, 'error: vite 4.5.0 is not supported: >=5 is.'],
])('%j: %s', async (packages: Record<string, string>, text) => {
  expect(await texts(packages)).toContain(text);
});

it('an old Node.js', async () => {
  expect(await texts(REACT, '22.9.0')).toContain(
    'error: Node.js 22.9.0 is not supported: ^20.19.0 || >=22.12.0 is.',
  );
});

it('errors make it exit with 1, and are counted', async () => {
  const { exitCode, out } = await call(['doctor'], { cwd: await createApp() });
  expect(exitCode).toBe(1);
  expect(out).toMatch(/✘ react is not installed here\.\n {2}Run this in your app’s folder, or: npm install/);
  expect(out).toMatch(/✘ 5 checks: 2 errors\n$/);
});
