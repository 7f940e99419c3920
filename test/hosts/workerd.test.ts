import { readFile } from 'node:fs/promises';
import { Miniflare } from 'miniflare';
import { describeHost } from './battery.ts';
import { bundleRecipe, RECIPES } from './recipes.ts';
import { SECRETS } from './secrets.ts';

// There is no flag for Node's modules, so only Web standards are available.
describeHost(
  'workerd, which runs Cloudflare Workers',
  async () => {
    const file = await bundleRecipe('worker', `${RECIPES}/worker`);
    const worker = new Miniflare({
      modules: true,
      script: await readFile(file, 'utf8'),
      compatibilityDate: '2026-04-01',
      bindings: SECRETS,
      // Otherwise it would ask Cloudflare for its location.
      cf: false,
    });
    return { url: new URL('/api/zoom', await worker.ready).href, stop: () => worker.dispose() };
  },
  { pages: 'https://app.example' },
);
