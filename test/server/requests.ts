export const CREDENTIALS = { sdkKey: 'client-id-of-the-app', sdkSecret: 'sEcReT-0f-the-app-1234567890abcd' };

const URL = 'https://app.example/api/zoom?session=1';

/** A request as the browser sends it; `init` overrides. */
export function post(body: unknown, init: RequestInit = {}): Request {
  return new Request(URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  });
}

/** The same with a body that comes in pieces, so that no Content-Length tells its size unless `headers` does. */
export function postStream(body: ReadableStream<Uint8Array>, headers: Record<string, string> = {}): Request {
  return new Request(URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    duplex: 'half',
  } as RequestInit);
}

export interface ErrorBody {
  error: { code: string; message: string };
}
