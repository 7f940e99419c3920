import { FEATURES, PERMISSIONS_POLICY } from '../../headers/other-headers.ts';
import { type Check, ok, warning } from '../check.ts';

const MEDIA: readonly string[] = ['camera', 'microphone', 'display-capture'];

/** Checks that the `Permissions-Policy` forbids nothing that a meeting uses. */
export function checkPermissions(headers: Headers, page: URL): Check[] {
  const value = headers.get('permissions-policy');
  if (value === null) return [ok('No Permissions-Policy: the page may use camera, microphone and screen.')];
  const allowlists = parse(value);
  const forbidden = FEATURES.filter((feature) => {
    const allowlist = allowlists.get(feature);
    return allowlist !== undefined && !allowsSelf(allowlist, page);
  });
  if (forbidden.length === 0) return [ok('Permissions-Policy: forbids nothing that a meeting uses')];
  return [
    warning(
      `Permissions-Policy: forbids ${forbidden.join(', ')}`,
      forbidden.some((feature) => MEDIA.includes(feature))
        ? `Users join without it, whatever they allow. A meeting uses: ${PERMISSIONS_POLICY}`
        : `A meeting uses: ${PERMISSIONS_POLICY}`,
    ),
  ];
}

/** Parses the header, a dictionary such as `camera=(), microphone=(self "https://a.example"), fullscreen=*`. */
function parse(value: string): Map<string, string> {
  const entries = value.matchAll(/([a-z-]+)\s*=\s*(\([^)]*\)|"[^"]*"|[^,\s;]+)/g);
  return new Map([...entries].map(([, name = '', allowlist = '']) => [name, allowlist]));
}

const allowsSelf = (allowlist: string, page: URL): boolean =>
  /(^|[\s(])(self|\*)($|[\s)])/.test(allowlist) || allowlist.includes(`"${page.origin}"`);
