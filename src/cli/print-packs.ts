import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fontVersion } from '../charts/font.js';
import { type DataQualityInput, dataQualityView } from '../checks/data-quality-view.js';
import type { PdfBrowser } from '../packs/browser.js';
import { scrutinyTitle } from '../packs/cover-view.js';
import { makeDataQualityHtml } from '../packs/data-quality.js';
import { DRAFT_NOTICE, INTERNAL_NOTICE } from '../packs/notice.js';
import type { OutputFile } from '../packs/output-folder.js';
import type { PackInput } from '../packs/pack-input.js';
import { type DocumentFacts, printPdf } from '../packs/pdf.js';
import { makeScrutinyPage } from '../packs/scrutiny.js';
import type { Problem } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import type { Workspace } from '../workspace/workspace.js';

export interface PrintedPacks {
  readonly packs: readonly string[];
  readonly files: readonly OutputFile[];
  readonly versions: { readonly browser: string; readonly font: string };
}

/** A pack as a page, before it is printed. */
interface PackPage {
  readonly name: string;
  /** 'public/' for what may be published; '' for the council's own eyes. */
  readonly folder: string;
  readonly html: string;
  readonly facts: DocumentFacts;
}

export interface PackPages {
  readonly pages: readonly PackPage[];
  /** What only the finished words of a pack could tell. */
  readonly problems: readonly Problem[];
}

/** @param report what the checks found, for the data-quality pack */
export async function makePages(
  input: PackInput,
  report: Omit<DataQualityInput, 'extractedOn' | 'toolVersion'>,
  workspace: Workspace,
): Promise<PackPages> {
  const folders = [join(workspace.folder, 'templates'), toolPath('templates')].filter(folder =>
    existsSync(folder),
  );
  const { council, report: settings } = input.settings;
  const scrutiny = await makeScrutinyPage(input, folders);
  const { extractedOn, toolVersion } = input;
  const quality = dataQualityView({ ...report, extractedOn, toolVersion });
  const facts = { author: council.name, createdOn: extractedOn };
  return {
    pages: [
      {
        name: 'scrutiny',
        folder: 'public/',
        html: scrutiny.html,
        facts: { ...facts, title: scrutinyTitle(input), subject: settings.committee, notice: DRAFT_NOTICE },
      },
      {
        name: 'data-quality',
        folder: '',
        html: await makeDataQualityHtml(quality, input, folders),
        facts: {
          ...facts,
          title: quality.title,
          subject: 'For the performance team',
          notice: INTERNAL_NOTICE,
        },
      },
    ],
    problems: scrutiny.problems,
  };
}

/** Every pack as HTML and as PDF. The browser prints them side by side. */
export async function printPacks({ pages }: PackPages, browser: PdfBrowser): Promise<PrintedPacks> {
  const files = await Promise.all(
    pages.map(
      async ({ name, folder, html, facts }): Promise<OutputFile[]> => [
        { file: `${folder}${name}.html`, bytes: Buffer.from(html) },
        { file: `${folder}${name}.pdf`, bytes: await printPdf(browser, html, facts) },
      ],
    ),
  );
  const packs = pages.map(page => page.name);
  return { packs, files: files.flat(), versions: { browser: browser.version, font: fontVersion() } };
}
