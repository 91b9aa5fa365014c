import { setImmediate } from 'node:timers/promises';
import type { KeptCharts } from '../cache/kept-charts.js';
import type { KeptOutputs } from '../cache/kept-outputs.js';
import { fontVersion } from '../charts/font.js';
import { openCharts } from '../charts/renderer.js';
import type { PdfBrowser } from '../packs/browser.js';
import { stateOfBrowser } from '../packs/find-browser.js';
import type { Format } from '../packs/formats.js';
import {
  folderOf,
  joined,
  type PackPage,
  type PackPages,
  type PlannedPack,
  planPack,
} from '../packs/make-pack.js';
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

/**
 * The pages of several packs. All are planned before a chart of any is drawn, so that a slip in a template is told first. The
 * one with most to draw comes first, and others have their turn between the charts, such as a browser that prints already.
 * @param onPage told of each page as soon as it is made
 * @throws UserError 2 for slips in templates
 */
export async function makePages(
  sources: readonly Omit<PackSource, 'draw'>[],
  settings: Settings,
  charts: KeptCharts,
  onPage: (page: PackPage) => void = () => {},
): Promise<PackPages> {
  const draw = charts.drawing(await openCharts(councilColours(settings)));
  const planned: PlannedPack[] = [];
  for (const source of sources) planned.push(await planPack({ ...source, draw }));
  const made = new Map<PlannedPack, PackPages[]>();
  for (const pack of [...planned].sort((one, other) => other.charts.length - one.charts.length)) {
    for (const chart of pack.charts) {
      draw(chart);
      await setImmediate();
    }
    const pages: PackPages[] = [];
    for (const each of pack.pages()) {
      pages.push(each);
      for (const page of each.pages) onPage(page);
      await setImmediate();
    }
    made.set(pack, pages);
  }
  return joined(planned.flatMap(pack => made.get(pack) ?? []));
}

/** Every page as HTML and as PDF, as asked for; the browser prints several side by side, and others are made meanwhile. */
export class PackPrinter {
  private readonly made = new Map<PackPage, Promise<readonly OutputFile[]>>();

  /**
   * @param browser null for no PDF
   * @param kept the output folder, in which a PDF lies that was printed from the same page
   * @param tool what prints, beside the browser
   */
  constructor(
    private readonly browser: Promise<PdfBrowser | null>,
    private readonly formats: readonly Format[],
    private readonly kept: KeptOutputs,
    private readonly tool: string,
  ) {}

  begin(page: PackPage): void {
    const files = this.filesOf(page);
    // What fails is told by `finish`; a run that fails before has no use for it.
    files.catch(() => {});
    this.made.set(page, files);
  }

  /** The files of pages that were begun, in their order. @throws UserError 3 where the browser fails */
  async finish({ pages }: PackPages): Promise<PrintedPacks> {
    const files = await Promise.all(
      pages.map(page => {
        const begun = this.made.get(page);
        if (!begun) throw new Error(`${page.name} was never begun`);
        return begun;
      }),
    );
    const browser = (await this.browser)?.version ?? NO_BROWSER;
    return { files: files.flat(), versions: { browser, font: fontVersion() } };
  }

  private async filesOf({ name, folder, html, facts }: PackPage): Promise<OutputFile[]> {
    const { formats } = this;
    const browser = await this.browser;
    return [
      ...(formats.includes('html') ? [{ file: `${folder}${name}.html`, bytes: Buffer.from(html) }] : []),
      ...(browser ? await this.printed(`${folder}${name}.pdf`, html, facts, browser) : []),
    ];
  }

  private printed(
    file: string,
    html: string,
    facts: DocumentFacts,
    browser: PdfBrowser,
  ): Promise<OutputFile[]> {
    const from = [html, facts, browser.version, stateOfBrowser(browser.executable), this.tool];
    return this.kept.files([file], from, async () => [await printPdf(browser, html, facts)]);
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
