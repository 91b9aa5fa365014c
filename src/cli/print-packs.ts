import { fontVersion } from '../charts/font.js';
import { drawnOnce, openCharts } from '../charts/renderer.js';
import type { PdfBrowser } from '../packs/browser.js';
import type { Format } from '../packs/formats.js';
import { folderOf, makePack, type PackPages } from '../packs/make-pack.js';
import type { OutputFile } from '../packs/output-folder.js';
import { hasWorkbook, type PackSource } from '../packs/pack-views.js';
import { printPdf } from '../packs/pdf.js';
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
): Promise<PackPages> {
  const draw = drawnOnce(await openCharts(councilColours(settings)));
  const made: PackPages[] = [];
  for (const source of sources) made.push(await makePack({ ...source, draw }));
  return { pages: made.flatMap(({ pages }) => pages), problems: made.flatMap(({ problems }) => problems) };
}

/** Every pack as HTML and as PDF, as asked for. The browser prints them side by side. @param browser null for no PDF */
export async function printPacks(
  { pages }: PackPages,
  browser: PdfBrowser | null,
  formats: readonly Format[],
): Promise<PrintedPacks> {
  const files = await Promise.all(
    pages.map(
      async ({ name, folder, html, facts }): Promise<OutputFile[]> => [
        ...(formats.includes('html') ? [{ file: `${folder}${name}.html`, bytes: Buffer.from(html) }] : []),
        ...(browser ? [{ file: `${folder}${name}.pdf`, bytes: await printPdf(browser, html, facts) }] : []),
      ],
    ),
  );
  return { files: files.flat(), versions: { browser: browser?.version ?? NO_BROWSER, font: fontVersion() } };
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
