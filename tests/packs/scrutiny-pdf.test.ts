import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type PdfBrowser } from '../../src/packs/browser.js';
import { findBrowser } from '../../src/packs/find-browser.js';
import { printPdf } from '../../src/packs/pdf.js';
import { toolPath } from '../../src/tool-folder.js';
import { makeScrutinyHtml } from '../support/packs.js';
import { packInput } from './fixture.js';
import { type PdfFacts, readPdf } from './read-pdf.js';

const NOTICE = 'Official-Sensitive: small numbers are shown, not for publication';
const FACTS = {
  title: "Children's Services scorecard: September 2020",
  author: 'Example & Council',
  subject: 'Scrutiny',
  notice: NOTICE,
  createdOn: '2020-10-05',
};

describe('the PDF of the scrutiny pack', () => {
  let browser: PdfBrowser;
  let html: string;
  let bytes: Uint8Array;
  let pdf: PdfFacts;

  beforeAll(async () => {
    browser = await openBrowser(findBrowser(), { timeoutSeconds: 120 });
    html = await makeScrutinyHtml(packInput(), [toolPath('templates')]);
    bytes = await printPdf(browser, html, FACTS);
    pdf = await readPdf(bytes);
  });
  afterAll(() => browser?.close());

  it('when it is printed again after something else, then its bytes are the same', async () => {
    await printPdf(browser, '<!doctype html><title>x</title><table><tr><th>a<tr><td>1</table>', FACTS);
    const again = await printPdf(browser, html, FACTS);
    expect(Buffer.compare(Buffer.from(again), Buffer.from(bytes))).toBe(0);
  });

  it('when a reader asks about it, then it has title, language and the dates of the data', () => {
    expect(pdf.info).toMatchObject({
      Title: FACTS.title,
      Author: FACTS.author,
      Subject: FACTS.subject,
      Creator: 'scorecard',
      Language: 'en-GB',
      CreationDate: 'D:20201005000000Z',
      ModDate: 'D:20201005000000Z',
    });
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.metadata).toContain('Example &amp; Council');
    expect(pdf.displaysTitle).toBe(true);
  });

  it('when it has contents, then each line ends with the page on which its heading stands', () => {
    const titles = [...html.matchAll(/<li><a href="#[^"]*">([^<]*)<\/a><\/li>/g)].map(([, title]) => title);
    expect(titles).toContain('Glossary');
    const glance = 'The service at a glance';
    const holds = (text: string, title = '') => text.split('\n').some(line => line.trim() === title);
    // The service at a glance names every area.
    const isOn = (text: string, title?: string) =>
      holds(text, title) && (title === glance || !holds(text, glance));
    const pageOf = (title?: string) =>
      pdf.pages.findIndex(({ text }, page) => page > 0 && isOn(text, title)) + 1;
    const numbers = pdf.pages[0]?.text.match(/\d+/g)?.slice(-titles.length).map(Number);
    expect(numbers).toEqual(titles.map(pageOf));
    expect(new Set(numbers).size).toBe(titles.length);
  });

  it('when assistive software reads it, then headings, tables and charts are tagged and charts have words', () => {
    expect(pdf.isMarked).toBe(true);
    expect(pdf.roles).toMatchObject({ H1: 1, Caption: expect.any(Number), TH: expect.any(Number) });
    expect(pdf.roles.Table).toBe(pdf.roles.Caption);
    // A chart for each of the eight measures, three that stand beside what others published, and the months of the three
    // statements' measures beside them.
    expect(pdf.roles.Figure).toBe(14);
    expect(pdf.figureTexts).toHaveLength(14);
    for (const words of pdf.figureTexts)
      expect(words).toMatch(/chart by month|stacked bars by month|dot plot|, \w+ \d{4} to \w+ \d{4}\. /);
  });

  it('when a head is repeated over pages, then every cell still names head cells that exist', () => {
    expect(pdf.headings.length).toBeGreaterThan(50);
    expect(new Set(pdf.headings).size).toBe(pdf.headings.length);
    for (const name of pdf.headingsNamed) expect(pdf.headings).toContain(name);
  });

  it('when bookmarks are opened, then they hold the areas and their measures', () => {
    const [top] = pdf.outline;
    expect(top?.title).toBe(FACTS.title);
    const areas = top?.items ?? [];
    expect(areas.map(item => item.title)).toEqual([
      'What is in this pack',
      'How to read it',
      'Cover report',
      'The three questions',
      'The service at a glance',
      'Front door',
      'Assessment',
      'Child protection',
      'Looked after',
      'Workforce',
      'Adoption',
      'About the data',
      'Glossary',
    ]);
    expect(areas[5]?.items.map(item => item.title)).toEqual([
      'What the numbers say',
      'MASH contacts decided in 24 hours',
      'Re-referrals within 12 months',
      'Re-referrals within 12 months: beside others',
      'Definitions',
    ]);
  });

  it('when any page is read alone, then it is A4 landscape with its number and the draft notice', () => {
    expect(pdf.pages.length).toBeGreaterThan(8);
    pdf.pages.forEach(({ text, width, height }, index) => {
      expect(text).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
      expect(text).toContain(NOTICE);
      expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
    });
  });

  it('when text is searched for, then words of pages and charts are found whole', () => {
    const text = pdf.pages.map(page => page.text).join('\n');
    for (const words of [
      'Data extracted on 5 October 2020',
      'What are our top priority actions?',
      '94.6% in Sep 20',
      'Definition changed Sep 20',
      'Target at least 95%',
      'between 135 and 155',
      '366 of 387',
      'Emotional abuse 44',
    ]) {
      expect(text).toContain(words);
    }
    expect(text.match(/\bSep 19\b/g)?.length).toBeGreaterThan(8);
  });

  it('when links are read aloud, then each says where it goes', () => {
    expect(pdf.links.length).toBeGreaterThan(20);
    expect(pdf.links).toContain('Go to re referrals');
    expect(pdf.links.filter(words => words === '')).toEqual([]);
  });
});
