import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/packs/browser.js';
import { findBrowser } from '../../src/packs/find-browser.js';

describe('the browser that prints', () => {
  it('when it cannot start, then one message names it and says what to do', async () => {
    const notABrowser = process.execPath;
    const opening = openBrowser(notABrowser, { timeoutSeconds: 20 });
    await expect(opening).rejects.toMatchObject({ exitCode: 3 });
    await expect(openBrowser('/nowhere/chrome', { timeoutSeconds: 20 })).rejects.toThrow(
      /The browser \/nowhere\/chrome does not start .* \[browser-fails\]$/,
    );
  });

  it('when a page asks for something outside or runs a script, then neither happens', async () => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const browser = await openBrowser(findBrowser(), { timeoutSeconds: 60 });
    try {
      const html = `<!doctype html><title>still</title><link rel="stylesheet" href="${address}/a.css">
        <img src="${address}/b.png"><iframe src="${address}/c"></iframe><script>document.title = 'changed'</script>`;
      expect(await browser.withPage(html, page => page.title())).toBe('still');
      expect(seen).toEqual([]);
      expect(browser.version).toMatch(/\d+\.\d+/);
    } finally {
      await browser.close();
      server.close();
    }
  });

  it('when the page takes too long, then the message names the setting', async () => {
    const browser = await openBrowser(findBrowser(), { timeoutSeconds: 60 });
    try {
      const slow = browser.withPage('<!doctype html><title>x</title>', async page => {
        await page.waitForSelector('.never', { timeout: 50 });
      });
      await expect(slow).rejects.toMatchObject({ exitCode: 3 });
      await expect(slow).rejects.toThrow('Set browser_timeout_seconds in scorecard.yml to more.');
    } finally {
      await browser.close();
    }
  });
});
