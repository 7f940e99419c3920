import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type RequestHandler } from 'express';
import type { FastifyInstance } from 'fastify';
import type { Hono } from 'hono';
import { toNodeListener } from 'react-zoom-join/server';
import { userOfSession } from './app.ts';
import { describeHost, type Host } from './battery.ts';
import { RECIPES } from './recipes.ts';
import { SECRETS } from './secrets.ts';

Object.assign(process.env, SECRETS);

const load = async <T>(name: string): Promise<T> =>
  (await import(/* @vite-ignore */ `${RECIPES}/${name}.ts`)) as T;

async function listen(server: Server): Promise<Host> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api/zoom`, stop: () => server.close() };
}

describeHost('Node’s own server', async () => listen((await load<{ server: Server }>('node')).server));
describeHost('Express', async () => listen(createServer((await load<{ app: Express }>('express')).app)));
describeHost('Express, with who is signed in from a middleware', async () => {
  const { zoom } = await load<{ zoom: RequestHandler }>('express-session');
  const app = express();
  app.use((request, response, next) => {
    const session = /session=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
    Object.assign(response.locals, { user: userOfSession(session) });
    next();
  });
  app.all('/api/zoom', zoom);
  return listen(createServer(app));
});
describeHost('Hono', async () => {
  const { app } = await load<{ app: Hono }>('hono');
  return listen(createServer(toNodeListener(async (request) => app.fetch(request))));
});
describeHost('Fastify', async () => {
  const { app } = await load<{ app: FastifyInstance }>('fastify');
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url: `${origin}/api/zoom`, stop: () => app.close() };
});
