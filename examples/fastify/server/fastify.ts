import Fastify from 'fastify';
import { createSignatureHandler, toNodeListener } from 'react-zoom-join/server';
import { authorize } from './authorize.ts';

const { ZOOM_SDK_KEY: sdkKey = '', ZOOM_SDK_SECRET: sdkSecret = '' } = process.env;
const listener = toNodeListener(createSignatureHandler({ sdkKey, sdkSecret, authorize }));
export const app = Fastify();
app.register(async (scope) => {
  // The handler reads the body itself, and answers by itself.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _body, done) => done(null));
  scope.all('/api/zoom', (request, reply) => {
    reply.hijack();
    return listener(request.raw, reply.raw);
  });
});
