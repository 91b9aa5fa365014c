import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { escapeHtml } from '../charts/escape.js';
import { FONT_FAMILY, fontFile } from '../charts/font.js';
import { withoutControls } from '../control-characters.js';
import type { PdfBrowser } from './browser.js';

/** The page as a PDF: tagged, with bookmarks and page numbers, and the same bytes for the same page and browser. */

export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** YYYY-MM-DD, the clock of the pack; a PDF that says when it was printed would differ every time. */
  readonly createdOn: string;
  /** Printed at the foot of every page; '' where there is nothing to say. */
  readonly notice: string;
}

export async function printPdf(browser: PdfBrowser, html: string, given: DocumentFacts): Promise<Uint8Array> {
  const facts = plain(given);
  const [printed, { finishPdf }] = await browser.withPage(forPaper(html), async page => {
    await page.evaluate(LOAD_FONTS);
    const printing = page.pdf({
      format: 'A4',
      landscape: true,
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer(facts),
    });
    // One of the largest libraries: it is loaded while the browser prints.
    return Promise.all([printing, import('./pdf-document.js')]);
  });
  const identity = createHash('sha256')
    .update(JSON.stringify([html, facts, browser.version]))
    .digest('hex');
  return finishPdf(printed, html, facts, identity.slice(0, 32));
}

/**
 * The page without its place on a screen. The browser goes from screen to paper, back and forth again to print, and lays
 * the page out anew each time; what has no place on the screen is laid out for paper only.
 */
function forPaper(html: string): string {
  return html.replace('</head>', end => `<style>@media screen { body > * { display: none } }</style>${end}`);
}

/** A font is read when the first word in it has a place, which would now be in the middle of printing. */
const LOAD_FONTS = 'Promise.all([...document.fonts].map(face => face.load())).then(() => undefined)';

/** Metadata is XML, in which control characters may not stand. */
function plain({ title, author, subject, ...rest }: DocumentFacts): DocumentFacts {
  return {
    ...rest,
    title: withoutControls(title),
    author: withoutControls(author),
    subject: withoutControls(subject),
  };
}

/** The foot stands outside the page's document, so it brings its own font and sizes. */
function footer({ title, notice }: DocumentFacts): string {
  const font = readFileSync(fontFile(400)).toString('base64');
  const style = `font: 8pt '${FONT_FAMILY}', sans-serif; color: #4d545c; width: 100%; margin: 0 10mm; display: flex; justify-content: space-between; gap: 8mm;`;
  return `<style>@font-face { font-family: '${FONT_FAMILY}'; src: url(data:font/woff2;base64,${font}) format('woff2'); }</style>
    <div style="${style}"><span>${escapeHtml(title)}</span><span>${escapeHtml(notice)}</span>
    <span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;
}
