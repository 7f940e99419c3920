import { Meeting } from '../meeting.tsx';
import { tell } from '../told.ts';
import type { SceneProps } from './plain.tsx';

interface AppUrlGivenProps extends SceneProps {
  /** What the function does when it is called. */
  readonly how: 'returns' | 'resolves' | 'throws' | 'rejects';
  readonly address: string;
}

/** `appUrl` is a function. */
export const AppUrlGiven = ({ meeting, how, address }: AppUrlGivenProps) => (
  <Meeting
    {...meeting}
    appUrl={() => {
      tell('appUrl');
      if (how === 'throws') throw new Error('no address');
      if (how === 'returns') return address;
      const answer = new Promise((resolve) => setTimeout(resolve, 300));
      return answer.then(() => (how === 'rejects' ? Promise.reject(new Error('no address')) : address));
    }}
  />
);
