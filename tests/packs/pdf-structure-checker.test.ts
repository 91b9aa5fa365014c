import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type PdfBrowser } from '../../src/packs/browser.js';
import { findBrowser } from '../../src/packs/find-browser.js';
import { printPdf } from '../../src/packs/pdf.js';
import { contentOf, type Element, everyElement, get, readElements } from '../support/pdf-objects.js';
import { pdfUaFaults } from '../support/pdf-ua.js';

/** A page with one of everything: what the browser tags well, and what it does not. */
const PAGE = `<!doctype html><html lang="en-GB"><title>Small</title><style>table { border: 1px solid; }</style>
<h1>Small</h1><dl><div><dt>Word</dt><dd>Meaning, <strong>strongly</strong></dd></div></dl>
<h2 id="here">Here</h2><ul><li>One <a href="#here">link</a></li><li>Two</li></ul>
<figure><svg role="img" aria-label="A square" width="40" height="30" viewBox="0 0 40 30"><rect x="5" y="5" width="20" height="20"/><text x="5" y="28">S</text></svg>
<figcaption>Below it</figcaption>
<table><caption>Numbers</caption><thead><tr><td></td><th scope="col">Jan</th><th scope="col">Feb</th><td></td></tr></thead>
<tbody><tr><td></td><td>1</td><td></td><th scope="row">Row</th></tr><tr><td></td><td></td><td>2</td><th scope="row">Other</th></tr></tbody></table>
</figure></html>`;
const FACTS = {
  title: 'Small',
  author: 'Council',
  subject: 'Test',
  createdOn: '2020-10-05',
  notice: 'Draft',
};

type Change = (document: PDFDocument, all: readonly Element[]) => void;

const name = (text: string) => PDFName.of(text);
const catalogEntry = (document: PDFDocument, key: string) => document.catalog.lookup(name(key), PDFDict);
const first = (all: readonly Element[], role: string) => {
  const found = all.find(element => element.role === role);
  if (!found) throw new Error(`no ${role}`);
  return found.dictionary;
};
const objectsWith = (document: PDFDocument, key: string, value: string) =>
  document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter(object => object instanceof PDFDict)
    .filter(object => object.get(name(key)) === name(value));
const link = (document: PDFDocument) => objectsWith(document, 'Subtype', 'Link')[0];

/** The first page's content, changed as text. */
function repaint(document: PDFDocument, change: (content: string) => string): void {
  const [page] = document.getPages();
  if (!page) throw new Error('no page');
  const bytes = Buffer.from(change(contentOf(page)), 'latin1');
  const dictionary = document.context.obj({ Length: bytes.length });
  page.node.set(name('Contents'), document.context.register(PDFRawStream.of(dictionary, bytes)));
}

/** Each fault put in, and the checkpoint that must tell of it. */
const FAULTS: readonly (readonly [string, string, Change])[] = [
  ['it is not said to be marked', 'ISO 14289 7.1', document => document.catalog.delete(name('MarkInfo'))],
  [
    'its tags are suspect',
    '01-007',
    document => catalogEntry(document, 'MarkInfo').set(name('Suspects'), document.context.obj(true)),
  ],
  ['its tags are gone', 'ISO 14289 7.1', document => document.catalog.delete(name('StructTreeRoot'))],
  ['its metadata are gone', '06-001', document => document.catalog.delete(name('Metadata'))],
  [
    'its metadata do not claim PDF/UA',
    '06-002',
    document => {
      const text = new TextEncoder().encode('<dc:title><rdf:li>Small</rdf:li></dc:title>');
      const stream = PDFRawStream.of(document.context.obj({ Length: text.length }), text);
      document.catalog.set(name('Metadata'), document.context.register(stream));
    },
  ],
  [
    'its metadata have no title',
    '06-003',
    document => {
      const text = new TextEncoder().encode('<pdfuaid:part>1</pdfuaid:part>');
      const stream = PDFRawStream.of(document.context.obj({ Length: text.length }), text);
      document.catalog.set(name('Metadata'), document.context.register(stream));
    },
  ],
  [
    'a window need not show its title',
    '07-001',
    document => catalogEntry(document, 'ViewerPreferences').delete(name('DisplayDocTitle')),
  ],
  [
    'a window shows the name of its file',
    '07-002',
    document =>
      catalogEntry(document, 'ViewerPreferences').set(name('DisplayDocTitle'), document.context.obj(false)),
  ],
  ['its language is gone', '11-001', document => document.catalog.delete(name('Lang'))],
  [
    'its identifier is gone',
    'ISO 32000 14.4',
    document => {
      delete document.context.trailerInfo.ID;
    },
  ],
  ['a tag is of no known type', '02-001', (_, all) => first(all, 'P').set(name('S'), name('Paragraph'))],
  [
    'a known type is given another meaning',
    '02-004',
    document => {
      const map = catalogEntry(document, 'StructTreeRoot').lookup(name('RoleMap'), PDFDict);
      map.set(name('P'), name('Div'));
    },
  ],
  ['a row stands in no table', '09-004', (_, all) => first(all, 'Table').set(name('S'), name('Div'))],
  [
    'a row lacks a cell',
    '09-004',
    (document, all) => {
      const row = first(all, 'TR');
      const [, ...rest] = all.find(element => element.dictionary === row)?.children ?? [];
      const refs = rest.map(child => document.context.getObjectRef(child.dictionary));
      row.set(name('K'), document.context.obj(refs.filter(ref => ref !== undefined)));
    },
  ],
  ['an item of a list has no body', '09-005', (_, all) => first(all, 'LBody').set(name('S'), name('P'))],
  [
    'a tag holds nothing',
    '01-006',
    (document, all) => first(all, 'P').set(name('K'), document.context.obj([])),
  ],
  ['a figure says nothing', '13-004', (_, all) => first(all, 'Figure').delete(name('Alt'))],
  ['a figure says a space', '13-004', (_, all) => first(all, 'Figure').set(name('Alt'), PDFString.of(' '))],
  ['a figure has no place', 'ISO 32000 14.8.5.4.3', (_, all) => first(all, 'Figure').delete(name('A'))],
  [
    'the first heading is not the first level',
    '14-002',
    (_, all) => first(all, 'H1').set(name('S'), name('H2')),
  ],
  ['a level of heading is skipped', '14-003', (_, all) => first(all, 'H2').set(name('S'), name('H3'))],
  ['a heading has no level', '14-007', (_, all) => first(all, 'H2').set(name('S'), name('H'))],
  [
    'a cell names a head that is not there',
    '15-003',
    (_, all) => {
      for (const head of all.filter(element => element.role === 'TH')) head.dictionary.delete(name('ID'));
    },
  ],
  [
    'a head cell is of no column or row',
    '15-003',
    (_, all) => {
      for (const cell of all.filter(element => /^T[HD]$/.test(element.role)))
        cell.dictionary.delete(name('A'));
    },
  ],
  ['a link says nothing', '28-012', document => link(document)?.delete(name('Contents'))],
  ['a link is in no tag', '28-011', (_, all) => first(all, 'Link').set(name('S'), name('Span'))],
  ['a link leads back to no tag', '28-011', document => link(document)?.delete(name('StructParent'))],
  ['tabs have no order', '28-008', document => document.getPage(0).node.delete(name('Tabs'))],
  ['tabs follow rows', '28-009', document => document.getPage(0).node.set(name('Tabs'), name('R'))],
  [
    'a note floats on the page',
    '28-002',
    document => {
      const note = document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9] });
      note.set(name('Contents'), PDFHexString.fromText('Note'));
      document.getPage(0).node.addAnnot(document.context.register(note));
    },
  ],
  [
    'something is painted without a mark',
    '01-005',
    document => repaint(document, c => `${c}\n0 0 9 9 re\nf\n`),
  ],
  [
    'a mark belongs to no tag',
    '01-005',
    document => repaint(document, c => `${c}\n/P <</MCID 999>> BDC\n0 0 9 9 re f\nEMC\n`),
  ],
  [
    'an artifact stands in tagged content',
    '01-003',
    document => repaint(document, c => c.replace(/\/MCID (\d+)\s*>>\s*BDC/, '$&\n/Artifact BMC\nEMC')),
  ],
  [
    'tagged content stands in an artifact',
    '01-004',
    document => repaint(document, c => `/Artifact BMC\n${c}\nEMC\n`),
  ],
  [
    'a tag holds what the page does not paint',
    '01-006',
    document => repaint(document, c => c.replace(/\/MCID \d+/, '/MCID 998')),
  ],
  [
    'a font is not in the file',
    '31-009',
    document => {
      for (const font of objectsWith(document, 'Type', 'FontDescriptor')) font.delete(name('FontFile2'));
    },
  ],
  [
    'a font does not say which characters it shows',
    '31-027',
    document => objectsWith(document, 'Subtype', 'Type0')[0]?.delete(name('ToUnicode')),
  ],
  [
    'a font does not say which glyphs it has',
    '31-004',
    document => objectsWith(document, 'Subtype', 'CIDFontType2')[0]?.delete(name('CIDToGIDMap')),
  ],
  [
    'it has a form of the old kind',
    '25-001',
    document => document.catalog.set(name('AcroForm'), document.context.obj({ XFA: PDFString.of('x') })),
  ],
];

describe('the checker of PDF/UA', () => {
  let browser: PdfBrowser;
  let bytes: Uint8Array;

  beforeAll(async () => {
    browser = await openBrowser(findBrowser(), { timeoutSeconds: 120 });
    bytes = await printPdf(browser, PAGE, FACTS);
  });
  afterAll(() => browser?.close());

  it('when a PDF is as we print it, then no fault is found', async () => {
    expect(await pdfUaFaults(bytes)).toEqual([]);
  });

  it.each(FAULTS)('when %s, then %s is told', async (_, checkpoint, change) => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const top = readElements(document);
    change(document, top ? everyElement(top) : []);
    const faults = await pdfUaFaults(await document.save({ addDefaultPage: false }));
    expect(faults.map(fault => fault.checkpoint)).toContain(checkpoint);
  });

  it('when the browser leaves out empty cells, then each cell is tagged under its own head again', async () => {
    const top = readElements(await PDFDocument.load(bytes, { updateMetadata: false }));
    const rows = everyElement(top as Element).filter(element => element.role === 'TR');
    const shape = rows.map(row =>
      row.children.map(cell => `${cell.role}${cell.leaves.length ? '' : '-'}`).join(' '),
    );
    // The page's table begins every row with a cell that nothing is said in: no head names it, so it stays away.
    expect(shape).toEqual(['TH TH TD-', 'TD TD- TH', 'TD- TD TH']);
  });

  it('when a drawing stands in a figure of HTML, then only the drawing is a figure and lies where it is drawn', async () => {
    const top = readElements(await PDFDocument.load(bytes, { updateMetadata: false }));
    const figures = everyElement(top as Element).filter(element => element.role === 'Figure');
    expect(figures.map(({ dictionary }) => String(get(dictionary, 'Alt')))).toEqual(['(A square)']);
    const box =
      /BBox \[ ([\d.\s]+) \]/.exec(String(figures[0]?.dictionary))?.[1]?.split(' ').map(Number) ?? [];
    const [left = 0, bottom = 0, right = 0, top_ = 0] = box;
    // 20 of the browser's pixels are 15 points; the letter's foot lies 3 pixels below the square.
    expect(right - left).toBeCloseTo(15, 0);
    expect(top_ - bottom).toBeCloseTo(17.25, 0);
  });
});
