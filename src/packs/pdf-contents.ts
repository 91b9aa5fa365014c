/**
 * The page of each section beside its link in the contents. No browser can yet set the number of another page into its
 * own words, so the numbers are written when the pages are known, in the font that the page has already.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';

const GAP = 5;
/** Of the text of the cover, 15 of the page's pixels; and where its letters stand in the box of a link. */
const SIZE = 11.25;
const BASELINE = 4.1;
const QUIET_INK = '0.302 0.329 0.361 rg';

/** What the contents of a page link to, in their order: none where it has no contents. */
export function contentsOf(html: string): string[] {
  const [contents = ''] = /<nav class="contents"[\s\S]*?<\/nav>/.exec(html) ?? [];
  return [...contents.matchAll(/href="#([^"]+)"/g)].map(([, anchor = '']) => anchor);
}

/** Leaves the document as it is where the page has no font with the digits. @param anchors of the contents */
export function numberContents(document: PDFDocument, anchors: readonly string[]): void {
  const cover = document.getPages()[0]?.node;
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const links = cover?.Annots();
  if (!cover || !destinations || !links) return;
  const pages = document.getPages().map(page => page.ref);
  const places = anchors.flatMap(anchor => {
    const box = lastLineTo(anchor, links);
    const page = pageOf(anchor, destinations, pages);
    return box && page > 0 ? [{ page, box }] : [];
  });
  const digits = new Set(places.flatMap(({ page }) => [...String(page)].map(Number)));
  const font = fontWithDigits(digits, cover.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict));
  if (!font || places.length === 0) return;
  const numbers = places.map(({ page, box }) => numberAt(page, box, font));
  // The browser leaves its own scale behind: what is added stands outside it.
  const { context } = document;
  const stream = (text: string) => context.register(context.flateStream(text));
  const own = cover.normalizedEntries().Contents?.asArray() ?? [];
  const added = `\nQ /Artifact BMC q BT ${QUIET_INK} ${font.name} ${SIZE} Tf\n${numbers.join('\n')}\nET Q EMC`;
  cover.set(PDFName.of('Contents'), context.obj([stream('q\n'), ...own, stream(added)]));
}

/** A title of several lines is a link for each of them, one after another; the number follows its last word. */
function lastLineTo(anchor: string, links: PDFArray): PDFArray | undefined {
  const all = Array.from({ length: links.size() }, (_, index) => links.lookup(index, PDFDict));
  const leadsThere = all.map(link => {
    const destination = link.get(PDFName.of('Dest'));
    return destination instanceof PDFName && destination.decodeText() === anchor;
  });
  const first = leadsThere.indexOf(true);
  const next = leadsThere.indexOf(false, first);
  const last = first < 0 ? undefined : all[(next < 0 ? all.length : next) - 1];
  return last?.lookup(PDFName.of('Rect'), PDFArray);
}

/** From 1; 0 where it leads nowhere. */
function pageOf(anchor: string, destinations: PDFDict, pages: readonly PDFRef[]): number {
  const page = destinations.lookupMaybe(PDFName.of(anchor), PDFArray)?.get(0);
  return pages.findIndex(each => each.toString() === page?.toString()) + 1;
}

function numberAt(page: number, box: PDFArray, { codes }: DigitFont): string {
  const [x, y] = [box.lookup(2, PDFNumber).asNumber() + GAP, box.lookup(1, PDFNumber).asNumber() + BASELINE];
  const text = [...String(page)].map(digit => codes[Number(digit)]).join('');
  return `1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${text}> Tj`;
}

interface DigitFont {
  /** As the page calls it: "/F7". */
  readonly name: string;
  /** The code of each digit, four hexadecimal letters; '' of one that the document has no use for. */
  readonly codes: readonly string[];
}

/** The page's upright font of usual weight: it holds the letters of this document and no others. */
function fontWithDigits(digits: ReadonlySet<number>, fonts: PDFDict | undefined): DigitFont | undefined {
  return fonts?.entries().flatMap(([name, value]) => {
    const font = fonts.context.lookupMaybe(value, PDFDict);
    const isUsual = font?.get(PDFName.of('BaseFont'))?.toString().endsWith('-Regular');
    const map = font?.lookup(PDFName.of('ToUnicode'));
    if (!isUsual || !(map instanceof PDFRawStream)) return [];
    const codes = codesOfDigits(new TextDecoder().decode(decodePDFRawStream(map).decode()));
    return [...digits].some(digit => codes[digit] === '') ? [] : [{ name: name.toString(), codes }];
  })[0];
}

/** From a font's own table of codes and letters: "<0084> <008D> <0030>" is a run of codes, "<0084> <0030>" one. */
function codesOfDigits(table: string): string[] {
  const codes: string[] = Array.from({ length: 10 }, () => '');
  const hold = (code: number, letter: number) => {
    const digit = letter - '0'.charCodeAt(0);
    if (digit >= 0 && digit < codes.length) codes[digit] = code.toString(16).toUpperCase().padStart(4, '0');
  };
  for (const [line] of table.matchAll(/^(?:<[0-9A-F]{4}> ){1,2}<[0-9A-F]{4}>$/gim)) {
    const [first = 0, second = 0, third] = [...line.matchAll(/[0-9A-F]{4}/gi)].map(([hex]) =>
      parseInt(hex, 16),
    );
    if (third === undefined) hold(first, second);
    else for (let code = first; code <= second; code++) hold(code, third + code - first);
  }
  return codes;
}
