import { createServerFn } from '@tanstack/react-start';
import type { SignatureRequest } from 'react-zoom-join';
import { createGrant } from 'react-zoom-join/server';

/** The numbers of the meetings, by the names that the pages use. */
const meetings: Partial<Record<string, string>> = { 'weekly-review': '12345678901' };

export const getSignature = createServerFn({ method: 'POST' })
  .validator(({ meeting }: SignatureRequest) => String(meeting))
  .handler(({ data: meeting }) => {
    // Anybody can call a server function. Your session check goes here: throw if this user may not join.
    const meetingNumber = meetings[meeting];
    if (!meetingNumber) throw new Error('You may not join this meeting.');
    return createGrant({
      // The practice meeting accepts signatures of any key and secret.
      sdkKey: process.env.ZOOM_SDK_KEY || 'practice-key',
      sdkSecret: process.env.ZOOM_SDK_SECRET || 'practice-secret',
      meetingNumber,
    });
  });
