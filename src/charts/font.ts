/**
 * One typeface, from one set of files, by one name: the page embeds it and the charts are laid out with it. Two
 * versions of a font would measure text in one and draw it in the other.
 */
import { createRequire } from 'node:module';

export const FONT_FAMILY = 'Source Sans 3';
export const FONT_WEIGHTS = [400, 600, 700] as const;
export type FontWeight = (typeof FONT_WEIGHTS)[number];

/** Path of the woff2 file of a weight. */
export function fontFile(weight: FontWeight): string {
  return createRequire(import.meta.url).resolve(
    `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`,
  );
}

/** Version of the font package, for the run's record. */
export function fontVersion(): string {
  const require = createRequire(import.meta.url);
  const details = require('@fontsource/source-sans-3/package.json') as { readonly version: string };
  return details.version;
}
