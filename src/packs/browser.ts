import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer';
import { UserError } from '../problems.js';
import { makeTemporaryFolder, removeTemporaryFolder } from '../temporary-folder.js';
import { Turns } from './turns.js';

/** The browser that prints: no network, no scripts, and as few flags as will do. */

export interface PdfBrowser {
  readonly version: string;
  /** The file of its program. */
  readonly executable: string;
  /**
   * Opens a page that holds this HTML, and gives it to `use`; nothing outside the page is ever asked for. Several are worked
   * on side by side, and others wait for their turn.
   */
  withPage<T>(html: string, use: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly timeoutSeconds: number;
  /** Ends the browser, also while it is still starting. */
  readonly signal?: AbortSignal;
}

/**
 * Asks the browser not to talk to its maker, which a closed network would make it wait for. No name and no address leads
 * anywhere: a page can ask for a connection without asking for anything through it, and so without being refused.
 */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** The pages that drop down from the address bar, which nobody will see: making them ready costs a second of work. */
const WITHOUT_ADDRESS_BAR = '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup';

/** Side by side, however many processors there are: each holds a whole document in memory. */
const MOST_PAGES = 4;

/** So soon after a browser has ended its pipe is closed, as a rule. */
const PIPE_MILLISECONDS = 1000;

/** A browser that hangs is not waited for at the end. */
const CLOSING_MILLISECONDS = 3000;

/** @throws UserError 3 when the browser does not start */
export async function openBrowser(
  executable: string,
  { timeoutSeconds, signal }: BrowserOptions,
): Promise<PdfBrowser> {
  // Loading it takes a quarter of a second, so only a command that prints does.
  const { default: puppeteer } = await import('puppeteer');
  const timeout = timeoutSeconds * 1000;
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  // As root Chromium has no sandbox to offer; everywhere else it stays.
  const args = [...QUIET, WITHOUT_ADDRESS_BAR, ...(isRoot ? ['--no-sandbox'] : [])];
  const profile = makeTemporaryFolder();
  try {
    const browser = await start(
      () =>
        puppeteer.launch({
          executablePath: executable,
          headless: true,
          args,
          // No port that other programs could reach, and a browser that ends when the run is killed.
          pipe: true,
          userDataDir: profile,
          timeout,
          protocolTimeout: timeout,
          ...(signal ? { signal } : {}),
          // The run itself ends the browser, after taking away what it was making.
          handleSIGINT: false,
          handleSIGTERM: false,
          handleSIGHUP: false,
        }),
      executable,
      timeout,
    );
    // Each page has a process of its own, which keeps a processor busy.
    const turns = new Turns(Math.min(availableParallelism(), MOST_PAGES));
    const ended = endOf(browser);
    ended.catch(() => {});
    return {
      version: await Promise.race([ended, browser.version()]),
      executable,
      withPage: (html, use) => Promise.race([ended, withPage(browser, turns, html, timeout, use)]),
      close: async () => {
        await closeBrowser(browser);
        removeTemporaryFolder(profile);
      },
    };
  } catch (error) {
    removeTemporaryFolder(profile);
    // It may be killed as soon as it has started, before it has said its version.
    throw isCrash(error) ? stopped() : error;
  }
}

async function closeBrowser(browser: Browser): Promise<void> {
  await withinReason(browser.close());
  browser.process()?.kill('SIGKILL');
}

/** Waits for what only tidies up, but not for ever, and whatever becomes of it. */
async function withinReason(work: Promise<unknown>): Promise<void> {
  const waited = new AbortController();
  const enough = setTimeout(CLOSING_MILLISECONDS, undefined, { signal: waited.signal });
  await Promise.race([work, enough]).catch(() => {});
  waited.abort();
  await enough.catch(() => {});
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
  turns: Turns,
  html: string,
  timeout: number,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  try {
    return await turns.take(async () => {
      const page = await browser.newPage();
      try {
        return await Promise.race([crashOf(page), usePage(page, html, timeout, use)]);
      } finally {
        if (browser.connected) await withinReason(page.close());
      }
    });
  } catch (error) {
    if (isTimeout(error)) throw tooSlow(timeout);
    if (!browser.connected || isCrash(error)) throw stopped();
    if (isUnreadable(error)) throw noRoom();
    throw error;
  }
}

async function usePage<T>(
  page: Page,
  html: string,
  timeout: number,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  page.setDefaultTimeout(timeout);
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', request => {
    const answered = request.url().startsWith('data:')
      ? request.continue()
      : request.abort('blockedbyclient');
    // Fails only where the browser has stopped, which whoever waits for the page is told.
    answered.catch(() => {});
  });
  await page.setContent(html, { waitUntil: 'load', timeout });
  return use(page);
}

/**
 * Never ends well: only a browser that ends does. The library learns of it when its pipe closes, which a process that the
 * browser was just starting may hold open.
 */
function endOf(browser: Browser): Promise<never> {
  return new Promise((_, reject) => {
    const process = browser.process();
    if (process?.exitCode !== null || process.signalCode !== null) reject(stopped());
    else
      process.once('exit', () => {
        // Nothing waits for it but work that hears nothing.
        setTimeout(PIPE_MILLISECONDS, undefined, { ref: false }).then(() => reject(stopped()));
      });
  });
}

/** Never ends well: only a page that crashes ends it. */
function crashOf(page: Page): Promise<never> {
  return new Promise((_, reject) => {
    page.once('error', reject);
  });
}

/** What the library says of a page or a browser that is no longer there. */
function isCrash(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const words = /Page crashed|Target closed|Session closed|Connection closed|detached|EPIPE/i;
  return error.name === 'TargetCloseError' || words.test(error.message);
}

/** The browser writes what it prints into a file of its own before it hands it over. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && /IO\.read|Printing failed/.test(error.message);
}

function noRoom(): UserError {
  const message =
    'The browser could not print the pack. The disk of the temporary files may be full: make room and run again.';
  return UserError.of(3, 'browser-fails', message);
}

function stopped(): UserError {
  const message =
    'The browser stopped while it printed the pack. Run again; if it stops again, close other programs to give it memory, or name another browser with browser: in scorecard.yml.';
  return UserError.of(3, 'browser-stopped', message);
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
