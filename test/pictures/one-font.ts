import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(
  import.meta.resolve('@fontsource/open-sans/files/open-sans-latin-400-normal.woff2'),
);

/** To load it: `document.fonts.load()`. */
export const FONT = '16px Pictures';

/**
 * Style for the meeting's frame that makes pictures the same on every machine: one font for all text and all weights,
 * whose letters are placed by its own measures and not by the machine's settings. Measured: without
 * `geometricPrecision`, the settings move Zoom's buttons by a pixel; with it, they change nothing. Zoom's hints hide
 * themselves after a while.
 */
export const ONE_FONT = `
@font-face {
  font-family: Pictures;
  font-weight: 100 900;
  src: url(data:font/woff2;base64,${readFileSync(FILE).toString('base64')});
}
*, ::before, ::after { font-family: Pictures !important; text-rendering: geometricPrecision !important; }
[role=tooltip] { visibility: hidden !important; }
`;
