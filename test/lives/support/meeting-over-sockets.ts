import type { ZoomServer } from '../../support/zoom-server.ts';
import { inTurn } from './in-turn.ts';
import type { LifeTab, World } from './world.ts';

/** What is told of who was in a meeting, lost it, and is in it again. */
export const AGAIN = ['joined', 'onJoined', 'reconnecting', 'onReconnecting', 'joined', 'onJoined'];

export const seconds = (count: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, count * 1000));

/** A tab in that meeting. Tests that run at the same time tell themselves apart by its number. */
export async function joined(
  world: World,
  meeting: string,
  props: Parameters<LifeTab['mount']>[0] = {},
): Promise<LifeTab> {
  const tab = await world.open();
  await inTurn(async () => {
    await tab.mount({ meeting, ...props });
    await tab.status('joined');
  });
  return tab;
}

/** Closes the sockets of that meeting alone. */
export function cut({ service }: ZoomServer, meeting: string): void {
  for (const seat of [...service.seats]) if (seat.meetingNumber === meeting) seat.close();
}

/** Has Zoom's web API answer 503, until `intercept` is another one. */
export function answer503(zoom: ZoomServer): void {
  zoom.intercept = (request, response) => {
    if (!request.url?.includes('/wc/')) return false;
    response.writeHead(503).end();
    return true;
  };
}
