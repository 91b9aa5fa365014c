import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

/** A PDF as its readers see it: text, tags, bookmarks and metadata, read by another library than the one that wrote it. */

export interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

export interface PdfFacts {
  readonly info: Record<string, unknown>;
  readonly metadata: string;
  readonly displaysTitle: boolean;
  readonly isMarked: boolean;
  readonly outline: readonly OutlineItem[];
  readonly pages: readonly { readonly text: string; readonly width: number; readonly height: number }[];
  /** How many tags of each role the pages show. */
  readonly roles: Readonly<Record<string, number>>;
  readonly figureTexts: readonly string[];
  /** Names of head cells, and those that cells name as theirs. */
  readonly headings: readonly string[];
  readonly headingsNamed: readonly string[];
  readonly links: readonly string[];
}

export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  // Loaded here, after the charts: it brings a canvas of another version, and a process in which ours comes second dies.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const preferences = (await document.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null;
  const pages: { text: string; width: number; height: number }[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({ text, width, height });
  }
  const facts = {
    info: info as Record<string, unknown>,
    metadata: metadata?.getRaw() ?? '',
    displaysTitle: preferences?.DisplayDocTitle === true,
    isMarked: (await document.getMarkInfo())?.Marked === true,
    outline: ((await document.getOutline()) ?? []) as OutlineItem[],
    pages,
  };
  await task.destroy();
  return { ...facts, ...(await readTags(bytes)) };
}

/** The tag tree itself: pdf.js shows it a page at a time, and a table over two pages twice. */
async function readTags(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const dictionaries = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter(object => object instanceof PDFDict);
  const elements = dictionaries.filter(each => each.get(PDFName.of('Type')) === PDFName.of('StructElem'));
  const roleOf = (element: PDFDict) => String(element.get(PDFName.of('S'))).slice(1);
  const roles: Record<string, number> = {};
  for (const element of elements) roles[roleOf(element)] = (roles[roleOf(element)] ?? 0) + 1;
  const figures = elements.filter(element => roleOf(element) === 'Figure');
  return {
    roles,
    figureTexts: figures.map(figure => textOf(figure.get(PDFName.of('Alt')))),
    headings: elements.map(element => textOf(element.get(PDFName.of('ID')))).filter(id => id !== ''),
    headingsNamed: elements.flatMap(element => headersOf(element.lookup(PDFName.of('A')))),
    links: dictionaries
      .filter(each => each.get(PDFName.of('Subtype')) === PDFName.of('Link'))
      .map(link => textOf(link.get(PDFName.of('Contents')))),
  };
}

function headersOf(attributes: unknown): string[] {
  if (attributes instanceof PDFArray) return attributes.asArray().flatMap(headersOf);
  if (!(attributes instanceof PDFDict)) return [];
  const headers = attributes.lookup(PDFName.of('Headers'));
  return headers instanceof PDFArray ? headers.asArray().map(textOf) : [];
}

function textOf(value: unknown): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}
