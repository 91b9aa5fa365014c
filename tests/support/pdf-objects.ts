/** The objects of a PDF as a checker needs them: the tag tree, and what pages paint, read without the code that wrote them. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

export const get = (dictionary: PDFDict | undefined, key: string): PDFObject | undefined =>
  dictionary?.lookup(PDFName.of(key));

export function dictionaryOf(dictionary: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = get(dictionary, key);
  return value instanceof PDFDict ? value : undefined;
}

export function textOf(value: PDFObject | undefined): string {
  if (value instanceof PDFName || value instanceof PDFString || value instanceof PDFHexString)
    return value.decodeText();
  return '';
}

export function numberOf(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

export const isTrue = (value: PDFObject | undefined): boolean =>
  value instanceof PDFBool && value.asBoolean();

/** One or several, as PDF lets most entries be. */
export function listOf(value: PDFObject | undefined): PDFObject[] {
  if (value instanceof PDFArray)
    return value
      .asArray()
      .map((_, index) => value.lookup(index))
      .filter(each => each !== undefined);
  return value === undefined ? [] : [value];
}

export interface Leaf {
  readonly kind: 'content' | 'object';
  readonly page: PDFDict | undefined;
  readonly mcid: number | undefined;
  readonly object: PDFDict | undefined;
}

export interface Element {
  readonly dictionary: PDFDict;
  readonly role: string;
  readonly parent: Element | undefined;
  readonly children: Element[];
  readonly leaves: Leaf[];
}

export function readElements(document: PDFDocument): Element | undefined {
  const root = dictionaryOf(document.catalog, 'StructTreeRoot');
  const [top] = listOf(get(root, 'K'));
  return top instanceof PDFDict ? readElement(top, undefined) : undefined;
}

function readElement(dictionary: PDFDict, parent: Element | undefined): Element {
  const element: Element = {
    dictionary,
    role: textOf(get(dictionary, 'S')),
    parent,
    children: [],
    leaves: [],
  };
  const page = dictionaryOf(dictionary, 'Pg');
  for (const kid of listOf(get(dictionary, 'K'))) {
    if (kid instanceof PDFNumber) {
      element.leaves.push({ kind: 'content', page, mcid: kid.asNumber(), object: undefined });
    } else if (kid instanceof PDFDict) {
      const type = textOf(get(kid, 'Type'));
      const leaf = { page: dictionaryOf(kid, 'Pg') ?? page, object: dictionaryOf(kid, 'Obj') };
      if (type === 'MCR')
        element.leaves.push({
          ...leaf,
          kind: 'content',
          mcid: numberOf(get(kid, 'MCID')),
          object: undefined,
        });
      else if (type === 'OBJR') element.leaves.push({ ...leaf, kind: 'object', mcid: undefined });
      else element.children.push(readElement(kid, element));
    }
  }
  return element;
}

export function everyElement(element: Element): Element[] {
  return [element, ...element.children.flatMap(everyElement)];
}

/** The tree of numbers that leads from marks and annotations back to their tags. */
export function parentTree(document: PDFDocument): Map<number, PDFObject> {
  const found = new Map<number, PDFObject>();
  const read = (node: PDFDict | undefined) => {
    const numbers = get(node, 'Nums');
    if (numbers instanceof PDFArray) {
      for (let at = 0; at + 1 < numbers.size(); at += 2) {
        const value = numbers.lookup(at + 1);
        const key = numberOf(numbers.lookup(at));
        if (key !== undefined && value) found.set(key, value);
      }
    }
    for (const kid of listOf(get(node, 'Kids'))) if (kid instanceof PDFDict) read(kid);
  };
  read(dictionaryOf(dictionaryOf(document.catalog, 'StructTreeRoot'), 'ParentTree'));
  return found;
}

export function contentOf(page: PDFPage): string {
  return listOf(get(page.node, 'Contents'))
    .filter(stream => stream instanceof PDFRawStream)
    .map(stream => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
    .join('\n');
}

export function annotationsOf(page: PDFPage): PDFDict[] {
  return listOf(get(page.node, 'Annots')).filter(each => each instanceof PDFDict);
}

export { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef };
