/**
 * PDF/UA-1 as far as a machine can tell: the failure conditions of the Matterhorn Protocol 1.1 that need no human eye,
 * read from the file's own objects. Faults without a checkpoint there name the clause that they are against.
 */
import { decodePDFRawStream, PDFDocument } from '@cantoo/pdf-lib';
import {
  dictionaryOf,
  everyElement,
  get,
  isTrue,
  listOf,
  PDFDict,
  PDFRawStream,
  readElements,
  textOf,
} from './pdf-objects.js';
import { fontFaults, pageFaults } from './pdf-ua-pages.js';
import { tagFaults } from './pdf-ua-tags.js';

export interface Fault {
  readonly checkpoint: string;
  readonly what: string;
}

export async function pdfUaFaults(bytes: Uint8Array): Promise<Fault[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const top = readElements(document);
  const elements = top ? everyElement(top) : [];
  return [
    ...documentFaults(document),
    ...(top ? tagFaults(document, elements) : [{ checkpoint: 'ISO 14289 7.1', what: 'there are no tags' }]),
    ...pageFaults(document, elements),
    ...fontFaults(document),
  ];
}

function documentFaults(document: PDFDocument): Fault[] {
  const { catalog } = document;
  const info = dictionaryOf(catalog, 'MarkInfo');
  const preferences = dictionaryOf(catalog, 'ViewerPreferences');
  const metadata = get(catalog, 'Metadata');
  const xmp =
    metadata instanceof PDFRawStream
      ? Buffer.from(decodePDFRawStream(metadata).decode()).toString('utf8')
      : '';
  const form = dictionaryOf(catalog, 'AcroForm');
  const { trailerInfo } = document.context;
  const id = listOf(trailerInfo.ID && document.context.lookup(trailerInfo.ID)).map(textOf);
  const faults: [string, string, boolean][] = [
    ['ISO 14289 7.1', 'MarkInfo does not say that it is marked', !isTrue(get(info, 'Marked'))],
    ['01-007', 'Suspects is true', isTrue(get(info, 'Suspects'))],
    ['06-001', 'there is no metadata stream', xmp === ''],
    ['06-002', 'the metadata has no PDF/UA identifier', xmp !== '' && !/<pdfuaid:part>1</.test(xmp)],
    ['06-003', 'the metadata has no title', xmp !== '' && !/<dc:title>[\s\S]*<rdf:li[^>]*>[^<]+</.test(xmp)],
    ['07-001', 'DisplayDocTitle is missing', get(preferences, 'DisplayDocTitle') === undefined],
    [
      '07-002',
      'DisplayDocTitle is false',
      preferences !== undefined &&
        get(preferences, 'DisplayDocTitle') !== undefined &&
        !isTrue(get(preferences, 'DisplayDocTitle')),
    ],
    ['11-001', 'there is no language', textOf(get(catalog, 'Lang')) === ''],
    ['20-001', 'there is optional content', get(catalog, 'OCProperties') !== undefined],
    ['25-001', 'there is an XFA form', get(form, 'XFA') !== undefined],
    ['26-001', 'the file is encrypted', trailerInfo.Encrypt !== undefined],
    ['ISO 32000 14.4', 'the trailer has no identifier', id.length !== 2 || id.some(each => each.length < 16)],
    [
      'ISO 14289 7.1',
      'the tags have no root of the type StructTreeRoot',
      !(get(catalog, 'StructTreeRoot') instanceof PDFDict),
    ],
  ];
  return faults.filter(([, , isFault]) => isFault).map(([checkpoint, what]) => ({ checkpoint, what }));
}
