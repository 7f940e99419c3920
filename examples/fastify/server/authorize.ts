import type { Denial, Grant, SignatureAsk } from 'react-zoom-join/server';
import { roomFor, userOf } from './app.ts'; // yours: the session, the database

export async function authorize(request: Request, ask: SignatureAsk): Promise<Grant | Denial | null> {
  const user = await userOf(request);
  if (!user) return null; // 403
  const room = await roomFor(user, ask.meeting);
  if (!room) return { forbidden: true, auditId: user.id }; // 403, and the audit log knows whose
  return {
    meetingNumber: room.zoomNumber,
    password: room.passcode,
    role: room.hostId === user.id ? 'host' : 'participant',
    userName: user.name,
    auditId: user.id,
  };
}
