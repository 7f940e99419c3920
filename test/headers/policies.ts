import { NONCE, POLICY_NAMES, type PolicyName } from '../../src/cli/headers/policies.ts';
import { isAll } from '../support/is-all.ts';

/** The policies for tests that take long and concern a directive that is the same in each policy. */
export const SOME_POLICIES: readonly PolicyName[] = isAll ? POLICY_NAMES : ['nonce'];

/** Returns the nonce that a page with this policy needs. */
export const nonceOf = (name: PolicyName): string | undefined => (name === 'nonce' ? NONCE : undefined);

/** Returns the header with a policy. */
export const headerOf = (policy: readonly string[]): Record<string, string> => ({
  'content-security-policy': policy.join('; '),
});
