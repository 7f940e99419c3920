import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A proxy that leads every host to one port of this machine, for a browser that cannot map hosts itself. */
export interface Proxy {
  readonly url: string;
  stop(): void;
}

export async function startProxy(port: number): Promise<Proxy> {
  const server = createServer((_request, response) => void response.writeHead(404).end());
  server.on('connect', (_request, client, head) => {
    const zoom = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      zoom.write(head);
      zoom.pipe(client).pipe(zoom);
    });
    // Either side may be gone at any time.
    zoom.on('error', () => client.destroy());
    client.on('error', () => zoom.destroy());
    client.on('close', () => zoom.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => void server.close(),
  };
}
