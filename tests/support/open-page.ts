/** A page in a real browser as its readers open it: from a file, with or without scripts, and what it complains of. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findBrowser } from '../../src/packs/find-browser.js';

export interface OpenedPages {
  open(html: string, options?: { readonly scripts?: boolean; readonly width?: number }): Promise<OpenedPage>;
  close(): Promise<void>;
}

export interface OpenedPage {
  readonly page: Page;
  /** What the console and the policy said. */
  readonly said: readonly string[];
}

export async function openPages(): Promise<OpenedPages> {
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const browser: Browser = await puppeteer.launch({
    executablePath: findBrowser(),
    args: isRoot ? ['--no-sandbox'] : [],
  });
  let count = 0;
  return {
    open: async (html, { scripts = true, width = 1280 } = {}) => {
      const file = join(folder, `page-${++count}.html`);
      writeFileSync(file, html);
      const page = await browser.newPage();
      const said: string[] = [];
      page.on('console', message => said.push(message.text()));
      page.on('pageerror', error => said.push(String(error)));
      await page.setJavaScriptEnabled(scripts);
      await page.setViewport({ width, height: 900 });
      await page.goto(pathToFileURL(file).href);
      return { page, said };
    },
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
