import type {
  DiagnoseOptions,
  Diagnosis,
  SignatureRequest,
  ZoomJoinError,
  ZoomJoinHandle,
  ZoomJoinProps,
} from 'react-zoom-join';
import type { MeetingSimulator, MeetingSimulatorOptions } from 'react-zoom-join/testing';
import type { SceneOptions } from './scenes/index.ts';

/** Any prop of the component may be missing, even a required one. */
type AnyProps = { [Name in Exclude<keyof ZoomJoinProps, 'sdk'>]?: ZoomJoinProps[Name] | undefined };

export interface FixtureProps extends AnyProps {
  /** A base URL, `cdn`, `cdn/` with a version, `modules`, or `practice`. Default: `cdn`. */
  sdk?: string;
  /** The hashes for `sdk: 'cdn'`. */
  integrity?: Record<string, string>;
  /** What `getSignature` returns. Default: the endpoint's answer. */
  answer?: unknown;
  /** Makes `getSignature` throw. */
  refuse?: boolean;
}

export interface FixtureApp {
  readonly react: string;
  /** Statuses and events, in order. */
  readonly log: string[];
  readonly errors: ZoomJoinError[];
  /** The messages of the warnings that `onWarning` received, in order. */
  readonly warnings: string[];
  readonly handle: ZoomJoinHandle | null;
  /** The requests that `getSignature` received, in order. */
  readonly requests: SignatureRequest[];
  readonly signatures: number;
  /** How often React has rendered the component or a part of it. */
  readonly renders: number;
  /** Renders the given scene in StrictMode. Default: the component by itself. */
  mount(props?: FixtureProps, scene?: SceneOptions): void;
  unmount(): void;
  /** Clears what has been recorded until now. */
  forget(): void;
  rerender(): void;
  /**
   * Calls a function as soon as the component next has a status. Some statuses last for less time than a test takes
   * to ask for them.
   */
  onceIn(status: string, act: () => void): void;
  /** From now on, writes the log to localStorage at each entry, as `log`, so that it outlives the page. */
  keepLog(): void;
  /** The simulated meeting that `mount({ sdk: 'practice' })` joins. */
  readonly practice: MeetingSimulator;
  /** Replaces `practice` with a new meeting. */
  practise(options: MeetingSimulatorOptions): void;
  /** Calls `preloadZoom()`. `sdk`: a base URL, or `cdn`. */
  preloadZoom(sdk: string, integrity?: Record<string, string>): void;
  /** Calls `diagnose()`. `sdk`: a base URL, or `cdn`. Resolves to the result as JSON, with its text. */
  diagnose(options?: FixtureDiagnose): Promise<Diagnosis & { text: string }>;
  /** Starts a diagnosis, aborts it, and resolves to what it rejected with. */
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
