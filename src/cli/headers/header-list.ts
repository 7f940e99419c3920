import { ISOLATION, PERMISSIONS_POLICY } from './other-headers.ts';
import { directives, embeddedBy, POLICIES, type PolicyName, withDirective } from './policies.ts';

export type Header = readonly [name: string, value: string];

export interface HeaderListOptions {
  readonly policy: PolicyName;
  /** Adds the headers that make the page cross-origin isolated. */
  readonly isolated: boolean;
  /** The origins of the sites that show the app in an iframe. */
  readonly embeddedBy: readonly string[];
}

/** Returns the headers of a page with a meeting. The policy is the smallest one that works, as documented. */
export function headerList({ policy, isolated, embeddedBy: origins }: HeaderListOptions): Header[] {
  const smallest = directives(POLICIES[policy]);
  const list =
    origins.length === 0 ? smallest : withDirective(smallest, 'frame-ancestors', embeddedBy(...origins));
  return [
    ['Content-Security-Policy', list.join('; ')],
    ['Permissions-Policy', PERMISSIONS_POLICY],
    ...(isolated ? Object.entries(ISOLATION) : []),
  ];
}
