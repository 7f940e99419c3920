import type { FrameWindow } from './source.ts';

/** The globals that React's scripts define, by the names under which modules import them. */
const GLOBALS: Readonly<Record<string, string>> = {
  react: 'React',
  'react-dom': 'ReactDOM',
  'react-dom/client': 'ReactDOM',
};

/**
 * Writes an import map into the frame. It must be there before the first module.
 *
 * @param imports Default: React and ReactDOM of the scripts that have run.
 */
export function writeImportMap(
  frame: FrameWindow,
  imports: Readonly<Record<string, string>> = importsOf(frame),
): void {
  const map = frame.document.createElement('script');
  map.type = 'importmap';
  map.textContent = JSON.stringify({ imports });
  frame.document.head.append(map);
}

const importsOf = (frame: FrameWindow): Record<string, string> =>
  Object.fromEntries(Object.entries(GLOBALS).map(([name, global]) => [name, moduleOf(frame, global)]));

/** Returns the URL of a module whose exports are the fields of a global. */
function moduleOf(frame: FrameWindow, global: string): string {
  const fields = Object.keys((frame as unknown as Record<string, object | undefined>)[global] ?? {});
  const names = fields.filter((field) => /^[a-z_]\w*$/i.test(field) && field !== 'default');
  const text = `export default ${global};export const {${names.join()}} = ${global};`;
  return `data:text/javascript,${encodeURIComponent(text)}`;
}

const READY = 'zoom-sdk-ready';

/**
 * Makes an export of a module that has loaded a global, as the SDK's scripts make theirs. If the module threw, there is
 * none. Resolves to the directive of the Content-Security-Policy that forbids it, if one does.
 */
export function exposeModule(
  frame: FrameWindow,
  src: string,
  global: string | undefined,
  name = 'default',
): Promise<string | undefined> {
  const { document } = frame;
  const script = document.createElement('script');
  script.textContent = `import(${JSON.stringify(src)}).then(sdk=>{${global}=sdk[${JSON.stringify(name)}]}).catch(()=>{}).then(()=>dispatchEvent(new Event('${READY}')))`;
  return new Promise((resolve) => {
    frame.addEventListener(READY, () => resolve(undefined));
    document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
      if (blockedURI === 'inline') resolve(effectiveDirective);
    });
    document.head.append(script);
  });
}
