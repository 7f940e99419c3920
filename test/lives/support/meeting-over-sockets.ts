import type { ZoomServer } from '../../support/zoom-server.ts';
import { inTurn } from './in-turn.ts';
import type { LifeTab, OpenOptions, World } from './world.ts';

/** What the app is told if a user was in a meeting, lost the connection, and is in the meeting again. */
export const AGAIN = ['joined', 'onJoined', 'reconnecting', 'onReconnecting', 'joined', 'onJoined'];

export const seconds = (count: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, count * 1000));

/** Opens a tab that has joined this meeting. Tests that run at the same time use different meeting numbers. */
export async function joined(
  world: World,
  meeting: string,
  props: Parameters<LifeTab['mount']>[0] = {},
  options: OpenOptions = {},
): Promise<LifeTab> {
  const tab = await world.open('react-19', options);
  await inTurn(async () => {
    await tab.mount({ meeting, ...props });
    await tab.status('joined');
  });
  return tab;
}

/** Closes only the sockets of this meeting. */
export function cut({ service }: ZoomServer, meeting: string): void {
  for (const seat of [...service.seats]) if (seat.meetingNumber === meeting) seat.close();
}

/** Makes Zoom's web API answer 503 until `intercept` is replaced. */
export function answer503(zoom: ZoomServer): void {
  zoom.intercept = (request, response) => {
    if (!request.url?.includes('/wc/')) return false;
    response.writeHead(503).end();
    return true;
  };
}
