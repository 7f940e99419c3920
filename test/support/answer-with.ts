import type { ZoomServer } from './zoom-server.ts';

/** Adds fields to Zoom's answer to the SDK's first request, for joins that succeed, until `zoom.reset()`. */
export function answerWith(zoom: ZoomServer, more: Readonly<Record<string, unknown>>): void {
  zoom.intercept = (request, response) => {
    if (request.url !== '/api/v1/wc/info' || request.method !== 'POST') return false;
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const answer = await zoom.service.answer({ url: new URL('https://zoom.us/api/v1/wc/info'), body });
      const { result, ...rest } = (answer?.body ?? {}) as { result?: object };
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ...rest, result: { ...result, ...more } }));
    })();
    return true;
  };
}
