/** The PDF as a screen reader gets it: tags, language, bookmarks and text, none of it read off the picture. */
import { existsSync, readFileSync } from 'node:fs';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readPage } from './pdf-page.mjs';

/** @typedef {import('../check-pack.mjs').Check} Check */
/** @typedef {import('./pdf-page.mjs').PrintedPage} PrintedPage */

const MONTH_NAME = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(\b|[a-z]+\b)/;

/**
 * @param {string} file
 * @param {string} notice on every page; '' for a pack that may be published, which has none
 * @param {Check} check
 */
export async function checkPdf(file, notice, check) {
  check('PDF is there', existsSync(file));
  if (!existsSync(file)) return;
  const data = new Uint8Array(readFileSync(file));
  const task = getDocument({ data, verbosity: VerbosityLevel.ERRORS });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const title = 'Title' in info ? String(info.Title) : '';
  const language = 'Language' in info ? String(info.Language) : '';
  check('PDF has a title', title.trim() !== '');
  check('PDF is in British English', language === 'en-GB', language || 'no language');
  check('PDF is marked as tagged', (await pdf.getMarkInfo())?.Marked === true);
  check('PDF has bookmarks', ((await pdf.getOutline()) ?? []).length > 0);
  check('PDF has more than 3 pages', pdf.numPages > 3, String(pdf.numPages));

  /** @type {PrintedPage[]} */
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    pages.push(await readPage(await pdf.getPage(number)));
  checkTags(pages, check);
  checkPages(pages, notice, check);
  await task.destroy();
}

/**
 * @param {readonly PrintedPage[]} pages
 * @param {Check} check
 */
function checkTags(pages, check) {
  const tags = pages.flatMap(page => page.tags);
  for (const role of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure']) {
    check(
      `PDF has ${role} tags`,
      tags.some(tag => tag.role === role),
    );
  }
  const figures = tags.filter(tag => tag.role === 'Figure');
  const silent = pages.filter(page => page.tags.some(tag => tag.role === 'Figure' && !tag.alt?.trim()));
  check('PDF has alt text for every figure', silent.length === 0, `none on ${pagesOf(silent)}`);
  const readable = figures.filter(figure => MONTH_NAME.test(figure.text));
  check(
    'PDF has the months of its charts as text',
    readable.length > 0,
    `${figures.length} figures, none with months`,
  );
}

/**
 * @param {readonly PrintedPage[]} pages
 * @param {string} notice on every page; '' for a pack that may be published, which has none
 * @param {Check} check
 */
function checkPages(pages, notice, check) {
  /** @type {(what: string, holds: (page: PrintedPage) => boolean) => void} */
  const every = (what, holds) => {
    const wrong = pages.filter(page => !holds(page));
    check(`PDF ${what} every page`, wrong.length === 0, `not on ${pagesOf(wrong)}`);
  };
  every('has text of its own on', page => page.body.trim() !== '');
  every('has the page number on', page => new RegExp(`\\b${page.number}\\b`).test(page.margins));
  // Text comes in pieces, broken where the line is.
  const says = (/** @type {PrintedPage} */ page, /** @type {string} */ words) =>
    withoutSpaces(page.text).includes(withoutSpaces(words));
  if (notice !== '') every(`says "${notice}" on`, page => says(page, notice));
  else every('says nothing of a draft on', page => !WORDS_OF_DRAFTS.some(words => says(page, words)));
}

const WORDS_OF_DRAFTS = ['Draft:', 'not suppressed', 'not for publication'];

/** @param {readonly PrintedPage[]} pages */
function pagesOf(pages) {
  return `page ${pages.map(page => page.number).join(', ')}`;
}

/** @param {string} text */
function withoutSpaces(text) {
  return text.replace(/\s+/g, '');
}
