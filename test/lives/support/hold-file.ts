import type { ServerResponse } from 'node:http';
import type { PageServer } from '../../support/page-server.ts';

/** The chunks with the screens, which `import()` requests from the fixture app's server. */
export const SCREENS = /\/assets\/(overlay|screens)\b[^/]*\.js$/;

/** The chunk with the messages of errors. */
export const WORDS = /\/assets\/explain\b[^/]*\.js$/;

/** The chunk with what a failed screen offers besides a retry. */
export const OTHER_WAYS = /\/assets\/other-ways\b[^/]*\.js$/;

/** How requests for a file are answered. `hold`: not until `answer()` is called. */
type Answer = 'hold' | 'fail' | 'pass';

export interface HeldFile {
  /** How often the file was requested. */
  readonly asked: number;
  /** Sets the answer from now on, and for the requests that are being held. */
  answer(how: Answer): void;
}

/** Answers the requests whose path matches. */
export function holdFile(pages: PageServer, path: RegExp, first: Answer): HeldFile {
  let asked = 0;
  let how = first;
  const held = new Set<{ pass(): void; response: ServerResponse }>();
  const fail = (response: ServerResponse) => void response.writeHead(503).end();
  pages.interceptFile = (request, response, pass) => {
    if (!path.test(request.url ?? '')) return false;
    asked += 1;
    if (how === 'pass') return false;
    if (how === 'fail') fail(response);
    else held.add({ pass, response });
    return true;
  };
  return {
    get asked() {
      return asked;
    },
    answer(next) {
      how = next;
      if (next === 'hold') return;
      for (const { pass, response } of held) next === 'pass' ? pass() : fail(response);
      held.clear();
    },
  };
}
