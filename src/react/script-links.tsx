import { type ReactNode, version } from 'react';
import { hashOf } from '../sdk/loading/integrity.ts';
import { zoomCdn } from '../sdk/loading/source.ts';
import type { ZoomJoinProps } from './props.ts';

/**
 * On a server, names the scripts of a meeting that will be joined at once, so that the browser fetches them beside
 * the app's own, and not after these have run. In a browser, it renders nothing. React 19 moves links to the
 * document's head, and does not mind if only the server has rendered them.
 *
 * The rules are those of `prefetch()`. Links ask with CORS, because a cross-origin isolated page can use nothing
 * else from the CDN, and a server does not know whether its page is one.
 */
export function scriptLinks({ sdk = zoomCdn(), nonce, autoJoin = true }: ZoomJoinProps): ReactNode {
  if (typeof document !== 'undefined' || version < '19' || !autoJoin || !('scripts' in sdk)) return null;
  return sdk.scripts.map((src) => (
    <link
      key={src}
      rel={nonce ? 'preload' : 'prefetch'}
      as="script"
      href={src}
      fetchPriority="low"
      crossOrigin="anonymous"
      nonce={nonce}
      integrity={hashOf(src, sdk.integrity)}
    />
  ));
}
