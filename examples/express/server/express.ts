import express from 'express';
import { createSignatureHandler, toNodeListener } from 'react-zoom-join/server';
import { authorize } from './authorize.ts';

const { ZOOM_SDK_KEY: sdkKey = '', ZOOM_SDK_SECRET: sdkSecret = '' } = process.env;
export const app = express();
// `all`: the handler answers preflights, and other methods with a 405. It stands behind express.json() as well.
app.all('/api/zoom', toNodeListener(createSignatureHandler({ sdkKey, sdkSecret, authorize })));
