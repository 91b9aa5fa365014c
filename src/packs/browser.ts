import type { Browser, Page } from 'puppeteer';
import { UserError } from '../problems.js';

/** The browser that prints: no network, no scripts, and as few flags as will do. */

export interface PdfBrowser {
  readonly version: string;
  /** Opens a page that holds this HTML, and gives it to `use`; nothing outside the page is ever asked for. */
  withPage<T>(html: string, use: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly timeoutSeconds: number;
}

/** Asks the browser not to talk to its maker, which a closed network would make it wait for. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The pages that drop down from the address bar, which nobody will see: making them ready costs a second of work. */
const WITHOUT_ADDRESS_BAR = '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup';

/** @throws UserError 3 when the browser does not start */
export async function openBrowser(
  executable: string,
  { timeoutSeconds }: BrowserOptions,
): Promise<PdfBrowser> {
  // Loading it takes a quarter of a second, so only a command that prints does.
  const { default: puppeteer } = await import('puppeteer');
  const timeout = timeoutSeconds * 1000;
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  // As root Chromium has no sandbox to offer; everywhere else it stays.
  const args = [...QUIET, WITHOUT_ADDRESS_BAR, ...(isRoot ? ['--no-sandbox'] : [])];
  const browser = await start(
    () =>
      puppeteer.launch({
        executablePath: executable,
        headless: true,
        args,
        timeout,
        protocolTimeout: timeout,
        // The run itself ends the browser, after taking away what it was making.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      }),
    executable,
    timeout,
  );
  return {
    version: await browser.version(),
    withPage: (html, use) => withPage(browser, html, timeout, use),
    close: () => browser.close(),
  };
}

async function start(launch: () => Promise<Browser>, executable: string, timeout: number): Promise<Browser> {
  try {
    return await launch();
  } catch (error) {
    if (isTimeout(error)) throw tooSlow(timeout);
    const words = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const message = `The browser ${executable} does not start (${words}). Start it once by hand to see why, or name another with browser: in scorecard.yml.`;
    throw UserError.of(3, 'browser-fails', message);
  }
}

async function withPage<T>(
  browser: Browser,
  html: string,
  timeout: number,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage();
  try {
    page.setDefaultTimeout(timeout);
    await page.setJavaScriptEnabled(false);
    await page.setOfflineMode(true);
    await page.setRequestInterception(true);
    page.on('request', request => {
      if (request.url().startsWith('data:')) void request.continue();
      else void request.abort('blockedbyclient');
    });
    await page.setContent(html, { waitUntil: 'load', timeout });
    return await use(page);
  } catch (error) {
    if (isTimeout(error)) throw tooSlow(timeout);
    throw error;
  } finally {
    await page.close();
  }
}

/** A wait of ours, or the browser's silence to a command. */
function isTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'TimeoutError' || (error.name === 'ProtocolError' && /timed out/.test(error.message));
}

function tooSlow(timeout: number): UserError {
  const message = `The browser did not print the pack within ${timeout / 1000} seconds. Set browser_timeout_seconds in scorecard.yml to more.`;
  return UserError.of(3, 'browser-slow', message);
}
