import type { LeftReason } from '../session/status.ts';

/** The texts of the default screens. */
export interface Labels {
  join: string;
  authorizing: string;
  loading: string;
  joining: string;
  waitingForHost: string;
  waitingForAdmission: string;
  reconnecting: string;
  left: Record<LeftReason, string>;
  failed: string;
  /** In place of `failed`, when there had been a meeting. */
  connectionLost: string;
  rejoin: string;
  retry: string;
  cancel: string;
}

export const english: Labels = {
  join: 'Join meeting',
  authorizing: 'Getting permission to join…',
  loading: 'Loading Zoom…',
  joining: 'Connecting to the meeting…',
  waitingForHost: 'Waiting for the host to start the meeting',
  waitingForAdmission: 'The host will let you in soon',
  reconnecting: 'Reconnecting…',
  left: {
    user: 'You left the meeting',
    removed: 'The host removed you from the meeting',
    ended: 'The meeting has ended',
    'time-limit': 'The meeting reached its time limit',
    elsewhere: 'You joined this meeting somewhere else',
    unmount: 'You left the meeting',
    other: 'The meeting was closed',
  },
  failed: 'Can’t join the meeting',
  connectionLost: 'Connection lost',
  rejoin: 'Join again',
  retry: 'Try again',
  cancel: 'Cancel',
};
