import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/packs/browser.js';
import { findBrowser } from '../../src/packs/find-browser.js';
import { pageScript } from '../../src/packs/page-script.js';
import { printPdf } from '../../src/packs/pdf.js';
import { toolPath } from '../../src/tool-folder.js';
import { type OpenedPage, type OpenedPages, openPages } from '../support/open-page.js';
import { makeScrutinyHtml } from '../support/packs.js';
import { packInput } from './fixture.js';

const FOLDERS = [toolPath('templates')];

/** A page of our own words with the real script: sorting has cases that no pack's figures show. */
function smallPage(body: string): string {
  const { script, policy } = pageScript(FOLDERS);
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><style>.number { text-align: right }</style>${body}<script>${script}</script>`;
}

const TABLE = `<table data-sortable><thead><tr><th scope="col">Name</th><th scope="col" class="number">Number</th></tr></thead>
<tbody><tr class="group"><th colspan="2" scope="rowgroup">One</th></tr>
<tr><th>B</th><td>9%</td></tr><tr><th>a</th><td>1,200</td></tr><tr><th>C</th><td>no data</td></tr><tr><th>D</th><td>80.5 per 10,000</td></tr>
<tr class="total"><th>All</th><td>1,289</td></tr></tbody>
<tbody><tr class="group"><th colspan="2" scope="rowgroup">Two</th></tr><tr><th>z</th><td>2</td></tr><tr><th>y</th><td>10</td></tr></tbody></table>`;
const FIRST_CELLS = `[...document.querySelectorAll('tbody tr')].map(row => row.cells[0].textContent).join(' ')`;
const AS_WRITTEN = 'One B a C D All Two z y';

describe('the policy of a page', () => {
  it('when a browser works out the hash of the script, then the policy names it', () => {
    const { script, policy } = pageScript(FOLDERS);
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('when the script is read, then it is small and asks for nothing', () => {
    const script = readFileSync(toolPath('templates', 'scripts', 'enhance.js'), 'utf8');
    expect(Buffer.byteLength(script)).toBeLessThan(4096);
    expect(script).not.toMatch(/fetch|XMLHttpRequest|import\s*\(|https?:|eval|innerHTML/);
  });

  describe('of a workspace with a script of its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
    const write = (text: string) => writeFileSync(join(folder, 'scripts', 'enhance.js'), text);
    beforeAll(() => mkdirSync(join(folder, 'scripts')));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('when it was written on Windows, then its ends of line are as the browser reads them', () => {
      write('one();\r\ntwo();\r\n');
      expect(pageScript([folder, ...FOLDERS]).script).toBe('one();\ntwo();');
    });

    it('when it holds the end of a script, then the file and the line are named', () => {
      write('one();\nconst end = "</script>";\n');
      expect(() => pageScript([folder, ...FOLDERS])).toThrow(
        /^templates\/scripts\/enhance\.js:2: error: A script/,
      );
    });
  });
});

describe('the script of a page', () => {
  let pages: OpenedPages;
  let html: string;
  let small: OpenedPage;
  let pack: OpenedPage;

  beforeAll(async () => {
    html = await makeScrutinyHtml(packInput(), FOLDERS);
    pages = await openPages();
    small = await pages.open(smallPage(TABLE));
    pack = await pages.open(html);
  });
  afterAll(() => pages?.close());

  it('when scripts are off, then the page has no button and every word that it has with them', async () => {
    const { page } = await pages.open(html, { scripts: false });
    expect(await page.evaluate(`document.querySelectorAll('button, .tip, .band').length`)).toBe(0);
    const words = `document.querySelector('main').textContent.replace(/\\s+/g, ' ')`;
    expect(await page.evaluate(words)).toBe(await pack.page.evaluate(words));
  });

  it('when the pack is opened, then the browser runs its script and complains of nothing', async () => {
    expect(await pack.page.evaluate(`document.querySelectorAll('button.sort').length`)).toBeGreaterThan(10);
    expect(pack.said).toEqual([]);
  });

  it('when the pack is printed, then the script has changed nothing on the paper', async () => {
    const browser = await openBrowser(findBrowser(), { timeoutSeconds: 120 });
    const facts = { title: 'Pack', author: 'Council', subject: 'Test', notice: '', createdOn: '2020-10-05' };
    const withScript = await printPdf(browser, html, facts);
    const without = await printPdf(browser, html.replace(/<script>[\s\S]*<\/script>/, ''), facts);
    await browser.close();
    // The identifier follows from the page's own words, and so is another.
    const rest = (bytes: Uint8Array) =>
      Buffer.from(bytes)
        .toString('latin1')
        .replace(/\/ID \[[^\]]*\]/, '');
    expect(rest(withScript).length).toBeLessThan(withScript.length);
    expect(rest(withScript) === rest(without)).toBe(true);
  });

  it('when another script stands in the page, then the browser refuses it', async () => {
    const { page, said } = await pages.open(
      html.replace('</main>', '</main><script>window.ran = 1</script>'),
    );
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(said.join()).toContain('Content Security Policy');
  });

  it('when a head is pressed, then its numbers rise, fall and stand as written, and no data is last', async () => {
    const { page } = small;
    await page.bringToFront();
    const [, button] = await page.$$('button.sort');
    const states: unknown[] = [];
    for (let press = 0; press < 3; press += 1) {
      await button?.click();
      states.push([
        await page.evaluate(FIRST_CELLS),
        await page.evaluate(`document.querySelectorAll('th')[1].ariaSort`),
      ]);
    }
    expect(states).toEqual([
      ['One B D a C All Two z y', 'ascending'],
      ['One a D B C All Two y z', 'descending'],
      [AS_WRITTEN, null],
    ]);
  });

  it('when a head is reached by keyboard, then Enter and Space sort by words', async () => {
    const { page } = small;
    await page.focus('button.sort');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(FIRST_CELLS)).toBe('One a B C D All Two y z');
    await page.keyboard.press('Space');
    expect(await page.evaluate(FIRST_CELLS)).toBe('One D C B a All Two z y');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(FIRST_CELLS)).toBe(AS_WRITTEN);
  });

  describe('at a chart', () => {
    const tip = () => pack.page.evaluate(`document.querySelector('.tip').textContent`) as Promise<string>;
    const months = `[...document.querySelector('[data-chart] .months').tHead.rows[0].querySelectorAll('th')].map(th => th.innerText.replace('\\n', ' '))`;
    const values = `[...document.querySelector('[data-chart] .months tbody tr').querySelectorAll('td:not([aria-hidden])')].map(td => td.textContent).filter(text => text !== '')`;
    let monthNames: string[];
    let numbers: string[];

    beforeAll(async () => {
      // A page behind another is not drawn, and the pointer waits for it.
      await pack.page.bringToFront();
      monthNames = (await pack.page.evaluate(months)) as string[];
      numbers = (await pack.page.evaluate(values)) as string[];
    });

    it('when it is focused by keyboard, then the last month is shown, arrows go to others, and Escape ends', async () => {
      const { page } = pack;
      await page.evaluate(`document.querySelector('[data-chart]').previousElementSibling?.scrollIntoView()`);
      await page.keyboard.press('Tab');
      await page.focus('[data-chart] [tabindex]');
      expect(await tip()).toMatch(new RegExp(`^${monthNames.at(-1)}\\n.*: ${numbers.at(-1)}`));
      await page.keyboard.press('ArrowLeft');
      expect(await tip()).toMatch(new RegExp(`^${monthNames.at(-2)}\\n.*: ${numbers.at(-2)}`));
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowLeft');
      expect(await tip()).toMatch(new RegExp(`^${monthNames[0]}\\n.*: ${numbers[0]}`));
      await page.keyboard.press('Escape');
      expect(await tip()).toBe('');
    });

    it('when the pointer is over a month, then its numbers are shown inside the window until it leaves', async () => {
      const { page } = pack;
      const place = (await page.evaluate(`(() => {
        document.querySelector('[data-chart] svg').scrollIntoView({ block: 'center' });
        const row = document.querySelector('[data-chart] .months tbody tr');
        const cell = [...row.querySelectorAll('td')].filter(td => td.textContent !== '')[3];
        const { left, width } = cell.getBoundingClientRect();
        return { x: left + width / 2, y: document.querySelector('[data-chart] svg').getBoundingClientRect().top + 20 };
      })()`)) as { x: number; y: number };
      await page.mouse.move(place.x, place.y);
      expect(await tip()).toMatch(new RegExp(`^${monthNames[3]}\\n.*: ${numbers[3]}`));
      const box = (await page.evaluate(
        `(({ left, right, top }) => ({ left, right, top }))(document.querySelector('.tip').getBoundingClientRect())`,
      )) as { left: number; right: number; top: number };
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(1280);
      expect(box.top).toBeGreaterThanOrEqual(0);
      await page.mouse.move(2, 2);
      expect(await tip()).toBe('');
    });

    it('when it is printed, then nothing of it is on the paper', async () => {
      const { page } = pack;
      await page.keyboard.press('Tab');
      await page.focus('[data-chart] [tabindex]');
      await page.emulateMediaType('print');
      expect(await page.evaluate(`getComputedStyle(document.querySelector('.tip')).display`)).toBe('none');
      expect(await page.evaluate(`getComputedStyle(document.querySelector('.band')).display`)).toBe('none');
      await page.emulateMediaType('screen');
    });
  });
});
