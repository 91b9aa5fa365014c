import type { Problem } from '../problems.js';

/** Whether the cover report keeps to its two pages, reckoned before anything is printed. */

const PAGES = 2;
const COLUMNS = 2;
/** Lines of a column under the pack's notice and heading, on A4 landscape at the size of the printed report. */
const LINES = 36;
/** Letters of a line of such a column, on average. */
const LETTERS = 82;
/** A heading and the space around it. */
const HEADING_LINES = 2;
/** Facts stand above the columns of the first page. */
const FACT_LINES = 6;

interface Section {
  readonly heading: string;
  readonly html: string;
}

export function fitProblems(sections: readonly Section[], file: string): Problem[] {
  const lines = sections.reduce((sum, { html }) => sum + HEADING_LINES + linesOf(html), FACT_LINES * COLUMNS);
  const pages = Math.ceil(lines / (LINES * COLUMNS));
  if (pages <= PAGES) return [];
  const longest = [...sections].sort((a, b) => linesOf(b.html) - linesOf(a.html))[0]?.heading ?? '';
  const message = `The cover report takes about ${pages} pages, and should take ${PAGES}. Shorten it; "${longest}" is its longest part.`;
  return [{ severity: 'warning', rule: 'long-cover-report', message, place: { file } }];
}

/** Each paragraph and list item begins a line of its own. */
function linesOf(html: string): number {
  return html
    .split(/<\/(?:p|li|h4)>/)
    .map(block => block.replaceAll(/<[^>]*>/g, '').trim().length)
    .filter(length => length > 0)
    .reduce((sum, length) => sum + Math.ceil(length / LETTERS), 0);
}
