import type { ZoomServer } from './zoom-server.ts';

/** Where the SDK then sends its log. */
const LOG_HOST = 'log-gateway.zoom.us';

const LOG_CONFIG = {
  enable: true,
  enableReport: true,
  gatewayEndPoint: `https://${LOG_HOST}/nws/join/logger/wjmf`,
  logLevel: { debug: true, log: true, info: true, print: true, warn: true, error: true },
};

/** Makes joins succeed with Zoom's answer for an account that sends its logs, until `zoom.reset()`. */
export function switchLoggingOn(zoom: ZoomServer): void {
  zoom.intercept = (request, response) => {
    if (request.url !== '/api/v1/wc/info' || request.method !== 'POST') return false;
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const answer = await zoom.service.answer({ url: new URL('https://zoom.us/api/v1/wc/info'), body });
      const { result, ...rest } = (answer?.body ?? {}) as { result?: object };
      const logging = { enableAutoLog: true, logConfig: JSON.stringify(LOG_CONFIG) };
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ...rest, result: { ...result, ...logging } }));
    })();
    return true;
  };
}

/** Whether the SDK has sent a log to Zoom since the last `zoom.reset()`. */
export const hasSentLog = (zoom: ZoomServer): boolean => zoom.requests.some(({ host }) => host === LOG_HOST);
