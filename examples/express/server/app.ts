// Put your app's own session and database here.
interface User {
  id: string;
  name: string;
}
interface Room {
  zoomNumber: string;
  passcode: string;
  hostId: string;
}

/** Who is signed in. Look up the session that the request's cookie or token names. Here, everybody is Ada. */
export async function userOf(_request: Request): Promise<User | undefined> {
  return { id: 'ada', name: 'Ada Lovelace' };
}

const ROOMS = new Map<string, Room>([
  ['weekly-review', { zoomNumber: '12345678901', passcode: 'practice', hostId: 'grace' }],
]);

/** The room that the page names, if this user may enter it. */
export async function roomFor(_user: User, name: string): Promise<Room | undefined> {
  return ROOMS.get(name);
}
