/** Compiled, never run: the types that apps see. If one of them is wider or narrower than it should be, this does not compile. */
import type { ComponentProps, ReactNode, Ref } from 'react';
import { expectTypeOf } from 'vitest';
import type { UseZoomJoinResult, ZoomJoinHandle, ZoomJoinProps } from '../src/index.ts';
import {
  type ClientSource,
  type GetSignature,
  inspectSignature,
  type JoinGrant,
  type LeftReason,
  type MeetingClient,
  type MeetingState,
  type Participant,
  type ScriptSource,
  type SignatureReport,
  type SignatureRequest,
  selfHosted,
  useZoomJoin,
  type ZoomJoin,
  type ZoomJoinError,
  zoomCdn,
} from '../src/index.ts';
import {
  createGrant,
  createSignature,
  createSignatureHandler,
  type NodeRequest,
  type NodeResponse,
  toNodeListener,
} from '../src/server/index.ts';
import { createMeetingSimulator } from '../src/testing/index.ts';
import { type ZoomSdkAssetsOptions, zoomSdkAssets } from '../src/vite/index.ts';

// Props
type Props = ComponentProps<typeof ZoomJoin>;
type Required = { [Name in keyof Props as undefined extends Props[Name] ? never : Name]: Props[Name] };
expectTypeOf<keyof Required>().toEqualTypeOf<'meeting' | 'getSignature' | 'userName'>();
expectTypeOf<Props['meeting']>().toEqualTypeOf<
  | string
  | number
  | bigint
  | { meetingNumber: string | number | bigint; password?: string | null | undefined }
  | { name: string }
>();
expectTypeOf<Props['role']>().toEqualTypeOf<'participant' | 'host' | undefined>();
expectTypeOf<Props['ref']>().toEqualTypeOf<Ref<ZoomJoinHandle> | undefined>();
expectTypeOf<Props['children']>().toEqualTypeOf<ReactNode>();
expectTypeOf<Props['sdk']>().toEqualTypeOf<ScriptSource | ClientSource | undefined>();
expectTypeOf<Props>().toHaveProperty('aria-label');
expectTypeOf<Props>().toHaveProperty('onClick');
expectTypeOf<Props>().not.toHaveProperty('dangerouslySetInnerHTML');
/** Each optional prop may also be `undefined`, with `exactOptionalPropertyTypes` as well. */
expectTypeOf<{ autoJoin: undefined; sdk: undefined; onLeft: undefined; labels: undefined }>().toExtend<
  Pick<ZoomJoinProps, 'autoJoin' | 'sdk' | 'onLeft' | 'labels'>
>();

// getSignature
expectTypeOf<GetSignature>().parameters.toEqualTypeOf<
  [request: SignatureRequest, context: { readonly signal: AbortSignal }]
>();
expectTypeOf<SignatureRequest['role']>().toEqualTypeOf<0 | 1>();
expectTypeOf<() => Promise<Response>>().toExtend<GetSignature>();
expectTypeOf<() => string>().toExtend<GetSignature>();
expectTypeOf<() => Promise<{ signature: string; meetingNumber: number }>>().toExtend<GetSignature>();
/** A server action gets data and no signal. */
expectTypeOf<(request: SignatureRequest) => Promise<JoinGrant>>().toExtend<GetSignature>();
expectTypeOf<() => Promise<{ token: string }>>().not.toExtend<GetSignature>();
expectTypeOf<() => undefined>().not.toExtend<GetSignature>();

// Events
type EventOf<Name extends keyof Props> = Parameters<NonNullable<Props[Name]>>[0];
expectTypeOf<EventOf<'onStatusChange'>>().toEqualTypeOf<MeetingState>();
expectTypeOf<EventOf<'onLeft'>>().toEqualTypeOf<{ reason: LeftReason; durationMs: number }>();
expectTypeOf<EventOf<'onError'>>().toEqualTypeOf<ZoomJoinError>();
expectTypeOf<EventOf<'onJoined'>['stepsMs']['joining']>().toEqualTypeOf<number>();
expectTypeOf<EventOf<'onUserAdded'>>().toExtend<readonly { userId: number }[]>();
expectTypeOf<Extract<MeetingState, { status: 'left' }>['reason']>().toEqualTypeOf<LeftReason>();
expectTypeOf<Extract<MeetingState, { status: 'failed' }>['error']>().toEqualTypeOf<ZoomJoinError>();
expectTypeOf<Extract<MeetingState, { status: 'joined' }>>().not.toHaveProperty('error');

// Handle and hook
expectTypeOf<ZoomJoinHandle['client']>().toEqualTypeOf<MeetingClient | null>();
expectTypeOf<ZoomJoinHandle['error']>().toEqualTypeOf<ZoomJoinError | null>();
expectTypeOf<ZoomJoinHandle['end']>().toEqualTypeOf<() => Promise<void>>();
expectTypeOf<ZoomJoinHandle['retry']>().toBeCallableWith({ password: 'p' });
expectTypeOf<() => void>().toEqualTypeOf<ZoomJoinHandle['join']>();
expectTypeOf<MeetingClient['getAttendeeslist']>().returns.toEqualTypeOf<Participant[]>();
expectTypeOf<MeetingClient>().not.toHaveProperty('join');
expectTypeOf(useZoomJoin).returns.toEqualTypeOf<UseZoomJoinResult>();

// The other functions
expectTypeOf(zoomCdn).returns.toEqualTypeOf<ScriptSource>();
expectTypeOf(selfHosted).parameters.toEqualTypeOf<[baseUrl?: string | undefined]>();
expectTypeOf(inspectSignature).returns.toEqualTypeOf<SignatureReport>();
expectTypeOf(createSignature).returns.resolves.toEqualTypeOf<string>();
expectTypeOf(createGrant).returns.resolves.toExtend<JoinGrant>();
expectTypeOf(createSignatureHandler).returns.toEqualTypeOf<(request: Request) => Promise<Response>>();
expectTypeOf(toNodeListener).returns.toExtend<(request: NodeRequest, response: NodeResponse) => unknown>();
expectTypeOf(createMeetingSimulator().getSignature).toEqualTypeOf<GetSignature>();
expectTypeOf(zoomSdkAssets).parameters.toEqualTypeOf<[options?: ZoomSdkAssetsOptions | undefined]>();
