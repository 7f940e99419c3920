import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** Not the root, because a static Storybook must work in any folder of any server. */
const FOLDER = '/design/storybook';

export interface StaticServer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function serveStorybook(): Promise<StaticServer> {
  const files = fileURLToPath(new URL('../../storybook-static', import.meta.url));
  // The files are cached, so that the SDK's 5 MB are read only once for all stories.
  const send = sirv(files, { maxAge: 3_600, immutable: true });
  const server: Server = createServer((request, response) => {
    const notFound = () => void response.writeHead(404).end();
    // Browsers request this by themselves for a page without an icon.
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    if (!request.url?.startsWith(`${FOLDER}/`)) return notFound();
    request.url = request.url.slice(FOLDER.length);
    send(request, response, notFound);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${FOLDER}/`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
