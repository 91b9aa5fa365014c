/** The styles of a page as one text: the typeface itself, then the style sheets in the order in which they build. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FONT_FAMILY, FONT_WEIGHTS, fontFile } from '../charts/font.js';
import { type CouncilColours, DEFAULT_COLOURS } from '../workspace/council-colours.js';
import type { Pack } from './manifest.js';
import { readTemplate } from './templates.js';

const TOKENS = 'tokens';
const SHEETS = ['page', 'tables', 'blocks', 'cover', 'access', 'print', 'questions', 'plans'];

export function pageStyles(folders: readonly string[], colours: CouncilColours = DEFAULT_COLOURS): string {
  const sheet = (name: string) => readTemplate(`styles/${name}.css`, folders);
  return [fontFaces(), sheet(TOKENS), ownColours(colours), ...SHEETS.map(sheet)].join('\n');
}

const OWN_STYLES = 'styles.css';

/** The styles of a pack: those of every page, then its own, then its paper. */
export function packStyles({ folders, page }: Pack, colours: CouncilColours): string {
  const own = folders.some(folder => existsSync(join(folder, OWN_STYLES)))
    ? readTemplate(OWN_STYLES, folders)
    : '';
  const paper = `@page { size: ${page.size} ${page.orientation}; }`;
  return [pageStyles(folders, colours), own, paper].join('\n');
}

/** The council's colours take the places of the tokens'. They are checked hex numbers, so nothing else can stand here. */
function ownColours({ main, accent }: CouncilColours): string {
  return `:root { --main: ${main}; --accent: ${accent}; --link: ${main}; }`;
}

/** The font in the page itself: a server or a phone need not have it, and nothing is fetched. */
export function fontFaces(): string {
  return FONT_WEIGHTS.map(weight => {
    const data = readFileSync(fontFile(weight)).toString('base64');
    return `@font-face { font-family: "${FONT_FAMILY}"; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) format("woff2"); }`;
  }).join('\n');
}
