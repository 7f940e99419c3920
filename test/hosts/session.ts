import { cookies } from 'next/headers';
import { type User, userOfSession } from './app';

/** Replaces the session and the database of examples/next-app. */
export { roomFor } from './app';

export async function currentUser(): Promise<User | undefined> {
  return userOfSession((await cookies()).get('session')?.value);
}
