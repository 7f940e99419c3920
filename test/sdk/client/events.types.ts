/**
 * Compiled, never run: compares our events with those of the SDK's own typings. If only one side has an event, this
 * does not compile.
 */
import type { EmbeddedClient } from '@zoom/meetingsdk/embedded';
import type {
  EventProp,
  SDK_EVENTS,
  SdkEventHandlers,
  SdkEventName,
} from '../../../src/sdk/client/events.ts';
import type { RawClient } from '../../../src/sdk/client/raw-client.ts';

/** The first arguments of up to 32 overloads. TypeScript itself infers only the last. */
type Overloads<On> = On extends {
  (event: infer A0, handler: infer _0): void;
  (event: infer A1, handler: infer _1): void;
  (event: infer A2, handler: infer _2): void;
  (event: infer A3, handler: infer _3): void;
  (event: infer A4, handler: infer _4): void;
  (event: infer A5, handler: infer _5): void;
  (event: infer A6, handler: infer _6): void;
  (event: infer A7, handler: infer _7): void;
  (event: infer A8, handler: infer _8): void;
  (event: infer A9, handler: infer _9): void;
  (event: infer A10, handler: infer _10): void;
  (event: infer A11, handler: infer _11): void;
  (event: infer A12, handler: infer _12): void;
  (event: infer A13, handler: infer _13): void;
  (event: infer A14, handler: infer _14): void;
  (event: infer A15, handler: infer _15): void;
  (event: infer A16, handler: infer _16): void;
  (event: infer A17, handler: infer _17): void;
  (event: infer A18, handler: infer _18): void;
  (event: infer A19, handler: infer _19): void;
  (event: infer A20, handler: infer _20): void;
  (event: infer A21, handler: infer _21): void;
  (event: infer A22, handler: infer _22): void;
  (event: infer A23, handler: infer _23): void;
  (event: infer A24, handler: infer _24): void;
  (event: infer A25, handler: infer _25): void;
  (event: infer A26, handler: infer _26): void;
  (event: infer A27, handler: infer _27): void;
  (event: infer A28, handler: infer _28): void;
  (event: infer A29, handler: infer _29): void;
  (event: infer A30, handler: infer _30): void;
  (event: infer A31, handler: infer _31): void;
}
  ?
      | A0
      | A1
      | A2
      | A3
      | A4
      | A5
      | A6
      | A7
      | A8
      | A9
      | A10
      | A11
      | A12
      | A13
      | A14
      | A15
      | A16
      | A17
      | A18
      | A19
      | A20
      | A21
      | A22
      | A23
      | A24
      | A25
      | A26
      | A27
      | A28
      | A29
      | A30
      | A31
  : never;

type Known<Union> = Union extends string ? Union : never;
type SdkNames = Known<Overloads<typeof EmbeddedClient.on>>;

type Same<A, B> = [A] extends [B]
  ? [B] extends [A]
    ? true
    : { missing: Exclude<A, B> }
  : { missing: Exclude<A, B> };
const assert = <_T extends true>(): void => {};

// Each event of the SDK is one of ours, and the other way round.
assert<Same<SdkNames, SdkEventName>>();
// The client subscribes to each event.
assert<Same<(typeof SDK_EVENTS)[number], SdkEventName>>();
// Each event has a prop.
assert<Same<EventProp<SdkEventName>, keyof SdkEventHandlers>>();
// The comparison works: it finds an extra event on either side.
// @ts-expect-error an event that the SDK does not have
assert<Same<SdkNames, SdkEventName | 'no-such-event'>>();
// @ts-expect-error an event that we lack
assert<Same<SdkNames, Exclude<SdkEventName, 'user-added'>>>();

/** Everything that we use of the SDK's client exists there, by name. */
type Used = Exclude<keyof RawClient, never>;
assert<[Used] extends [keyof typeof EmbeddedClient] ? true : false>();
