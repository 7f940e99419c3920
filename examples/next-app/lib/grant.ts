import type { Grant } from 'react-zoom-join/server';
import { currentUser, roomFor } from './data'; // yours: the session, the database

/** Decides, from the session, whether somebody may join, and as what. `meeting` is only what the browser asks for. */
export async function grantFor(meeting: string): Promise<Grant | null> {
  const user = await currentUser();
  const room = user && (await roomFor(user, meeting));
  if (!room) return null;
  return {
    meetingNumber: room.zoomNumber,
    password: room.passcode,
    role: room.hostId === user.id ? 'host' : 'participant',
    userName: user.name,
  };
}
