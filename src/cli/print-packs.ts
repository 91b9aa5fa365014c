import type { KeptCharts } from '../cache/kept-charts.js';
import type { KeptOutputs } from '../cache/kept-outputs.js';
import { fontVersion } from '../charts/font.js';
import { openCharts } from '../charts/renderer.js';
import type { PdfBrowser } from '../packs/browser.js';
import { stateOfBrowser } from '../packs/find-browser.js';
import type { Format } from '../packs/formats.js';
import { folderOf, makePack, type PackPage, type PackPages } from '../packs/make-pack.js';
import type { OutputFile } from '../packs/output-folder.js';
import { hasWorkbook, type PackSource } from '../packs/pack-views.js';
import { type DocumentFacts, printPdf } from '../packs/pdf.js';
import { packWorkbook } from '../packs/workbook/pack-workbook.js';
import { writeWorkbook } from '../packs/workbook/write-workbook.js';
import { councilColours } from '../workspace/council-colours.js';
import type { Settings } from '../workspace/settings.js';

/** In the record of a run that printed nothing. */
const NO_BROWSER = 'none';

export interface PrintedPacks {
  readonly files: readonly OutputFile[];
  readonly versions: { readonly browser: string; readonly font: string };
}

/** The pages of several packs, one pack after another: each takes the whole of a processor. */
export async function makePages(
  sources: readonly Omit<PackSource, 'draw'>[],
  settings: Settings,
  charts: KeptCharts,
): Promise<PackPages> {
  const draw = charts.drawing(await openCharts(councilColours(settings)));
  const made: PackPages[] = [];
  for (const source of sources) made.push(await makePack({ ...source, draw }));
  return { pages: made.flatMap(({ pages }) => pages), problems: made.flatMap(({ problems }) => problems) };
}

/**
 * Every pack as HTML and as PDF, as asked for. The browser prints several side by side.
 * @param browser null for no PDF
 * @param kept the output folder, in which a PDF lies that was printed from the same page
 * @param tool what prints, beside the browser
 */
export async function printPacks(
  { pages }: PackPages,
  browser: PdfBrowser | null,
  formats: readonly Format[],
  kept: KeptOutputs,
  tool: string,
): Promise<PrintedPacks> {
  // The longest first: begun last, it would be printed while nobody else has anything left to do.
  const longestFirst = [...pages].sort((one, other) => other.html.length - one.html.length);
  const made = new Map(
    await Promise.all(longestFirst.map(async page => [page, await filesOf(page)] as const)),
  );
  const files = pages.flatMap(page => made.get(page) ?? []);
  return { files, versions: { browser: browser?.version ?? NO_BROWSER, font: fontVersion() } };

  async function filesOf({ name, folder, html, facts }: PackPage): Promise<OutputFile[]> {
    return [
      ...(formats.includes('html') ? [{ file: `${folder}${name}.html`, bytes: Buffer.from(html) }] : []),
      ...(browser ? await printed(`${folder}${name}.pdf`, html, facts, browser) : []),
    ];
  }

  async function printed(file: string, html: string, facts: DocumentFacts, browser: PdfBrowser) {
    const from = [html, facts, browser.version, stateOfBrowser(browser.executable), tool];
    return kept.files([file], from, async () => [await printPdf(browser, html, facts)]);
  }
}

/** How much of it was made by an earlier run, in words; '' where nothing was. */
export function printedSummary(files: readonly OutputFile[], made: KeptOutputs): string {
  const prints = files.filter(({ file }) => file.endsWith('.pdf'));
  const before = prints.filter(({ file }) => made.isAsBefore(file));
  return before.length === 0 ? '' : `; ${before.length} of ${prints.length} PDFs as before`;
}

/** The figures of every pack as a workbook beside its other files; none for a pack that has none of its own. */
export async function writeWorkbooks(sources: readonly Omit<PackSource, 'draw'>[]): Promise<OutputFile[]> {
  const shown = sources.filter(({ pack }) => hasWorkbook(pack));
  const files: OutputFile[] = [];
  for (const { pack, input } of shown) {
    const bytes = await writeWorkbook(packWorkbook(pack, input));
    files.push({ file: `${folderOf(pack)}${pack.id}.xlsx`, bytes });
  }
  return files;
}
