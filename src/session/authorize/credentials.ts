import type { ValidMeeting } from '../../meeting-reference/meeting-reference.ts';
import { REDACTED, redactDeep } from '../../sdk/client/redact.ts';
import type { JoinArguments } from '../../sdk/client/sdk-client.ts';
import type { SignatureFinding } from '../../signature/check-signature.ts';
import type { MeetingOptions, RetryInput } from '../api/options.ts';
import type { Grant } from './read-grant.ts';

/** The shortest text to redact. Shorter ones also occur in ordinary words. */
const SHORTEST_SECRET = 4;
/** A pattern that matches nothing, for when there are no secrets. */
const NEVER = '(?!)';

/**
 * Holds the credentials for a meeting until the join takes them. It keeps a pattern that recognises them for the
 * whole attempt, so that they can be removed from everything that leaves the session.
 */
export class Credentials {
  #arguments: JoinArguments | undefined;
  /** Matches every secret in all the ways in which it may be written. */
  readonly #pattern: RegExp;
  /** Whether the passcode is the `pwd` of a join URL, which is usually encrypted. */
  readonly hasPasswordFromUrl: boolean;
  /**
   * Checks the signature for errors and doubtful values. The check is loaded on demand, because most joins don't
   * need it. If it can't be loaded, it finds nothing.
   */
  readonly inspect: () => Promise<readonly SignatureFinding[]>;

  /** What the user entered overrides the grant, and the grant overrides the props. */
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
      // Longer ones first, because one may contain another.
      .sort((a, b) => b.length - a.length);
    this.#pattern = new RegExp([...known.map(written), NEVER].join('|'), 'g');
  }

  /** Returns the credentials once, and keeps no copy. */
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

  /** Returns a copy without secrets, at any depth. */
  redact<T>(value: T): T {
    return redactDeep(value, (text) => text.replace(this.#pattern, REDACTED));
  }
}

/** Returns a pattern that finds a secret. It also finds numbers that are written in groups. */
const written = (secret: string): string =>
  /^\d+$/.test(secret) ? [...secret].join('[\\s-]?') : secret.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const digits = (value: string | undefined): string | undefined => value?.replace(/[\s-]/g, '');
