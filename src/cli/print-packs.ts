import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fontVersion } from '../charts/font.js';
import type { PdfBrowser } from '../packs/browser.js';
import { scrutinyTitle } from '../packs/cover-view.js';
import { DRAFT_NOTICE } from '../packs/notice.js';
import type { OutputFile } from '../packs/output-folder.js';
import type { PackInput } from '../packs/pack-input.js';
import { printPdf } from '../packs/pdf.js';
import { makeScrutinyPage } from '../packs/scrutiny.js';
import type { Problem } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import type { Workspace } from '../workspace/workspace.js';

export interface PrintedPacks {
  readonly packs: readonly string[];
  readonly files: readonly OutputFile[];
  readonly versions: { readonly browser: string; readonly font: string };
}

/** The packs as pages, before anything is printed. */
export interface PackPages {
  readonly html: string;
  /** What only the finished words of a pack could tell. */
  readonly problems: readonly Problem[];
}

export async function makePages(input: PackInput, workspace: Workspace): Promise<PackPages> {
  const folders = [join(workspace.folder, 'templates'), toolPath('templates')].filter(folder =>
    existsSync(folder),
  );
  return makeScrutinyPage(input, folders);
}

/** Every pack as HTML and as PDF. */
export async function printPacks(
  input: PackInput,
  { html }: PackPages,
  browser: PdfBrowser,
): Promise<PrintedPacks> {
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
}
