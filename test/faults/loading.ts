import { type Answer, type Fault, isMended, reset, silence, status, VARIANT, type World } from './fault.ts';

const JS = 'text/javascript';

/** A request for one of the SDK's files on the CDN gets this answer. */
const file = (
  which: RegExp,
  name: string,
  answer: Answer,
  more: Partial<Fault> & Pick<Fault, 'ends'>,
): Fault => ({
  name: `CDN: ${name}`,
  // The browser does not request a file that is in the cache.
  isAlone: true,
  inject: ({ zoom }) => {
    zoom.intercept = (request, response) => {
      if (!which.test(request.url ?? '')) return false;
      answer(request, response);
      return true;
    };
  },
  ...isMended,
  ...more,
});

const REACT = /vendor\/react\.min/;
const REACT_DOM = /react-dom/;
const SDK = /zoom-meeting-embedded/;
const MEDIA = /js_media/;

const fails = (code: string, more: Partial<Fault> = {}): Partial<Fault> & Pick<Fault, 'ends'> => ({
  ends: 'failed',
  code,
  ...more,
});

const block =
  (reason: string) =>
  ({ page }: World): Promise<unknown> =>
    page.route(/source\.zoom\.us/, (route) => route.abort(reason));

export const LOADING_FAULTS: readonly Fault[] = [
  file(REACT, 'React is not there', status(404), fails('sdk-file-missing', VARIANT)),
  file(
    REACT,
    'React is not there, which is heard when all else is',
    (...asked) => setTimeout(() => status(404)(...asked), 2_000),
    fails('sdk-file-missing'),
  ),
  file(REACT_DOM, 'ReactDOM is not there', status(404), fails('sdk-file-missing', VARIANT)),
  file(SDK, 'the SDK is not there', status(404), fails('sdk-file-missing')),
  file(SDK, 'the SDK is gone (410)', status(410), fails('sdk-file-missing', VARIANT)),
  file(SDK, 'the SDK fails (500)', status(500), fails('sdk-load-failed', VARIANT)),
  file(SDK, 'the SDK’s connection breaks', reset, fails('sdk-blocked')),
  file(
    SDK,
    'the SDK never comes',
    silence,
    fails('sdk-load-timeout', { props: { timeouts: { load: 3_000 } } }),
  ),
  file(
    REACT,
    'React never comes',
    silence,
    fails('sdk-load-timeout', { props: { timeouts: { load: 3_000 } }, ...VARIANT }),
  ),
  file(SDK, 'the SDK is empty', status(200, '', JS), fails('sdk-not-found')),
  file(
    SDK,
    'the SDK is something else',
    status(200, 'window.other = 1', JS),
    fails('sdk-not-found', VARIANT),
  ),
  file(
    SDK,
    'the SDK is garbage',
    status(200, ')]}garbage', JS),
    fails('sdk-not-found', { noise: /SyntaxError|token/, ...VARIANT }),
  ),
  file(SDK, 'the SDK is a page', status(200, '<!doctype html>', 'text/html'), fails('sdk-file-missing')),
  file(
    SDK,
    'the SDK throws',
    status(200, 'throw new Error("broken")', JS),
    fails('sdk-not-found', { noise: /broken/ }),
  ),
  file(MEDIA, 'the media script is not there', status(404), fails('sdk-assets-unreachable')),
  file(
    MEDIA,
    'the media script never comes',
    silence,
    fails('join-timeout', { props: { timeouts: { join: 6_000 } } }),
  ),
  {
    name: 'CDN: blocked by an extension',
    isAlone: true,
    inject: block('blockedbyclient'),
    mend: ({ page }) => page.unroute(/source\.zoom\.us/),
    ends: 'failed',
    code: 'sdk-blocked',
  },
  {
    name: 'CDN: no such name',
    ...VARIANT,
    isAlone: true,
    inject: block('namenotresolved'),
    mend: ({ page }) => page.unroute(/source\.zoom\.us/),
    ends: 'failed',
    code: 'sdk-blocked',
  },
  {
    name: 'CDN: kept out by the Content-Security-Policy',
    isAlone: true,
    inject: ({ page }) =>
      page.evaluate(() => {
        const meta = document.createElement('meta');
        meta.httpEquiv = 'Content-Security-Policy';
        meta.content = "script-src 'self'";
        document.head.append(meta);
      }),
    ends: 'failed',
    code: 'sdk-blocked-by-policy',
    again: false,
  },
  {
    name: 'self-hosted: a wrong base URL',
    props: { sdk: '/nowhere' },
    ends: 'failed',
    code: 'sdk-file-missing',
    again: false,
  },
  {
    name: 'offline before the join',
    isAlone: true,
    props: { sdk: '/zoom-sdk' },
    // By then, the component and the SDK are loaded, as in an app with a service worker.
    during: [
      'joined',
      ({ page }) =>
        page
          .context()
          .setOffline(true)
          .then(() => page.evaluate(() => window.app.handle?.rejoin())),
    ],
    mend: ({ page }) => page.context().setOffline(false),
    ends: 'failed',
    code: 'offline',
  },
  {
    ...VARIANT,
    name: 'CDN: slow',
    isAlone: true,
    inject: ({ zoom }) => {
      const late = new Set<string>();
      zoom.intercept = (request, response) => {
        const url = request.url ?? '';
        if (!SDK.test(url) || late.has(url)) return false;
        late.add(url);
        setTimeout(() => response.writeHead(302, { location: url }).end(), 1_500);
        return true;
      };
    },
    ends: 'joined',
    log: ['loading', 'joining', 'onJoined'],
  },
];
