import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** The parts of WebKit on Debian: a screen without a monitor, the driver, and a browser with nothing but a page. */
const DRIVER = '/usr/bin/WebKitWebDriver';

/** Keys without a character, and what stands for them: <https://www.w3.org/TR/webdriver2/#keyboard-actions>. */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Meta: '\uE03D',
};

/** Keys that are held together: characters, or names of {@link KEYS}. */
export type Chord = readonly string[];

/** Reads keys as Playwright writes them, such as `Control+K`. */
export const chordOf = (keys: string): Chord => keys.split(/(?<=.)\+/);

/** As in `SHORT_LIVED` of test/support/chromium.ts. Measured: a join takes 15 % less time. */
const WITHOUT_OPTIMIZING = { JSC_useFTLJIT: '0', JSC_useDFGJIT: '0' };

export interface WebKitOptions {
  /** The proxy for every host but `localhost`, such as `http://127.0.0.1:8080`. Default: none. */
  readonly proxy?: string | undefined;
  /** Additional arguments for the browser. */
  readonly args?: readonly string[] | undefined;
}

/** A browser with WebKit, driven by W3C WebDriver: <https://www.w3.org/TR/webdriver2/>. */
export class WebKit {
  readonly #processes: ChildProcess;
  readonly #session: string;

  private constructor(
    processes: ChildProcess,
    session: string,
    readonly version: string,
  ) {
    this.#processes = processes;
    this.#session = session;
  }

  static async start({ proxy, args = [] }: WebKitOptions = {}): Promise<WebKit> {
    const port = await freePort();
    // The shell ends with this process, because it waits for its input. Otherwise both would outlive a killed worker.
    const script = `Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp 3>&1 & x=$!
      read -r display; DISPLAY=:$display ${DRIVER} --port=${port} & w=$!
      cat > /dev/null; kill $w $x`;
    const processes = spawn('sh', ['-c', script], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...WITHOUT_OPTIMIZING },
    });
    const [display] = await once(processes.stdout as NodeJS.ReadableStream, 'data');
    processes.stdin?.write(`${String(display).trim()}\n`);
    const server = `http://127.0.0.1:${port}`;
    await answers(`${server}/status`);
    const browserArgs = [
      '--automation',
      '--enable-mediasource=true',
      '--enable-media-stream=true',
      '--enable-mock-capture-devices=true',
      '--ignore-tls-errors',
      // As in the other engines, a test may open a window without a click.
      '--javascript-can-open-windows-automatically=true',
      ...(proxy === undefined ? [] : [`--proxy=${proxy}`, '--ignore-host=localhost']),
      ...args,
    ];
    const { sessionId, capabilities } = (await request('POST', `${server}/session`, {
      capabilities: {
        alwaysMatch: { acceptInsecureCerts: true, 'webkitgtk:browserOptions': { args: browserArgs } },
      },
    })) as { sessionId: string; capabilities: { browserVersion: string } };
    return new WebKit(processes, `${server}/session/${sessionId}`, capabilities.browserVersion);
  }

  /** Sends a command of the session. `GET` unless there is a body. */
  call(path: string, body?: object, method = body === undefined ? 'GET' : 'POST'): Promise<unknown> {
    return request(method, this.#session + path, body);
  }

  /** Presses keys, one chord after another. */
  async press(chords: readonly Chord[]): Promise<void> {
    const actions = chords.flatMap((chord) => {
      const values = chord.map((key) => KEYS[key] ?? key);
      return [
        ...values.map((value) => ({ type: 'keyDown', value })),
        ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
      ];
    });
    await this.call('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async close(): Promise<void> {
    await this.call('', undefined, 'DELETE').catch(() => {});
    const ended = once(this.#processes, 'exit');
    this.#processes.stdin?.end();
    await ended;
  }
}

/** An error of WebDriver, by its name in the standard, such as `no such window`. */
class WebDriverError extends Error {
  override readonly name: string;
  constructor({ error, message }: { error: string; message: string }) {
    super(`${error}: ${message}`);
    this.name = error;
  }
}

async function request(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  throw new WebDriverError(value as { error: string; message: string });
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
