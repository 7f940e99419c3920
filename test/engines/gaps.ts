/** What an engine does in another way, and what that means. */
interface Gap {
  readonly engines: string;
  readonly what: string;
  readonly therefore: string;
}

export const GAPS: readonly Gap[] = [
  {
    engines: 'Firefox',
    what: 'A new profile cannot send H.264 until Firefox has downloaded OpenH264, soon after its first start.',
    therefore:
      'Until then, a meeting with WebRTC video reconnects again and again; `onWarning` tells it as `no-h264`, and so does `diagnose()`.',
  },
  {
    engines: 'Firefox',
    what: 'A click on a link whose answer is a download closes every WebSocket of the page, unless the link has `download`.',
    therefore: 'The meeting reconnects, and goes on by itself.',
  },
  {
    engines: 'Firefox and WebKit',
    what: 'They do not tell a page what its Permissions-Policy forbids.',
    therefore:
      'In a frame, the component asks for the state of the permissions instead, so a camera or microphone that is forbidden is known before the join, and a forbidden screen share is not.',
  },
  {
    engines: 'WebKit',
    what: 'A box whose height comes from its content, and whose edges are all fixed, as those of a `<dialog>`, gives no height to what is directly in it.',
    therefore:
      'Give `<ZoomJoin>` a width and a height there, or put a `<div>` around it. `onWarning` tells it as `too-small`.',
  },
  {
    engines: 'WebKit',
    what: 'It has no `moveBefore()`, so a frame that is moved within the page is loaded anew.',
    therefore: 'A meeting whose element is moved reconnects, and goes on by itself.',
  },
  {
    engines: 'WebKit',
    what: 'It knows no `prefetch`.',
    therefore: '`preloadZoom()` preloads, which Safari keeps in its cache.',
  },
  {
    engines: 'WebKit',
    what: 'Debian builds it without WebRTC, so meetings send their media in the other way.',
    therefore: 'WebRTC video in Safari is not proven here.',
  },
];
