import { createSignatureHandler } from 'react-zoom-join/server';
import { grantFor } from '@/lib/grant';

const { ZOOM_SDK_KEY: sdkKey = '', ZOOM_SDK_SECRET: sdkSecret = '' } = process.env;

// `next build` loads this file too. If there are no secrets then, it says so, and goes on.
export const POST = createSignatureHandler({
  sdkKey,
  sdkSecret,
  authorize: (_request, ask) => grantFor(ask.meeting),
});
