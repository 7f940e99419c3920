import type { ZoomServer } from '../support/zoom-server.ts';

/** The server of an attacker. It answers each request with a script. */
export interface Stranger {
  /** The method, the path and the body of each request, in order. */
  readonly requests: string[];
}

export const STRANGER = 'https://stranger.example';

/** Sets a global variable, so that a test can tell whether it ran. */
const SCRIPT = 'globalThis.strangersScript = true;';

declare global {
  var strangersScript: boolean | undefined;
}

/** Makes `zoom`, to which the browser maps every host, answer for the attacker's host as well. */
export function addStranger(zoom: ZoomServer): Stranger {
  const requests: string[] = [];
  zoom.intercept = (request, response) => {
    if (request.headers.host !== new URL(STRANGER).host) return false;
    const entry = `${request.method} ${request.url}`;
    const chunks: string[] = [];
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => chunks.push(chunk));
    request.on('end', () => {
      requests.push([entry, ...chunks].join(' '));
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(SCRIPT);
    });
    return true;
  };
  return { requests };
}
