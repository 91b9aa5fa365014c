/** The HTML as a reader opens it: in a browser, from a file, without a network, on a desk and on a telephone. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer';
import { ROOT } from '../set-up/project.mjs';

/** @typedef {import('../check-pack.mjs').Check} Check */

const DESK = { width: 1280, height: 900 };
const TELEPHONE = { width: 390, height: 844, isMobile: true };

/**
 * @param {string} file
 * @param {Check} check
 */
export async function checkHtml(file, check) {
  check('HTML is there', existsSync(file));
  if (!existsSync(file)) return;
  const { findBrowser } = await import(
    pathToFileURL(path.join(ROOT, 'dist', 'packs', 'find-browser.js')).href
  );
  // Root, as in a container, gets no sandbox from Chromium.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await puppeteer.launch({ executablePath: findBrowser(), args });
  try {
    const page = await browser.newPage();
    await page.setOfflineMode(true);
    await checkLoading(page, pathToFileURL(path.resolve(file)).href, check);
    await checkContent(page, check);
    for (const size of [DESK, TELEPHONE]) await checkWidth(page, size, check);
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('puppeteer').Page} page
 * @param {string} address
 * @param {Check} check
 */
async function checkLoading(page, address, check) {
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const requests = [];
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', error => errors.push(String(error)));
  page.on('request', request => {
    // A picture or font written into the page itself asks for nothing.
    if (request.url() !== address && !request.url().startsWith('data:')) requests.push(request.url());
  });
  await page.setViewport(DESK);
  await page.goto(address, { waitUntil: 'networkidle0' });
  check('HTML opens without an error', errors.length === 0, errors.join('; '));
  check('HTML asks for nothing beyond itself', requests.length === 0, requests.join(', '));
}

/**
 * @param {import('puppeteer').Page} page
 * @param {Check} check
 */
async function checkContent(page, check) {
  // Written as text because it runs in the page, whose words our compiler settings do not know.
  const seen = await page.evaluate(`({
    language: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    text: document.body.innerText,
  })`);
  const { language, title, headings, text } = /** @type {Record<string, string | number>} */ (seen);
  check('HTML is in British English', language === 'en-GB', String(language) || 'no language');
  check('HTML has a title', String(title).trim() !== '');
  check('HTML has one main heading', headings === 1, String(headings));
  check('HTML says nothing of a draft', !/Draft:|not suppressed|not for publication/i.test(String(text)));
}

/**
 * @param {import('puppeteer').Page} page
 * @param {{ width: number, height: number, isMobile?: boolean }} size
 * @param {Check} check
 */
async function checkWidth(page, size, check) {
  await page.setViewport(size);
  const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
  check(`HTML fits a window of ${size.width} pixels`, width <= size.width, `it is ${width} wide`);
}
