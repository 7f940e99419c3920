'use server';

import type { SignatureRequest } from 'react-zoom-join';
import { createGrant, type SignatureReply } from 'react-zoom-join/server';
import { grantFor } from '@/lib/grant';

export async function getSignature(request: SignatureRequest): Promise<SignatureReply> {
  // Its type says what <ZoomJoin> sends. Others may send anything.
  const grant = await grantFor(String(request.meeting));
  if (!grant) throw new Error('You may not join this meeting.');
  const { ZOOM_SDK_KEY: sdkKey = '', ZOOM_SDK_SECRET: sdkSecret = '' } = process.env;
  return createGrant({ sdkKey, sdkSecret, ...grant });
}
