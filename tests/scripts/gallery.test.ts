import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { galleryPage } from '../../scripts/gallery/page.js';
import { openBrowser, type PdfBrowser } from '../../src/packs/browser.js';
import { findBrowser } from '../../src/packs/find-browser.js';

describe('the gallery of the design', () => {
  let html: string;
  let browser: PdfBrowser;

  beforeAll(async () => {
    html = await galleryPage();
    browser = await openBrowser(findBrowser(), { timeoutSeconds: 120 });
  });
  afterAll(() => browser?.close());

  it('when it is made again, then it is the same', async () => {
    expect((await galleryPage()) === html).toBe(true);
  });

  it('when its parts are counted, then every kind of chart, rating and direction is there', () => {
    for (const kind of ['series', 'stacked', 'dots', 'multiples']) {
      expect(html, kind).toContain(`<svg class="chart chart-${kind}"`);
    }
    for (const colour of ['green', 'amber', 'red', 'blue']) expect(html).toContain(`rating-${colour}`);
    for (const arrow of ['up', 'down', 'same']) expect(html).toContain(`#arrow-${arrow}`);
  });

  it('when ids are counted, then none stands twice and every link leads to one', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(match => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const [, target] of html.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g))
      expect(ids).toContain(target);
  });

  it.each([1280, 320])('when a screen is %i px wide, then nothing is wider than it', async width => {
    const widest = await browser.withPage(html, async page => {
      await page.setViewport({ width, height: 800 });
      return page.evaluate('document.documentElement.scrollWidth');
    });
    expect(widest).toBeLessThanOrEqual(width);
  });
});
