import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of another origin that has an app in a frame, as a portal or a learning platform does. */
export interface Portal {
  /**
   * @param allow The frame's `allow` attribute, or `''` for none.
   * @param sandbox The frame's `sandbox` attribute. Default: none.
   */
  around(allow: string, sandbox?: string): (app: string) => string;
  stop(): Promise<void>;
}

export async function startPortal(): Promise<Portal> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [app = '', allow = ''] = ['app', 'allow'].map((name) => searchParams.get(name) ?? '');
    const sandbox = searchParams.get('sandbox');
    const isolated = sandbox === null ? '' : ` sandbox="${sandbox}"`;
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(
      `<!doctype html><link rel="icon" href="data:,"><iframe src="${app}" allow="${allow}"${isolated} width="980" height="610"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    around: (allow, sandbox) => (app) =>
      `http://localhost:${port}/?${new URLSearchParams({ app, allow, ...(sandbox !== undefined && { sandbox }) })}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
