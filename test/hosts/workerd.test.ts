import { readFile } from 'node:fs/promises';
import { Miniflare } from 'miniflare';
import { describeHost } from './battery.ts';
import { bundleRecipe, RECIPES } from './recipes.ts';
import { SECRETS } from './secrets.ts';

// No flag for Node's modules: nothing but Web standards is there.
describeHost(
  'workerd, which runs Cloudflare Workers',
  async () => {
    const file = await bundleRecipe('worker', `${RECIPES}/worker`, { own: true });
    const worker = new Miniflare({
      modules: true,
      script: await readFile(file, 'utf8'),
      compatibilityDate: '2026-04-01',
      bindings: SECRETS,
      // Or it would ask Cloudflare where it is.
      cf: false,
    });
    return { url: new URL('/api/zoom', await worker.ready).href, stop: () => worker.dispose() };
  },
  { pages: 'https://app.example' },
);
