import './practice-key.ts';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { app } from './fastify.ts';

// What `npm run build` has made: the page, and the SDK's files.
app.register(fastifyStatic, { root: join(import.meta.dirname, '../dist') });
console.log(await app.listen({ port: Number(process.env.PORT ?? 3000), host: 'localhost' }));
