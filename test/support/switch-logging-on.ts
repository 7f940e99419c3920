import { answerWith } from './answer-with.ts';
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
  answerWith(zoom, { enableAutoLog: true, logConfig: JSON.stringify(LOG_CONFIG) });
}

/** Whether the SDK has sent a log to Zoom since the last `zoom.reset()`. */
export const hasSentLog = (zoom: ZoomServer): boolean => zoom.requests.some(({ host }) => host === LOG_HOST);
