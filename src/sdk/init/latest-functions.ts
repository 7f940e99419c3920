import { copyDeep } from '../../utils/copy-deep.ts';
import type { InitOptions } from './init-options.ts';

/**
 * Returns a copy of `init` whose functions are always those of the latest render. Each one calls the function at
 * the same path of `latest()`, or the original one if there is none.
 */
export const withLatestFunctions = (init: InitOptions, latest: () => InitOptions | undefined): InitOptions =>
  copyDeep(init, (value, path) => {
    if (typeof value !== 'function') return value;
    return new Proxy(value, {
      apply(own, self, given) {
        const found = path.reduce((at: unknown, key) => (at as InitOptions | undefined)?.[key], latest());
        return Reflect.apply(typeof found === 'function' ? found : own, self, given);
      },
    });
  });
