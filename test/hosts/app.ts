/** The recipes and the Next.js examples import this: an app with two users, and one room that Ada hosts. */
export interface User {
  id: string;
  name: string;
  email: string;
  zoomUserId: string;
}
export interface Room {
  zoomNumber: string;
  passcode: string;
  hostId: string;
}

const USERS: Record<string, User> = {
  ada: { id: 'user-ada', name: 'Ada', email: 'ada@example.org', zoomUserId: 'zoom-ada' },
  eve: { id: 'user-eve', name: 'Eve', email: 'eve@example.org', zoomUserId: 'zoom-eve' },
};

export const userOfSession = (session = ''): User | undefined => USERS[session];

export async function userOf(request: Request): Promise<User | undefined> {
  return userOfSession(/session=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]);
}

export async function roomFor(user: User, name: string): Promise<Room | undefined> {
  if (user.id !== 'user-ada' || name !== 'standup') return undefined;
  return { zoomNumber: '98765432109', passcode: 'room-passcode', hostId: 'user-ada' };
}
