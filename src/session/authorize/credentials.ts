import type { ValidMeeting } from '../../meeting-reference/meeting-reference.ts';
import type { JoinArguments } from '../../sdk/client/sdk-client.ts';
import { createRedact, type Redact } from '../../sdk/secrets/redact.ts';
import type { SignatureFinding } from '../../signature/check-signature.ts';
import type { MeetingOptions, RetryInput } from '../api/options.ts';
import type { Grant } from './read-grant.ts';

/**
 * Holds the credentials for a meeting until the join takes them. For the whole attempt, it can remove them from
 * everything that leaves the session.
 */
export class Credentials {
  #arguments: JoinArguments | undefined;
  /** Returns a copy without the secrets. */
  readonly redact: Redact;
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
    // A join URL is a secret, too.
    const given = own && typeof options.meeting === 'string' ? options.meeting : '';
    this.redact = createRedact([...Object.values(secrets).filter((secret) => secret !== undefined), given]);
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
}

const digits = (value: string | undefined): string | undefined => value?.replace(/[\s-]/g, '');
