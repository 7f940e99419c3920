export { diagnose } from './diagnose/diagnose.ts';
export type {
  DiagnoseOptions,
  Diagnosis,
  DiagnosisCode,
  DiagnosisFinding,
  MediaState,
  PolicyNeed,
} from './diagnose/types.ts';
export {
  type Remedy,
  ZoomJoinError,
  type ZoomJoinErrorCode,
  type ZoomJoinErrorDetails,
} from './failures/error.ts';
export type { MeetingReference } from './meeting/reference.ts';
export {
  type ExpectedSignature,
  inspectSignature,
  type SignatureProblem,
  type SignatureProblemCode,
  type SignatureReport,
} from './meeting/signature.ts';
export { preloadZoom } from './preload-zoom.ts';
export {
  type UseZoomJoinOptions,
  type UseZoomJoinResult,
  useZoomJoin,
  ZoomJoin,
  type ZoomJoinProps,
} from './react.ts';
export type { AppUrl } from './screens/app-url.ts';
export type { LabelOverrides, Labels, OtherWayLabel } from './screens/labels.ts';
export type { Preload } from './screens/preload.ts';
export type { ScreenProps, Screens } from './screens/types.ts';
export type {
  HideMeetingInfo,
  InitOptions,
  MeetingInfoItem,
  ZoomView,
} from './sdk/customize.ts';
export type * from './sdk/events.ts';
export type { ZoomLanguage } from './sdk/language.ts';
export type { MeetingClient, MeetingInfo, Participant } from './sdk/meeting-client.ts';
export type { RawClient } from './sdk/raw-client.ts';
export {
  type ClientSource,
  type ScriptSource,
  SDK_VERSION,
  type SdkSource,
  selfHosted,
  zoomCdn,
} from './sdk/source.ts';
export type { ZoomJoinHandle } from './session/handle.ts';
export type {
  GetSignature,
  JoinGrant,
  JoinSteps,
  LifecycleHandlers,
  MeetingOptions,
  RetryInput,
  SignatureRequest,
  Timeouts,
} from './session/options.ts';
export type { LeftReason, MeetingState, MeetingStatus, ScheduledTry } from './session/status.ts';
export type { ZoomJoinWarning, ZoomJoinWarningCode } from './session/warning.ts';
