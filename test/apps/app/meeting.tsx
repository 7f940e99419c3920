import { type SignatureRequest, ZoomJoin, type ZoomJoinHandle, type ZoomJoinProps } from 'react-zoom-join';
import type { FixtureProps } from './fixture.ts';
import { sourceOf } from './source.ts';
import { tell, told } from './told.ts';

const askEndpoint = (request: SignatureRequest, signal: AbortSignal): Promise<Response> =>
  fetch('/api/signature', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });

const defaults = ({ sdk = 'cdn', integrity, answer, refuse }: FixtureProps): ZoomJoinProps => ({
  meeting: '123 4567 8901',
  userName: 'Ada Lovelace',
  sdk: sourceOf(sdk, integrity),
  getSignature: (request, { signal }) => {
    told.requests.push(request);
    tell(`getSignature:${request.reason}`);
    if (refuse) throw new Error('refused');
    // A test may return a wrong answer on purpose.
    return answer === undefined ? askEndpoint(request, signal) : (answer as string);
  },
  onStatusChange: (state) => tell(state.status),
  onJoined: () => tell('onJoined'),
  onWaiting: (waiting) => tell(`onWaiting:${waiting.for}`),
  onReconnecting: () => tell('onReconnecting'),
  onLeft: ({ reason }) => tell(`onLeft:${reason}`),
  onError: (error) => {
    told.errors.push(error);
    tell(`onError:${error.code}`);
  },
  onWarning: (warning) => {
    told.warnings.push(warning.message);
    tell(`onWarning:${warning.code}`);
  },
  onUserAdded: (users) => tell(`onUserAdded:${users.length}`),
  onUserRemoved: (users) => tell(`onUserRemoved:${users.length}`),
});

/** JSON has no `Infinity`, so a test passes it as a string. */
const limitsOf = (timeouts: object): object =>
  Object.fromEntries(
    Object.entries(timeouts).map(([step, limit]) => [step, limit === 'Infinity' ? Number(limit) : limit]),
  );

/** The component's props: handlers that record what they receive, then the props of the test. */
export function propsOf(given: FixtureProps): ZoomJoinProps {
  const { sdk, integrity, answer, refuse, timeouts, ...props } = given;
  // A test may leave out a required prop on purpose.
  return {
    ...defaults(given),
    ...(props as Partial<ZoomJoinProps>),
    ...(timeouts && { timeouts: limitsOf(timeouts) }),
  };
}

/** The component as the tests use it. It gets new functions at each render, as in a real app. */
export function Meeting(props: FixtureProps) {
  return (
    <ZoomJoin
      {...propsOf(props)}
      ref={(handle: ZoomJoinHandle | null) => {
        told.handle = handle;
      }}
    />
  );
}
