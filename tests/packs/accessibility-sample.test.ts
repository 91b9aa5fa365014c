import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AxeFindings, runAxe } from '../support/axe.js';
import { type OpenedPage, type OpenedPages, openPages } from '../support/open-page.js';
import {
  alternativeFaults,
  contrastFaults,
  headingFaults,
  keyboardFaults,
  tableFaults,
  widthFaults,
} from '../support/page-checks.js';
import { type PdfPlaces, readPlaces } from '../support/pdf-places.js';
import { pdfUaFaults } from '../support/pdf-ua.js';
import { buildSamplePack, type SamplePack } from '../support/sample-pack.js';

/** The whole sample pack, built once, as its readers get it. */
const TITLE = "Children's Services scorecard: September 2020";
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Colours of the reader's own, light and dark, as Windows sets them. */
async function forceColours(opened: OpenedPage, scheme: 'light' | 'dark' | ''): Promise<void> {
  const session = await opened.page.createCDPSession();
  const features = [
    { name: 'forced-colors', value: scheme === '' ? 'none' : 'active' },
    { name: 'prefers-color-scheme', value: scheme },
  ];
  await session.send('Emulation.setEmulatedMedia', { features });
}

describe('the scrutiny pack of the sample council', () => {
  let pack: SamplePack;
  let pages: OpenedPages;

  beforeAll(async () => {
    pack = await buildSamplePack();
    pages = await openPages();
  });
  afterAll(() => pages?.close());

  describe.each([1280, 320])('as a page %i wide', width => {
    let opened: OpenedPage;
    beforeAll(async () => {
      opened = await pages.open(pack.html, { width });
      await opened.page.bringToFront();
    });
    afterAll(() => opened?.page.close());

    it.each(['', 'light', 'dark'] as const)(
      'when forced colours are "%s", then letters can be read',
      async scheme => {
        await forceColours(opened, scheme);
        expect(await contrastFaults(opened.page)).toEqual([]);
      },
    );

    it.each(['', 'light'] as const)('when forced colours are "%s", then axe finds nothing', async scheme => {
      await forceColours(opened, scheme);
      const findings: AxeFindings = await runAxe(opened.page);
      expect(findings.violations).toEqual([]);
      // Contrast that axe cannot tell, in boxes that scroll, is told above.
      expect(findings.incomplete.filter(each => !each.startsWith('color-contrast:'))).toEqual([]);
      expect(findings.rulesPassed).toEqual(
        expect.arrayContaining(['color-contrast', 'target-size', 'region', 'heading-order', 'svg-img-alt']),
      );
    });

    it('when its headings, tables and drawings are read, then each says what it is', async () => {
      expect(await headingFaults(opened.page)).toEqual([]);
      expect(await tableFaults(opened.page)).toEqual([]);
      expect(await alternativeFaults(opened.page)).toEqual([]);
    });

    it('when it is looked at, then it does not scroll sideways and nothing is said to the console', async () => {
      expect(await widthFaults(opened.page)).toEqual([]);
      expect(opened.said).toEqual([]);
    });

    it('when it is walked with the Tab key, then all is reached as it is read, and is seen', async () => {
      await forceColours(opened, '');
      expect(await keyboardFaults(opened.page)).toEqual([]);
    });
  });

  describe('as a PDF', () => {
    let places: PdfPlaces;
    let headings: { level: number; text: string }[];

    beforeAll(async () => {
      places = await readPlaces(pack.pdf);
      const { page } = await pages.open(pack.html);
      const script = `[...document.querySelectorAll('h1, h2, h3, h4')].map(each => ({ level: Number(each.tagName[1]), text: each.textContent }))`;
      headings = (await page.evaluate(script)) as { level: number; text: string }[];
    });

    it('when its objects are read, then PDF/UA finds no fault', async () => {
      expect(await pdfUaFaults(pack.pdf)).toEqual([]);
    });

    it('when its bookmarks are opened, then they are the headings', () => {
      const bookmarks = places.bookmarks.map(({ title, depth }) => `${depth} ${plain(title)}`);
      expect(bookmarks).toEqual(headings.map(({ level, text }) => `${level - 1} ${plain(text)}`));
    });

    it('when a page is seen alone, then it is A4 landscape, numbered, named, and says something', () => {
      const count = places.pages.length;
      for (const [index, { text, width, height, items }] of places.pages.entries()) {
        expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
        expect(text).toContain(`Page ${index + 1} of ${count}`);
        expect(text).toContain(TITLE);
        // The foot is three pieces and a few more letters: a page with nothing else would have fewer than these.
        expect(items.length).toBeGreaterThan(12);
      }
    });

    it('when a link of the contents is followed, then it lands at the heading of its name', () => {
      const contents = places.jumps.filter(({ from }) => from === 1);
      expect(contents.length).toBeGreaterThan(10);
      for (const { text, to, lands } of contents) {
        expect(to).toBeGreaterThan(1);
        expect(lands).toContain(text);
      }
      for (const { text, lands, to } of places.jumps) {
        expect(to).toBeGreaterThan(0);
        expect(`${text} -> ${lands}`).not.toMatch(/-> $/);
      }
    });

    it('when a heading stands low on a page, then words of its own follow it there', () => {
      const alone = places.bookmarks.filter(({ page, x, y }) => {
        const below = places.pages[page - 1]?.items.filter(
          item => item.y < y - 16 && item.y > 42 && item.x > x - 12 && item.x < x + 360,
        );
        return below?.length === 0;
      });
      expect(alone.map(({ title, page }) => `${title} on page ${page}`)).toEqual([]);
    });
  });
});
