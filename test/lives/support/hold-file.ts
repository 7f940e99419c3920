import type { ServerResponse } from 'node:http';
import type { PageServer } from '../../support/page-server.ts';

/** What `import()` asks the fixture app's server for. */
export const SCREENS = /\/assets\/(overlay|screens)\b[^/]*\.js$/;

/** The texts of what goes wrong. */
export const WORDS = /\/assets\/explain\b[^/]*\.js$/;

/** How a file is answered: `hold`: not until it says otherwise. */
type Answer = 'hold' | 'fail' | 'pass';

export interface HeldFile {
  /** How often it was asked for. */
  readonly asked: number;
  /** From now on, and for the requests that are held. */
  answer(how: Answer): void;
}

/** Takes the answers to the requests whose path matches. */
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
