import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/packs/browser.js';
import { findBrowser } from '../../src/packs/find-browser.js';
import { readPdf } from './read-pdf.js';

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
    // Getting ready for a request is seen by whoever is called, though nothing is asked.
    server.on('connection', () => seen.push('a connection'));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const browser = await openBrowser(findBrowser(), { timeoutSeconds: 60 });
    try {
      const html = `<!doctype html><title>still</title><link rel="stylesheet" href="${address}/a.css">
        <img src="${address}/b.png"><iframe src="${address}/c"></iframe>
        <link rel="preconnect" href="${address}"><link rel="prefetch" href="${address}/d">
        <object data="${address}/f"></object>
        <style>@import url("${address}/g.css"); body { background: url(${address}/h.png) }</style><script>document.title = 'changed'</script>`;
      expect(await browser.withPage(html, page => page.title())).toBe('still');
      const leaving = `<!doctype html><meta http-equiv="refresh" content="0;url=${address}/e"><p>x</p>`;
      // It may be caught leaving, and is then no page that can be printed; it gets nowhere either way.
      await browser
        .withPage(leaving, page => page.pdf())
        .catch(error => {
          expect(error).toMatchObject({ message: expect.stringContaining('[browser-fails]') });
        });
      expect(seen).toEqual([]);
      expect(browser.version).toMatch(/\d+\.\d+/);
    } finally {
      await browser.close();
      server.close();
    }
  });

  it('when a page asks for files of this machine, then none of them is in what is printed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
    const secret = pathToFileURL(join(folder, 'secret.txt')).href;
    writeFileSync(join(folder, 'secret.txt'), 'SECRET');
    const browser = await openBrowser(findBrowser(), { timeoutSeconds: 60 });
    try {
      const html = `<!doctype html><title>x</title><p>Printed</p><iframe src="${secret}"></iframe>
        <object data="${secret}"></object><embed src="${secret}"><iframe src="file:///etc/hostname"></iframe>
        <iframe srcdoc="<iframe src='${secret}'></iframe>"></iframe><meta http-equiv="refresh" content="0;url=${secret}">
        <svg><image href="${secret}"/><use href="${secret}#x"/></svg>`;
      const pdf = await browser.withPage(html, page => page.pdf());
      const { pages } = await readPdf(Uint8Array.from(pdf));
      const text = pages.map(page => page.text).join(' ');
      expect(text).toContain('Printed');
      expect(text).not.toContain('SECRET');
      expect(text).not.toContain(hostname());
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
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

  it.runIf(process.platform === 'linux')(
    'when it is killed while it prints, then one message says so, and its profile is gone when it is closed',
    async () => {
      const before = profiles();
      const browser = await openBrowser(findBrowser(), { timeoutSeconds: 60 });
      const [profile = ''] = profiles().filter(name => !before.includes(name));
      const printing = browser.withPage('<!doctype html><title>x</title>', async page => {
        page.browser().process()?.kill('SIGKILL');
        return page.pdf();
      });
      await expect(printing).rejects.toMatchObject({ exitCode: 3 });
      await expect(printing).rejects.toThrow(
        /The browser stopped while it printed the pack\. .* \[browser-stopped\]$/,
      );
      expect(profile).toMatch(/^scorecard-/);
      await browser.close();
      expect(profiles()).not.toContain(profile);
    },
  );

  it('when the run is over before it has started, then nobody waits for it', async () => {
    const over = new AbortController();
    const opening = openBrowser(findBrowser(), { timeoutSeconds: 60, signal: over.signal });
    over.abort();
    await expect(opening).rejects.toMatchObject({ exitCode: 3 });
  });
});

/** Temporary folders of this process. */
function profiles(): string[] {
  return readdirSync(tmpdir()).filter(
    name => name.startsWith('scorecard-') && name.includes(`-${process.pid}-`),
  );
}
