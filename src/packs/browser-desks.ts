import { availableParallelism } from 'node:os';
import type { Browser, BrowserContext } from 'puppeteer';

/** Each holds the document that it prints, so that memory grows with them. */
const MOST_DESKS = 4;

/**
 * Where documents are printed side by side. A browser lays out all pages that it takes for one another's neighbours in one
 * process, one after another; pages of contexts of their own have processes of their own.
 */
export class Desks {
  private readonly free: Desk[] = [];
  private readonly waiting: ((desk: Desk) => void)[] = [];
  private opened = 0;

  /** @param most of them; default as many as there are processors, of which each keeps one busy */
  constructor(
    private readonly browser: Browser,
    private readonly most = Math.min(availableParallelism(), MOST_DESKS),
  ) {}

  /** Waits for its turn, in the order of asking, and works at a desk that nobody else works at. */
  async at<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
    const desk = await this.take();
    try {
      return await work(await desk.context);
    } finally {
      this.give(desk);
    }
  }

  private async take(): Promise<Desk> {
    const free = this.free.pop();
    if (free) return free;
    if (this.opened < this.most) return { context: this.open() };
    return new Promise(resolve => this.waiting.push(resolve));
  }

  private give(desk: Desk): void {
    const next = this.waiting.shift();
    if (next) next(desk);
    else this.free.push(desk);
  }

  private async open(): Promise<BrowserContext> {
    this.opened += 1;
    if (this.opened === 1) return this.browser.defaultBrowserContext();
    const context = await this.browser.createBrowserContext();
    // The process of a context ends with its last page, and to start another takes longer than a short document.
    await context.newPage();
    return context;
  }
}

interface Desk {
  readonly context: Promise<BrowserContext>;
}
