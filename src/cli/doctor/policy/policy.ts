/** A Content-Security-Policy of a page. A page may have several, and obeys each of them. */
export interface Policy {
  /** The sources of each directive, by the directive's name in lower case. */
  readonly directives: ReadonlyMap<string, readonly string[]>;
  /** `report-only`: a header whose policy is only reported. */
  readonly from: 'header' | 'meta' | 'report-only';
}

/** Directives that a `<meta>` element can't set. */
const NOT_IN_META = ['frame-ancestors', 'sandbox', 'report-uri'];

/** Parses a header, in which commas separate policies, or the content of a `<meta>` element. */
export const parsePolicies = (text: string, from: Policy['from']): Policy[] =>
  text
    .split(',')
    .map((policy) => ({ directives: parseDirectives(policy, from), from }))
    .filter(({ directives }) => directives.size > 0);

function parseDirectives(policy: string, from: Policy['from']): Map<string, readonly string[]> {
  const directives = new Map<string, readonly string[]>();
  for (const directive of policy.split(';')) {
    const [name, ...sources] = directive.trim().split(/\s+/);
    const key = name?.toLowerCase() ?? '';
    // Of directives with the same name, the first one counts.
    if (key === '' || directives.has(key) || (from === 'meta' && NOT_IN_META.includes(key))) continue;
    directives.set(key, sources);
  }
  return directives;
}
