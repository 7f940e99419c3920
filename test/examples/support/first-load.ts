import { gzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { parseSync } from 'vite';

/**
 * Returns how many bytes of an app's own scripts a browser loads, compressed one by one with gzip, before any script
 * runs: those in the HTML of the page and of the frames in it, and what they import statically. What comes from another
 * origin is the SDK, which the HTML may name for later.
 */
export async function firstLoad(url: string): Promise<number> {
  const { scripts, inline, bare, frames } = readPage(await text(url), url);
  const seen = new Set(scripts);
  let bytes = 0;
  for (const code of inline) for (const one of importsOf(code, url, bare)) seen.add(one);
  // Iterating over a set also visits what is added meanwhile.
  for (const script of seen) {
    const code = await text(script);
    bytes += gzipSync(code, { level: 9 }).length;
    for (const one of importsOf(code, script, bare)) seen.add(one);
  }
  for (const frame of frames) bytes += await firstLoad(frame);
  return bytes;
}

interface Page {
  readonly scripts: Set<string>;
  /** The code of scripts in the page itself. */
  readonly inline: string[];
  /** What an import map maps. */
  readonly bare: ReadonlyMap<string, string>;
  readonly frames: readonly string[];
}

function readPage(html: string, url: string): Page {
  const page = {
    scripts: new Set<string>(),
    inline: [] as string[],
    bare: new Map<string, string>(),
    frames: [] as string[],
  };
  const add = (path: string | undefined) => {
    const script = path ? new URL(path, url) : undefined;
    if (script?.origin === new URL(url).origin) page.scripts.add(script.href);
  };
  /** The type of the script in the page that is being read, and what has been read of it. */
  let type: string | undefined;
  let code = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      code = '';
      type = name === 'script' && !attributes['src'] ? (attributes['type'] ?? '') : undefined;
      if (name === 'script' && !('nomodule' in attributes)) add(attributes['src']);
      const isScript = attributes['rel'] === 'modulepreload' || attributes['as'] === 'script';
      if (name === 'link' && isScript) add(attributes['href']);
      if (name === 'iframe' && attributes['src']) page.frames.push(attributes['src']);
      // An island of Astro.
      for (const key of ['component-url', 'renderer-url', 'before-hydration-url']) add(attributes[key]);
    },
    ontext(text) {
      code += text;
    },
    onclosetag() {
      if (type === 'module') page.inline.push(code);
      if (type === 'importmap') {
        const { imports } = JSON.parse(code) as { imports: Record<string, string> };
        for (const [name, path] of Object.entries(imports)) page.bare.set(name, new URL(path, url).href);
      }
      type = undefined;
    },
  });
  parser.end(html);
  return page;
}

/** Returns the URLs that a module imports statically. */
function importsOf(code: string, url: string, bare: Page['bare']): string[] {
  const { module } = parseSync('script.js', code, { sourceType: 'unambiguous' });
  const { staticImports, staticExports } = module;
  const exported = staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) => entry.moduleRequest ?? []),
  );
  const sources = [...staticImports.map(({ moduleRequest }) => moduleRequest), ...exported];
  return sources.map(({ value }) => bare.get(value) ?? new URL(value, url).href);
}

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}
