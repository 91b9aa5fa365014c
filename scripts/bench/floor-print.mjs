/**
 * The floor under rendering: `node scripts/bench/floor-print.mjs FOLDER BROWSER`. What the browser alone takes to print the pages
 * that a build has made: tagged, with an outline, page numbers and a font, but nothing drawn, checked or finished. Prints the
 * seconds without the browser's start, which a build hides behind its figures.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer';

const [folder = '', executablePath = ''] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter(name => name.endsWith('.html'));
const isRoot = process.getuid?.() === 0;
const browser = await puppeteer.launch({
  executablePath,
  headless: true,
  pipe: true,
  args: isRoot ? ['--no-sandbox'] : [],
  protocolTimeout: 600_000,
});
const start = performance.now();
await Promise.all(
  files.map(async file => {
    const page = await browser.newPage();
    await page.setContent(readFileSync(join(folder, file), 'utf8'), { waitUntil: 'load', timeout: 600_000 });
    await page.pdf({
      format: 'A4',
      landscape: true,
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      timeout: 600_000,
    });
    await page.close();
  }),
);
process.stdout.write(`${(performance.now() - start) / 1000}\n`);
await browser.close();
