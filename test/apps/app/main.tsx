import { Profiler, StrictMode, version } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import {
  type DiagnoseOptions,
  type Diagnosis,
  diagnose,
  type SignatureRequest,
  selfHosted,
  ZoomJoin,
  type ZoomJoinError,
  type ZoomJoinHandle,
  type ZoomJoinProps,
  zoomCdn,
} from 'react-zoom-join';
import {
  createMeetingSimulator,
  type MeetingSimulator,
  type MeetingSimulatorOptions,
} from 'react-zoom-join/testing';

/** What a test can say of the props in JSON. */
export interface FixtureProps extends Omit<Partial<ZoomJoinProps>, 'sdk' | 'getSignature'> {
  /** A base URL, `cdn`, or `practice`. Default: `cdn`. */
  sdk?: string;
  /** What `getSignature` does. Default: asks the endpoint. */
  answer?: unknown;
  /** Makes `getSignature` throw. */
  refuse?: boolean;
}

export interface FixtureApp {
  readonly react: string;
  /** Statuses and events, in order. */
  readonly log: string[];
  readonly errors: ZoomJoinError[];
  readonly handle: ZoomJoinHandle | null;
  readonly signatures: number;
  /** How often React has rendered the component or a part of it. */
  readonly renders: number;
  mount(props?: FixtureProps): void;
  unmount(): void;
  rerender(): void;
  /** What `mount({ sdk: 'practice' })` joins. */
  readonly practice: MeetingSimulator;
  /** Makes it anew. */
  practise(options: MeetingSimulatorOptions): void;
  /** `sdk`: a base URL, or `cdn`. The answer in JSON, with its text. */
  diagnose(options?: FixtureDiagnose): Promise<Diagnosis & { text: string }>;
  /** Begins one, aborts it, and tells what it rejected with. */
  abortDiagnosis(): Promise<unknown>;
}

export interface FixtureDiagnose extends Omit<DiagnoseOptions, 'sdk' | 'signal'> {
  sdk?: string;
}

declare global {
  interface Window {
    app: FixtureApp;
  }
}

const log: string[] = [];
const errors: ZoomJoinError[] = [];
let signatures = 0;
let renders = 0;
let handle: ZoomJoinHandle | null = null;
let current: FixtureProps = {};
const root = createRoot(document.querySelector('#box') ?? document.body);

function askEndpoint({ meeting, meetingNumber, role, reason, signal }: SignatureRequest) {
  return fetch('/api/signature', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ meeting: meetingNumber ?? meeting, role, reason }),
    signal,
  });
}

let practice = createMeetingSimulator();

const sourceOf = (sdk: string) =>
  sdk === 'cdn' ? zoomCdn() : sdk === 'practice' ? practice.sdk : selfHosted(sdk);

function Meeting({ sdk = 'cdn', answer, refuse, ...props }: FixtureProps) {
  return (
    <ZoomJoin
      meeting="123 4567 8901"
      userName="Ada Lovelace"
      sdk={sourceOf(sdk)}
      ref={(instance: ZoomJoinHandle | null) => {
        handle = instance;
      }}
      getSignature={(request: SignatureRequest) => {
        signatures += 1;
        log.push(`getSignature:${request.reason}`);
        if (refuse) throw new Error('refused');
        // A test gives wrong answers on purpose.
        return answer === undefined ? askEndpoint(request) : (answer as string);
      }}
      onStatusChange={(state) => log.push(state.status)}
      onJoined={() => log.push('onJoined')}
      onWaiting={(waiting) => log.push(`onWaiting:${waiting.for}`)}
      onReconnecting={() => log.push('onReconnecting')}
      onLeft={({ reason }) => log.push(`onLeft:${reason}`)}
      onError={(error) => {
        errors.push(error);
        log.push(`onError:${error.code}`);
      }}
      onWarning={(warning) => log.push(`onWarning:${warning.code}`)}
      onUserAdded={(users) => log.push(`onUserAdded:${users.length}`)}
      onUserRemoved={(users) => log.push(`onUserRemoved:${users.length}`)}
      {...props}
    />
  );
}

// At once, so that a test knows when it has happened.
const render = () =>
  flushSync(() =>
    root.render(
      <StrictMode>
        <Profiler
          id="meeting"
          onRender={() => {
            renders += 1;
          }}
        >
          <Meeting {...current} />
        </Profiler>
      </StrictMode>,
    ),
  );

window.app = {
  react: version,
  log,
  errors,
  get handle() {
    return handle;
  },
  get signatures() {
    return signatures;
  },
  get renders() {
    return renders;
  },
  mount(props = {}) {
    current = props;
    render();
  },
  rerender: render,
  get practice() {
    return practice;
  },
  practise(options) {
    practice = createMeetingSimulator(options);
  },
  unmount() {
    flushSync(() => root.render(null));
  },
  async diagnose({ sdk = 'cdn', ...options } = {}) {
    const diagnosis = await diagnose({ ...options, sdk: sourceOf(sdk) });
    return { ...JSON.parse(JSON.stringify(diagnosis)), text: String(diagnosis) };
  },
  async abortDiagnosis() {
    const abort = new AbortController();
    const diagnosis = diagnose({ signal: abort.signal });
    setTimeout(() => abort.abort('enough'), 100);
    return diagnosis.then(String, (reason: unknown) => reason);
  },
};
