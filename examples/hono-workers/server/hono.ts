import { Hono } from 'hono';
import { env } from 'hono/adapter';
import { createSignatureHandler } from 'react-zoom-join/server';
import { authorize } from './authorize.ts';

interface Env extends Record<string, string> {
  ZOOM_SDK_KEY: string;
  ZOOM_SDK_SECRET: string;
}

export const app = new Hono();
app.all('/api/zoom', (context) => {
  // On Workers, the secrets come with the request. Elsewhere, this is `process.env`.
  const { ZOOM_SDK_KEY: sdkKey, ZOOM_SDK_SECRET: sdkSecret } = env<Env>(context);
  return createSignatureHandler({ sdkKey, sdkSecret, authorize })(context.req.raw);
});
