import type { ValidMeeting } from '../../meeting-reference/meeting-reference.ts';
import { REDACTED, redactDeep } from '../../sdk/client/redact.ts';
import type { JoinArguments } from '../../sdk/client/sdk-client.ts';
import type { SignatureFinding } from '../../signature/check-signature.ts';
import type { MeetingOptions, RetryInput } from '../api/options.ts';
import type { Grant } from './read-grant.ts';

/** The shortest text worth redacting: shorter ones stand in ordinary words. */
const SHORTEST_SECRET = 4;
/** A pattern that matches nothing: without a secret there is nothing to take out. */
const NEVER = '(?!)';

/**
 * Holds what opens the meeting until the join takes it, and for the length of one try what it takes to recognise
 * it: nothing that leaves the session carries it.
 */
export class Credentials {
  #arguments: JoinArguments | undefined;
  /** Every secret, in the ways it may be written. */
  readonly #pattern: RegExp;
  /** The passcode is the `pwd` of a join URL, which is usually an encrypted form. */
  readonly hasPasswordFromUrl: boolean;
  /** What is wrong or doubtful about the signature. Most joins need no answer; without a network there may be none. */
  readonly inspect: () => Promise<readonly SignatureFinding[]>;

  /** What the person typed wins over the grant, and that over the props. */
  constructor(options: MeetingOptions, parsed: ValidMeeting, grant: Grant, input: RetryInput = {}) {
    const own = parsed.kind === 'number' ? parsed : undefined;
    const password = input.password ?? grant.password;
    this.hasPasswordFromUrl = password === undefined && own?.passwordFrom === 'url';
    this.#arguments = {
      signature: grant.signature,
      meetingNumber: digits(grant.meetingNumber) ?? own?.meetingNumber ?? '',
      password: password ?? own?.password,
      userName: input.userName ?? grant.userName ?? options.userName ?? '',
      userEmail: input.userEmail ?? grant.userEmail ?? options.userEmail,
      customerKey: grant.customerKey ?? options.customerKey,
      tk: grant.tk ?? own?.tk,
      zak: grant.zak,
      obfToken: grant.obfToken,
      recordingToken: grant.recordingToken,
    };
    const { userName, userEmail, customerKey, ...secrets } = this.#arguments;
    const { signature, meetingNumber } = secrets;
    const role = options.role === 'host' ? 1 : 0;
    this.inspect = () =>
      import('../../signature/check-signature.ts').then(
        ({ checkSignature }) => checkSignature(signature, { meetingNumber, role }),
        () => [],
      );
    const known = [
      ...Object.values(secrets),
      typeof options.meeting === 'string' && own !== undefined ? options.meeting : undefined,
    ]
      .filter((secret): secret is string => secret !== undefined && secret.length >= SHORTEST_SECRET)
      // Longer first: one may be part of another.
      .sort((a, b) => b.length - a.length);
    this.#pattern = new RegExp([...known.map(written), NEVER].join('|'), 'g');
  }

  /** Hands them out once, and keeps no copy. */
  take(): JoinArguments {
    if (this.#arguments === undefined) throw new Error('The credentials of this try have been used already.');
    const taken = this.#arguments;
    this.#arguments = undefined;
    return taken;
  }

  get meetingNumber(): string {
    return this.#arguments?.meetingNumber ?? '';
  }

  get userName(): string {
    return this.#arguments?.userName ?? '';
  }

  /** The same without secrets, at any depth. */
  redact<T>(value: T): T {
    return redactDeep(value, (text) => text.replace(this.#pattern, REDACTED));
  }
}

/** A pattern that finds a secret: a number also in groups, as people write it. */
const written = (secret: string): string =>
  /^\d+$/.test(secret) ? [...secret].join('[\\s-]?') : secret.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const digits = (value: string | undefined): string | undefined => value?.replace(/[\s-]/g, '');
