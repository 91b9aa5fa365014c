import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fontVersion } from '../charts/font.js';
import { openBrowser } from '../packs/browser.js';
import { DRAFT_NOTICE } from '../packs/notice.js';
import type { OutputFile } from '../packs/output-folder.js';
import type { PackInput } from '../packs/pack-input.js';
import { printPdf } from '../packs/pdf.js';
import { makeScrutinyHtml } from '../packs/scrutiny.js';
import { scrutinyTitle } from '../packs/scrutiny-view.js';
import { toolPath } from '../tool-folder.js';
import type { Workspace } from '../workspace/workspace.js';

export interface PrintedPacks {
  readonly packs: readonly string[];
  readonly files: readonly OutputFile[];
  readonly versions: { readonly browser: string; readonly font: string };
}

/** Makes every pack as HTML and prints it. */
export async function printPacks(
  input: PackInput,
  workspace: Workspace,
  browserPath: string,
): Promise<PrintedPacks> {
  const folders = [join(workspace.folder, 'templates'), toolPath('templates')].filter(folder =>
    existsSync(folder),
  );
  const html = await makeScrutinyHtml(input, folders);
  const browser = await openBrowser(browserPath, { timeoutSeconds: input.settings.browser_timeout_seconds });
  try {
    const { council, report } = input.settings;
    const pdf = await printPdf(browser, html, {
      title: scrutinyTitle(input),
      author: council.name,
      subject: report.committee,
      createdOn: input.extractedOn,
      notice: DRAFT_NOTICE,
    });
    const files = [
      { file: 'public/scrutiny.html', bytes: Buffer.from(html) },
      { file: 'public/scrutiny.pdf', bytes: pdf },
    ];
    return { packs: ['scrutiny'], files, versions: { browser: browser.version, font: fontVersion() } };
  } finally {
    await browser.close();
  }
}
