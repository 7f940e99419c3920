import { cookies } from 'next/headers';
import { type User, userOfSession } from './app.ts';

/** What the recipe of a server action calls `./session`. */
export async function currentUser(): Promise<User | undefined> {
  return userOfSession((await cookies()).get('session')?.value);
}
