import { cookies } from 'next/headers';
import { type User, userOfSession } from './app.ts';

/** The recipe for a server action imports this as `./session`. */
export async function currentUser(): Promise<User | undefined> {
  return userOfSession((await cookies()).get('session')?.value);
}
