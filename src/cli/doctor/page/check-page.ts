import { withoutQuery } from '../../../utils/without-query.ts';
import type { PolicyName } from '../../headers/policies.ts';
import { redact } from '../../redact.ts';
import { type Check, error, info, ok, warning } from '../check.ts';
import { checkPolicies } from '../policy/check-policies.ts';
import { parsePolicies } from '../policy/policy.ts';
import { checkIsolation, isIsolated } from './check-isolation.ts';
import { checkPermissions } from './check-permissions.ts';
import type { Page } from './fetch-page.ts';
import { readMetas } from './read-metas.ts';

/**
 * Checks what a page's response says about a meeting in it.
 *
 * @param meant The documented policy that the page's policy is meant to be. Default: recognised by its sources.
 */
export function checkPage(page: Page, meant?: PolicyName): Check[] {
  const { url, headers } = page;
  const frameOptions = headers.get('x-frame-options');
  const policies = [
    ...parsePolicies(headers.get('content-security-policy') ?? '', 'header'),
    ...readMetas(page.html).flatMap((content) => parsePolicies(content, 'meta')),
    ...parsePolicies(headers.get('content-security-policy-report-only') ?? '', 'report-only'),
  ];
  return [
    ...checkAnswer(page),
    checkOrigin(url),
    ...checkPolicies(policies, { url, isIsolated: isIsolated(headers), frameOptions }, meant),
    ...checkPermissions(headers, url),
    checkIsolation(headers),
    ...checkFrameOptions(
      frameOptions,
      policies.some(({ directives, from }) => from === 'header' && directives.has('frame-ancestors')),
    ),
  ];
}

/** Secrets may be in the query, and a meeting number in the path. */
const shown = (url: URL): string => redact(withoutQuery(url.href));

function checkAnswer({ url, status, redirected, html }: Page): Check[] {
  const where = `${shown(url)} answers ${status}`;
  const answer = status === 401 || status === 403 ? warning : status >= 400 ? error : ok;
  const hint =
    status >= 400 ? 'What follows is about this answer. The page itself may have other headers.' : undefined;
  return [
    answer(where, hint),
    ...(redirected
      ? [
          info(
            `It was reached by a redirect.`,
            'If it is the sign-in: the page behind it may have other headers.',
          ),
        ]
      : []),
    ...(html === '' && status < 400
      ? [warning('The answer is no HTML page, so it was checked by its headers alone.')]
      : []),
  ];
}

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

function checkOrigin({ protocol, hostname }: URL): Check {
  if (protocol === 'https:') return ok('https');
  return LOOPBACK.test(hostname)
    ? ok('http on this machine, which browsers treat as secure')
    : error(
        'http: browsers give such a page no camera, no microphone and no WebAssembly audio.',
        'Serve it over https. http is secure on localhost alone, not on an address of the local network.',
      );
}

function checkFrameOptions(value: string | null, hasFrameAncestors: boolean): Check[] {
  if (value === null) return [];
  if (hasFrameAncestors) {
    return [
      info(
        'X-Frame-Options: browsers ignore it, because there is a frame-ancestors.',
        'Remove it if another site embeds the page: a proxy or an old browser may still obey it.',
      ),
    ];
  }
  return [
    info(
      `X-Frame-Options: ${/^(deny|sameorigin)$/i.test(value.trim()) ? 'no page of another origin can embed this one' : 'browsers ignore this value'}.`,
      'frame-ancestors in the Content-Security-Policy does the same and can list origins. Neither affects the meeting’s own frame.',
    ),
  ];
}
