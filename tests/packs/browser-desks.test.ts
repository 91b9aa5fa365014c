import { setImmediate } from 'node:timers/promises';
import type { Browser } from 'puppeteer';
import { describe, expect, it } from 'vitest';
import { Desks } from '../../src/packs/browser-desks.js';

/** Who works where and when, with a browser that only counts what is opened in it. */

function fakeBrowser() {
  const opened: string[] = [];
  const context = (name: string) => ({ name, newPage: async () => opened.push(`page in ${name}`) });
  const browser = {
    defaultBrowserContext: () => context('first'),
    createBrowserContext: async () => {
      opened.push('context');
      return context('second');
    },
  };
  return { opened, browser: browser as unknown as Browser };
}

/** A piece of work that ends when it is told to. */
function workOf(name: string, begun: string[]) {
  let end = () => {};
  const over = new Promise<void>(resolve => {
    end = resolve;
  });
  const work = async (desk: unknown) => {
    begun.push(`${name} at ${(desk as { name: string }).name}`);
    await over;
    return name;
  };
  return { work, end: () => end() };
}

describe('desks', () => {
  it('when all are taken then others wait in the order of asking, for whichever is free first', async () => {
    const desks = new Desks(fakeBrowser().browser, 2);
    const begun: string[] = [];
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(name => workOf(name, begun));
    const all = [a, b, c, d].flatMap(each => (each ? [desks.at(each.work)] : []));
    await setImmediate();
    expect(begun).toEqual(['a at first', 'b at second']);
    b?.end();
    await setImmediate();
    expect(begun).toEqual(['a at first', 'b at second', 'c at second']);
    for (const each of [a, c, d]) each?.end();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
    expect(begun[3]).toMatch(/^d at (?:first|second)$/);
  });

  it('when one thing follows another then no second process is started for it', async () => {
    const { browser, opened } = fakeBrowser();
    const desks = new Desks(browser, 2);
    await desks.at(async () => {});
    await desks.at(async () => {});
    expect(opened).toEqual([]);
  });

  it('when two are worked on at once then the second has a process that lives on between documents', async () => {
    const { browser, opened } = fakeBrowser();
    const desks = new Desks(browser, 2);
    await Promise.all([desks.at(() => setImmediate()), desks.at(() => setImmediate())]);
    expect(opened).toEqual(['context', 'page in second']);
  });

  it('when work fails then whoever asked is told, and the desk is free for the next', async () => {
    const desks = new Desks(fakeBrowser().browser, 1);
    const failing = desks.at(async () => {
      throw new Error('no paper');
    });
    const next = desks.at(async () => 'printed');
    await expect(failing).rejects.toThrow('no paper');
    expect(await next).toBe('printed');
  });
});
