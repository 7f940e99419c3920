import type { NextConfig } from 'next';

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  // Next.js would take the folder of the topmost lockfile, that of this repository.
  turbopack: { root: import.meta.dirname },
};

export default config;
