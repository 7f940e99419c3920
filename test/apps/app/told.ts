import type { SignatureRequest, ZoomJoinError, ZoomJoinHandle } from 'react-zoom-join';

/** What the component has reported to the app so far. */
export const told = {
  log: [] as string[],
  errors: [] as ZoomJoinError[],
  warnings: [] as string[],
  requests: [] as SignatureRequest[],
  handle: null as ZoomJoinHandle | null,
  isKept: false,
};

export function tell(entry: string): void {
  told.log.push(entry);
  if (told.isKept) localStorage.setItem('log', JSON.stringify(told.log));
}
