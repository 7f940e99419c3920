import { CommandError, WrongCall } from '../../command-error.ts';
import { codeOf } from '../../explain-file-error.ts';

/** How long a page may take, in ms, with all its redirects. */
const PATIENCE_MS = 15_000;
/** How much of a page to read, in characters. Its `<head>` is at the start. */
const ENOUGH = 500_000;

export interface Page {
  /** Where the redirects ended. */
  readonly url: URL;
  readonly redirected: boolean;
  readonly status: number;
  readonly headers: Headers;
  /** The start of its HTML. Empty if it is something else. */
  readonly html: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no server of that name',
  EAI_AGAIN: 'its name can’t be looked up: is the network there?',
  ECONNREFUSED: 'nothing listens there: is the server running?',
  ECONNRESET: 'the server has closed the connection',
  EHOSTUNREACH: 'the server can’t be reached',
  ENETUNREACH: 'the network can’t be reached',
  ETIMEDOUT: 'the server doesn’t answer',
  UND_ERR_CONNECT_TIMEOUT: 'the server doesn’t answer',
  UND_ERR_SOCKET: 'the server has closed the connection',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  EPROTO: 'it doesn’t speak https: is it http?',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it doesn’t speak https: is it http?',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it doesn’t speak https: is it http?',
};
const UNTRUSTED =
  'Node.js doesn’t trust its certificate. If it is your own authority’s, name that in NODE_EXTRA_CA_CERTS';

/** Reads the argument of `--page`. @throws {WrongCall} */
export function pageUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new WrongCall(
      '--page takes a URL that begins with https:// or http://, such as https://app.example/room.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new WrongCall('--page takes a URL without a user name and password.');
  }
  return url;
}

/** Fetches a page as a browser would that isn’t signed in. @throws {CommandError} */
export async function fetchPage(url: URL, signal: AbortSignal): Promise<Page> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'text/html' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    const { status, headers, redirected } = response;
    const isHtml = /\bhtml\b/i.test(headers.get('content-type') ?? '');
    const html = isHtml ? await readStart(response) : '';
    if (!isHtml) await response.body?.cancel();
    return { url: new URL(response.url), redirected, status, headers, html };
  } catch (error) {
    signal.throwIfAborted();
    throw new CommandError(`The page can’t be fetched: ${explain(error)}.`);
  }
}

async function readStart({ body }: Response): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    // Leaving the loop cancels the rest.
    if (text.length > ENOUGH) break;
  }
  return text;
}

function explain(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no answer within ${PATIENCE_MS / 1000} s`;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = codeOf(cause) ?? codeOf(error);
  if (code !== undefined && /SELF_SIGNED|UNABLE_TO/.test(code)) return UNTRUSTED;
  const message = cause instanceof Error ? cause.message : String(error);
  if (/redirect count/.test(message)) return 'it redirects too often';
  return (code === undefined ? undefined : REASONS[code]) ?? message;
}
