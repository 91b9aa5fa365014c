import { fontVersion } from '../charts/font.js';
import { drawnOnce, openCharts } from '../charts/renderer.js';
import type { PdfBrowser } from '../packs/browser.js';
import { makePack, type PackPages } from '../packs/make-pack.js';
import type { OutputFile } from '../packs/output-folder.js';
import type { PackSource } from '../packs/pack-views.js';
import { printPdf } from '../packs/pdf.js';
import { councilColours } from '../workspace/council-colours.js';
import type { Settings } from '../workspace/settings.js';

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
  return { files: files.flat(), versions: { browser: browser.version, font: fontVersion() } };
}
