/** The styles of a page as one text: the typeface itself, then the style sheets in the order in which they build. */
import { readFileSync } from 'node:fs';
import { FONT_FAMILY, FONT_WEIGHTS, fontFile } from '../charts/font.js';
import { readTemplate } from './templates.js';

const SHEETS = ['tokens', 'page', 'tables', 'blocks', 'print'];

export function pageStyles(folders: readonly string[]): string {
  const sheets = SHEETS.map(name => readTemplate(`styles/${name}.css`, folders));
  return [fontFaces(), ...sheets].join('\n');
}

/** The font in the page itself: a server or a phone need not have it, and nothing is fetched. */
export function fontFaces(): string {
  return FONT_WEIGHTS.map(weight => {
    const data = readFileSync(fontFile(weight)).toString('base64');
    return `@font-face { font-family: "${FONT_FAMILY}"; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) format("woff2"); }`;
  }).join('\n');
}
