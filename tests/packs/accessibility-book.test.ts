import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCharts } from '../../src/charts/renderer.js';
import { openBrowser, type PdfBrowser } from '../../src/packs/browser.js';
import { findBrowser } from '../../src/packs/find-browser.js';
import { makePack } from '../../src/packs/make-pack.js';
import { printPdf } from '../../src/packs/pdf.js';
import { runAxe } from '../support/axe.js';
import { type OpenedPages, openPages } from '../support/open-page.js';
import { NO_REPORT, packNamed } from '../support/packs.js';
import {
  alternativeFaults,
  contrastFaults,
  headingFaults,
  keyboardFaults,
  tableFaults,
  widthFaults,
} from '../support/page-checks.js';
import { readPlaces } from '../support/pdf-places.js';
import { pdfUaFaults } from '../support/pdf-ua.js';
import { packInput } from './fixture.js';
import { hostileInput } from './fixture-hostile.js';
import { MEASURES } from './fixture-parts.js';

describe('the indicator book', () => {
  let browser: PdfBrowser;
  let pages: OpenedPages;
  const bookOf = async (input = packInput()) => {
    const made = await makePack({
      pack: packNamed('indicator-book'),
      input,
      report: NO_REPORT,
      draw: await openCharts(),
    });
    const [page] = made.pages;
    if (!page) throw new Error('no page');
    return page;
  };

  beforeAll(async () => {
    browser = await openBrowser(findBrowser(), { timeoutSeconds: 120 });
    pages = await openPages();
  });
  afterAll(async () => {
    await browser?.close();
    await pages?.close();
  });

  it.each([1280, 320])('when it is opened %i wide, then nothing keeps a reader out', async width => {
    const { page } = await pages.open((await bookOf()).html, { width });
    await page.bringToFront();
    expect((await runAxe(page)).violations).toEqual([]);
    expect(await contrastFaults(page)).toEqual([]);
    expect(await headingFaults(page)).toEqual([]);
    expect(await tableFaults(page)).toEqual([]);
    expect(await alternativeFaults(page)).toEqual([]);
    expect(await keyboardFaults(page)).toEqual([]);
    expect(await widthFaults(page)).toEqual([]);
    await page.close();
  });

  it('when it is printed, then assistive software can read it, and each measure has one page', async () => {
    const { html, facts } = await bookOf();
    const pdf = await printPdf(browser, html, facts);
    expect(await pdfUaFaults(pdf)).toEqual([]);
    const { pages: printed } = await readPlaces(pdf);
    for (const { width, height } of printed)
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    const ofMeasures = printed.filter(({ text }) => text.includes('Back to the index'));
    expect(ofMeasures).toHaveLength(MEASURES.length);
    const named = MEASURES.map(({ id }) => ofMeasures.filter(({ text }) => text.includes(`${id} `)).length);
    expect(named).toEqual(MEASURES.map(() => 1));
  });

  it('when names, comments and roles hold markup, then it is printed as text', async () => {
    const { html } = await bookOf(hostileInput());
    expect(html.includes('<img')).toBe(false);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
  });
});
