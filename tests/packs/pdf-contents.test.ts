import { decodePDFRawStream, PDFArray, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { contentsOf, numberContents } from '../../src/packs/pdf-contents.js';

interface Line {
  readonly to: string;
  /** Right and lower edge of the link's box, in points. */
  readonly right: number;
  readonly bottom: number;
}

/** Codes of the digits in the font of the document: 2 is 0012, 3 is 0013. */
const codeOf = (digit: number) => `001${digit}`;

/** Of twelve pages; the first links to "one" on page 2, "two" on page 3 and "far" on page 12. @param digits of its font */
async function aDocument(lines: readonly Line[], digits: readonly number[]): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const pages = Array.from({ length: 12 }, () => document.addPage());
  const { context } = document;
  const destination = (page: number) => context.obj([pages[page - 1]?.ref ?? null, PDFName.of('XYZ')]);
  document.catalog.set(
    PDFName.of('Dests'),
    context.obj({ one: destination(2), two: destination(3), far: destination(12) }),
  );
  const annotations = lines.map(({ to, right, bottom }) =>
    context.register(
      context.obj({ Subtype: 'Link', Dest: PDFName.of(to), Rect: [right - 50, bottom, right, bottom + 12] }),
    ),
  );
  const table = digits.map(digit => `<${codeOf(digit)}> <003${digit}>`).join('\n');
  const map = context.register(context.stream(`beginbfchar\n${table}\nendbfchar`));
  const font = context.obj({ BaseFont: 'AAAAAA+Sans-Regular', ToUnicode: map });
  const cover = pages[0]?.node;
  cover?.set(PDFName.of('Annots'), context.obj(annotations));
  cover?.set(PDFName.of('Resources'), context.obj({ Font: { F1: font } }));
  cover?.set(PDFName.of('Contents'), context.register(context.stream('q Q')));
  return document;
}

/** What stands on the first page. */
function written(document: PDFDocument): string {
  const contents = document.getPages()[0]?.node.Contents();
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  return parts
    .map(part => document.context.lookup(part))
    .filter(stream => stream instanceof PDFRawStream)
    .map(stream => new TextDecoder().decode(decodePDFRawStream(stream).decode()))
    .join('\n');
}

const EVERY_DIGIT = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('page numbers in the contents', () => {
  it('when the contents stand in a page then their links are found in their order, and no others', () => {
    const html =
      '<nav class="contents"><a href="#one">One</a><a href="#two">Two</a></nav><a href="#far">Far</a>';
    expect(contentsOf(html)).toEqual(['one', 'two']);
  });

  it('when a title fits its line then the number of its page stands behind it', async () => {
    const document = await aDocument([{ to: 'one', right: 100, bottom: 200 }], EVERY_DIGIT);
    numberContents(document, ['one']);
    // 5 points behind the box, and its letters 4.1 above the lower edge.
    expect(written(document)).toContain('1 0 0 1 105.00 204.10 Tm <0012> Tj');
  });

  it('when a title takes several lines then the number stands behind the last', async () => {
    const lines = [
      { to: 'one', right: 100, bottom: 200 },
      { to: 'two', right: 100, bottom: 180 },
      { to: 'two', right: 90, bottom: 165 },
      { to: 'two', right: 40, bottom: 150 },
      { to: 'far', right: 60, bottom: 130 },
      // Another link of the page, which is none of the contents.
      { to: 'two', right: 300, bottom: 20 },
    ];
    const document = await aDocument(lines, EVERY_DIGIT);
    numberContents(document, ['one', 'two', 'far']);
    const text = written(document);
    expect(text).toContain('1 0 0 1 45.00 154.10 Tm <0013> Tj');
    expect(text).toContain('1 0 0 1 65.00 134.10 Tm <00110012> Tj');
    expect(text.match(/Tj/g)).toHaveLength(3);
  });

  it('when the font lacks a digit that no number needs then the numbers stand', async () => {
    const document = await aDocument([{ to: 'two', right: 100, bottom: 200 }], [2, 3]);
    numberContents(document, ['two']);
    expect(written(document)).toContain('<0013> Tj');
  });

  it('when the font lacks a digit that is needed then the page stays as it is', async () => {
    const document = await aDocument([{ to: 'far', right: 100, bottom: 200 }], [2, 3]);
    numberContents(document, ['far']);
    expect(written(document)).not.toContain('Tj');
  });

  it('when a link leads nowhere then it has no number', async () => {
    const document = await aDocument([{ to: 'gone', right: 100, bottom: 200 }], EVERY_DIGIT);
    numberContents(document, ['gone']);
    expect(written(document)).not.toContain('Tj');
  });
});
