import type { Grant, SignatureAsk } from '../../src/server/index.ts';

export const CREDENTIALS = { sdkKey: 'client-id-of-the-app', sdkSecret: 'sEcReT-0f-the-app-1234567890abcd' };

/** Grants everybody the meeting that they ask for, as a participant. */
export const asAsked = (_request: Request, ask: SignatureAsk): Grant => ({ meetingNumber: ask.meeting });

const URL = 'https://app.example/api/zoom?session=1';

/** Creates a request as the browser sends it. `init` overrides its parts. */
export function post(body: unknown, init: RequestInit = {}): Request {
  return new Request(URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  });
}

/**
 * Creates the same request with a streamed body, so that no Content-Length tells its size unless `headers` does.
 */
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

/** Resolves to the status and the code of a refusal. */
export async function refusal(response: Response): Promise<{ status: number; code: string }> {
  const { error } = (await response.json()) as ErrorBody;
  return { status: response.status, code: error.code };
}
