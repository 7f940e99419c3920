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
} from './failures/zoom-join-error.ts';
export type { MeetingReference } from './meeting-reference/meeting-reference.ts';
export {
  type UseZoomJoinOptions,
  type UseZoomJoinResult,
  useZoomJoin,
  ZoomJoin,
  type ZoomJoinProps,
} from './react/index.ts';
export { preloadZoom } from './react/preload-zoom.ts';
export type { Preload } from './react/screens/hooks/use-preload.ts';
export type { AppUrl } from './react/screens/other-ways/app-url.ts';
export type { ScreenProps, Screens } from './react/screens/types.ts';
export type { LabelOverrides, Labels, OtherWayLabel } from './react/texts/labels.ts';
export type * from './sdk/client/events.ts';
export type { MeetingClient, MeetingInfo, Participant } from './sdk/client/meeting-client.ts';
export type { RawClient } from './sdk/client/raw-client.ts';
export type {
  HideMeetingInfo,
  InitOptions,
  MeetingInfoItem,
  ZoomView,
} from './sdk/init/init-options.ts';
export type { ZoomLanguage } from './sdk/init/language.ts';
export {
  type ClientSource,
  type ScriptSource,
  type SdkSource,
  selfHosted,
  zoomCdn,
} from './sdk/loading/source.ts';
export { SDK_VERSION } from './sdk/profile/versions.ts';
export type { ZoomJoinHandle } from './session/api/handle.ts';
export type {
  GetSignature,
  JoinGrant,
  JoinSteps,
  LifecycleHandlers,
  MeetingOptions,
  RetryInput,
  SignatureRequest,
  Timeouts,
} from './session/api/options.ts';
export type { LeftReason, MeetingState, MeetingStatus, ScheduledTry } from './session/api/status.ts';
export type { ZoomJoinWarning, ZoomJoinWarningCode } from './session/warnings/warning.ts';
export {
  type ExpectedSignature,
  inspectSignature,
  type SignatureProblem,
  type SignatureProblemCode,
  type SignatureReport,
} from './signature/inspect-signature.ts';
