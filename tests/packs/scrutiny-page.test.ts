import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/packs/find-browser.js';
import { toolPath } from '../../src/tool-folder.js';
import { makeScrutinyHtml } from '../support/packs.js';
import { packInput } from './fixture.js';
import { hostileInput } from './fixture-hostile.js';

/** Elements that are wider than the box they stand in, by class or name; `.scroll` and `.chart-box` may be on screen. */
const CUT_OFF = (allowed: string) => `[...document.querySelectorAll('body *')]
  .filter(each => !each.closest('svg') && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
  .filter(each => getComputedStyle(each).display !== 'inline' && !each.matches('.unseen, ${allowed}'))
  .map(each => each.className || each.tagName)`;

/** Width of the page between its margins, 277 mm, in the browser's pixels. */
const PAPER_WIDTH = 1047;

describe('the page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
  const file = join(folder, 'scrutiny.html');
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const said: string[] = [];

  beforeAll(async () => {
    writeFileSync(file, await makeScrutinyHtml(packInput(), [toolPath('templates')]));
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
    browser = await puppeteer.launch({ executablePath: findBrowser(), args: isRoot ? ['--no-sandbox'] : [] });
    page = await browser.newPage();
    page.on('request', request => asked.push(request.url().slice(0, 200)));
    page.on('console', message => said.push(message.text()));
    page.on('pageerror', error => said.push(String(error)));
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(pathToFileURL(file).href);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('when it is opened, then it asks for nothing but itself and says nothing to the console', () => {
    expect(asked.filter(url => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
    expect(said).toEqual([]);
  });

  it('when it is opened, then its own font is used', async () => {
    expect(await page.evaluate(`document.fonts.check('16px "Source Sans 3"')`)).toBe(true);
    expect(await page.evaluate(`[...document.fonts].some(font => font.status === 'loaded')`)).toBe(true);
  });

  it.each([1280, 768, 390])(
    'when the window is %i wide, then the page does not scroll sideways',
    async width => {
      await page.setViewport({ width, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await page.evaluate(CUT_OFF('.scroll, .chart-box'))).toEqual([]);
    },
  );

  it('when it is printed, then nothing is wider than its place', async () => {
    await page.setViewport({ width: PAPER_WIDTH, height: 700 });
    await page.emulateMediaType('print');
    expect(await page.evaluate(CUT_OFF('nothing'))).toEqual([]);
    await page.emulateMediaType('screen');
  });

  it('when its words hold markup, then the browser makes no element of them and runs nothing', async () => {
    writeFileSync(file, await makeScrutinyHtml(hostileInput(), [toolPath('templates')]));
    await page.goto(pathToFileURL(file).href);
    expect(
      await page.evaluate(
        `document.querySelectorAll('img, body > :not(script) script, [onerror], [src]').length`,
      ),
    ).toBe(0);
    expect(await page.evaluate(`document.querySelectorAll('style').length`)).toBe(1);
    await page.setViewport({ width: 390, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(said).toEqual([]);
  });
});
