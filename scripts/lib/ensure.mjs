import { existsSync, readdirSync, statSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must, root, run } from './run.mjs';

/** Returns when a file, or anything in a folder, was last changed, in ms. Returns 0 if it does not exist. */
function changedAt(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

/** Whether the dependencies of `folder` are there, and not older than its lockfile. */
export function isInstalled(folder) {
  const installed = changedAt(join(folder, 'node_modules', '.package-lock.json'));
  return installed >= changedAt(join(folder, 'package-lock.json')) && installed > 0;
}

/** Installs the dependencies of `folder` if they are missing or older than its lockfile. */
export async function ensureInstalled(folder = root) {
  if (isInstalled(folder)) return;
  console.log(`Installing dependencies${folder === root ? '' : ` in ${folder.slice(root.length)}`} …`);
  await must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
}

/** Installs the React of each fixture app, unless it is there. */
export async function ensureFixtures() {
  const fixtures = ['react-18.2', 'react-18.3', 'react-19'];
  await Promise.all(fixtures.map((fixture) => ensureInstalled(join(root, 'test', 'apps', fixture))));
}

/** Builds `dist/` if it is missing or older than its sources. */
export async function ensureBuilt() {
  const sources = [
    'src',
    'package.json',
    'vite.config.ts',
    'vite.cli.config.ts',
    'tsconfig.json',
    'tsconfig.build.json',
  ];
  const newest = Math.max(...sources.map((source) => changedAt(join(root, source))));
  const built = join(root, 'dist', 'index.d.ts');
  if (changedAt(built) > newest) return;
  console.log('Building …');
  await must('npm', ['run', 'build', '--silent'], { quiet: true });
}

/** The package, as `npm pack` packs it. The examples depend on it. */
export const TARBALL = join(root, 'examples', 'react-zoom-join.tgz');

/** Packs the package if {@link TARBALL} is missing or older than what is in it. */
export async function ensurePacked() {
  await ensureBuilt();
  const packed = ['dist', 'docs', 'package.json', 'README.md', 'SECURITY.md', 'scripts/prepack.mjs'];
  if (changedAt(TARBALL) > Math.max(...packed.map((path) => changedAt(join(root, path))))) return;
  console.log('Packing …');
  const temp = await mkdtemp(join(tmpdir(), 'react-zoom-join-'));
  try {
    // npm would build first.
    await must('node', ['scripts/prepack.mjs'], { quiet: true });
    await must('npm', ['pack', '--ignore-scripts', '--pack-destination', temp], { quiet: true });
    const [name] = await readdir(temp);
    await copyFile(join(temp, name), TARBALL);
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

const CANDIDATES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

async function findBrowser() {
  const own = process.env.CHROMIUM_PATH;
  if (own) {
    if (existsSync(own)) return own;
    throw new Error(`CHROMIUM_PATH names a file that is not there: ${own}`);
  }
  const installed = (CANDIDATES[process.platform] ?? []).find(existsSync);
  if (installed) return installed;
  const { chromium } = await import('playwright');
  const downloaded = chromium.executablePath();
  return existsSync(downloaded) ? downloaded : undefined;
}

/** Whether this process may install packages with apt, as on Debian and its derivatives. */
const canApt = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

async function aptInstall(...packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await must('apt-get', ['update', '-qq'], { quiet: true });
  const options = ['-y', '-qq', '--no-install-recommends'];
  await must('apt-get', ['install', ...options, ...packages], { quiet: true, env });
}

/** The other engines, as Debian packs them, and what tells that they are there. */
const ENGINES = {
  firefox: { files: [process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr'], packages: ['firefox-esr'] },
  webkit: { files: ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'], packages: ['webkit2gtk-driver', 'xvfb'] },
};

/**
 * Finds the engines that tests can run in besides Chromium, and installs those that are missing where there is apt.
 * Resolves to their names.
 */
export async function ensureEngines() {
  const isMissing = (name) => !ENGINES[name].files.every(existsSync);
  const missing = Object.keys(ENGINES).filter(isMissing);
  if (missing.length > 0 && canApt()) {
    console.log(`Installing ${missing.join(' and ')} …`);
    await aptInstall(...missing.flatMap((name) => ENGINES[name].packages));
  }
  return Object.keys(ENGINES).filter((name) => !isMissing(name));
}

/** Finds a Chromium, or installs one. Resolves to the path of its executable. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  console.log('No Chromium found. Installing one …');
  if (canApt()) await aptInstall('chromium', 'fonts-liberation');
  else await run('npx', ['playwright', 'install', 'chromium']);
  const installed = await findBrowser();
  if (installed) return installed;
  throw new Error(
    'No Chromium could be installed. Install Chrome or Chromium, or set CHROMIUM_PATH to its executable.',
  );
}

/** Makes sure that everything is there which tests in a browser need, and tells them where Chromium is. */
export async function ensureBrowserTests() {
  await ensureInstalled();
  await ensureFixtures();
  await ensureBuilt();
  process.env.CHROMIUM_PATH = await ensureBrowser();
}
