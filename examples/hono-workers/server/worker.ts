export { app as default } from './hono.ts';
