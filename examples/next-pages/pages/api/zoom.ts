import { createSignatureHandler, toNodeListener } from 'react-zoom-join/server';
import { roomFor, userOf } from '@/lib/data'; // yours: the session, the database

const { ZOOM_SDK_KEY: sdkKey = '', ZOOM_SDK_SECRET: sdkSecret = '' } = process.env;

export default toNodeListener(
  createSignatureHandler({
    sdkKey,
    sdkSecret,
    async authorize(request, ask) {
      const user = await userOf(request);
      const room = user && (await roomFor(user, ask.meeting));
      return (
        room && {
          meetingNumber: room.zoomNumber,
          password: room.passcode,
          role: room.hostId === user.id ? 'host' : 'participant',
          userName: user.name,
        }
      );
    },
  }),
);

// The handler reads the body itself, and answers by itself.
export const config = { api: { bodyParser: false, externalResolver: true } };
