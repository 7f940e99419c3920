import { join, sep } from 'node:path';

/** The files of the SDK that a browser gets, with a separator at the end. `npm run test:sdks` sets another folder. */
export const SDK_FOLDER =
  (process.env['SDK_FOLDER'] ?? join(import.meta.dirname, '../../node_modules/@zoom/meetingsdk/dist')) + sep;
