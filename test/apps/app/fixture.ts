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

/** Any prop of the component may be absent, also those that it cannot do without. */
type AnyProps = { [Name in Exclude<keyof ZoomJoinProps, 'sdk'>]?: ZoomJoinProps[Name] | undefined };

export interface FixtureProps extends AnyProps {
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
  /** The messages of what `onWarning` was told, in order. */
  readonly warnings: string[];
  readonly handle: ZoomJoinHandle | null;
  /** What `getSignature` was asked, in order. */
  readonly requests: SignatureRequest[];
  readonly signatures: number;
  /** How often React has rendered the component or a part of it. */
  readonly renders: number;
  /** Renders, in the scene that is asked for. Default: the component by itself, in StrictMode. */
  mount(props?: FixtureProps, scene?: SceneOptions): void;
  unmount(): void;
  /** Forgets what has been told until now. */
  forget(): void;
  rerender(): void;
  /** Has the log written to localStorage at each entry, as `log`: it outlives the page. */
  keepLog(): void;
  /** What `mount({ sdk: 'practice' })` joins. */
  readonly practice: MeetingSimulator;
  /** Makes it anew. */
  practise(options: MeetingSimulatorOptions): void;
  /** `preloadZoom()`. `sdk`: a base URL, or `cdn`. */
  preloadZoom(sdk: string): void;
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
