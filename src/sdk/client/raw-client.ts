/**
 * The part of the SDK's client that we use. Its own typings are in a package that the app may not have installed.
 */
export interface RawClient {
  init(options: Record<string, unknown>): Promise<unknown>;
  join(options: Record<string, unknown>): Promise<unknown>;
  on(event: string, handler: (payload: unknown) => void): void;
  leaveMeeting(): Promise<unknown>;
  endMeeting(): Promise<unknown>;
  getCurrentUser(): { userId: number; isHost?: boolean; isHold?: boolean; bHold?: boolean } | null;
  getCurrentMeetingInfo(): { isInMeeting: boolean; telPwd?: unknown };
  getAttendeeslist(): Record<string, unknown>[];
  getLanguageTranslation?(language: string): Promise<Record<string, unknown> | undefined>;
  setViewType(view: string): Promise<unknown>;
  updateVideoOptions(options: Record<string, unknown>): void;
  subscribeStatisticData?(kinds: Record<'audio' | 'video' | 'share', boolean>): Promise<unknown>;
  unSubscribeStatisticData?(kinds: Record<'audio' | 'video' | 'share', boolean>): Promise<unknown>;
}
