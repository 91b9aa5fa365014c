/** Faults of what pages paint, of annotations and of fonts. */
import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import { readMarks } from './pdf-marks.js';
import {
  annotationsOf,
  contentOf,
  dictionaryOf,
  type Element,
  get,
  listOf,
  numberOf,
  PDFRawStream,
  parentTree,
  textOf,
} from './pdf-objects.js';
import type { Fault } from './pdf-ua.js';

export function pageFaults(document: PDFDocument, elements: readonly Element[]): Fault[] {
  const parents = parentTree(document);
  const tagged = new Map<PDFDict, Map<number, PDFDict>>();
  const objects = new Map<PDFDict, Element>();
  for (const element of elements) {
    for (const { page, mcid, object } of element.leaves) {
      if (object) objects.set(object, element);
      if (!page || mcid === undefined) continue;
      const marks = tagged.get(page) ?? new Map<number, PDFDict>();
      tagged.set(page, marks.set(mcid, element.dictionary));
    }
  }
  return document.getPages().flatMap((page, index) => {
    const where = `page ${index + 1}`;
    const owners = tagged.get(page.node) ?? new Map();
    return [
      ...contentFaults(page, owners, parents, where),
      ...annotationFaults(page, objects, parents, where),
    ];
  });
}

function contentFaults(
  page: PDFPage,
  owners: ReadonlyMap<number, PDFDict>,
  parents: ReturnType<typeof parentTree>,
  where: string,
): Fault[] {
  const { marks, unmarked, isBalanced } = readMarks(contentOf(page));
  const back = listOf(parents.get(numberOf(get(page.node, 'StructParents')) ?? -1));
  const faults: Fault[] = [];
  if (unmarked.length > 0)
    faults.push({ checkpoint: '01-005', what: `${where}: ${unmarked.length} unmarked: ${unmarked[0]}` });
  if (!isBalanced) faults.push({ checkpoint: '01-005', what: `${where}: marks do not pair` });
  for (const { tag, mcid, inside, painted } of marks) {
    const isInTag = inside.some(each => each !== 'Artifact');
    if (tag === 'Artifact' && isInTag)
      faults.push({ checkpoint: '01-003', what: `${where}: an artifact inside tagged content` });
    if (tag !== 'Artifact' && inside.includes('Artifact'))
      faults.push({ checkpoint: '01-004', what: `${where}: tagged content inside an artifact` });
    if (tag === 'Artifact') continue;
    const owner = mcid === undefined ? undefined : owners.get(mcid);
    if (painted && !owner && !isInTag)
      faults.push({ checkpoint: '01-005', what: `${where}: mark ${mcid} belongs to no tag` });
    if (owner && mcid !== undefined && back[mcid] !== owner)
      faults.push({ checkpoint: '01-005', what: `${where}: mark ${mcid} does not lead back to its tag` });
  }
  const numbers = marks.flatMap(mark => mark.mcid ?? []);
  for (const mcid of owners.keys()) {
    if (!numbers.includes(mcid))
      faults.push({ checkpoint: '01-006', what: `${where}: a tag holds mark ${mcid}, which is not there` });
  }
  return faults;
}

function annotationFaults(
  page: PDFPage,
  objects: ReadonlyMap<PDFDict, Element>,
  parents: ReturnType<typeof parentTree>,
  where: string,
): Fault[] {
  const annotations = annotationsOf(page);
  const faults: Fault[] = [];
  const tabs = textOf(get(page.node, 'Tabs'));
  if (annotations.length > 0 && tabs === '')
    faults.push({ checkpoint: '28-008', what: `${where}: no order of tabs` });
  else if (annotations.length > 0 && tabs !== 'S')
    faults.push({ checkpoint: '28-009', what: `${where}: the order of tabs is ${tabs}` });
  for (const annotation of annotations) {
    const kind = textOf(get(annotation, 'Subtype'));
    const element = objects.get(annotation);
    const hasWords = textOf(get(annotation, 'Contents')).trim() !== '';
    if (kind === 'Link') {
      if (element?.role !== 'Link')
        faults.push({ checkpoint: '28-011', what: `${where}: a link in no Link tag` });
      if (!hasWords) faults.push({ checkpoint: '28-012', what: `${where}: a link that says nothing` });
    } else {
      if (!element) faults.push({ checkpoint: '28-002', what: `${where}: an annotation in no tag` });
      if (!hasWords) faults.push({ checkpoint: '28-004', what: `${where}: an annotation that says nothing` });
    }
    const back = parents.get(numberOf(get(annotation, 'StructParent')) ?? -1);
    if (element && back !== element.dictionary)
      faults.push({ checkpoint: '28-011', what: `${where}: an annotation does not lead back to its tag` });
  }
  return faults;
}

export function fontFaults(document: PDFDocument): Fault[] {
  const fonts = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter(object => object instanceof PDFDict)
    .filter(object => object.get(PDFName.of('Type')) === PDFName.of('Font'));
  return fonts.flatMap(font => {
    const name = textOf(get(font, 'BaseFont'));
    const kind = textOf(get(font, 'Subtype'));
    const isDescendant = kind.startsWith('CIDFont');
    const faults: Fault[] = [];
    if (!isDescendant) faults.push(...unicodeFaults(font, name));
    if (kind === 'Type0' || kind === 'Type3') return faults;
    const descriptor = dictionaryOf(font, 'FontDescriptor');
    if (!['FontFile', 'FontFile2', 'FontFile3'].some(key => get(descriptor, key)))
      faults.push({ checkpoint: '31-009', what: `the font ${name} is not embedded` });
    const map = get(font, 'CIDToGIDMap');
    if (kind === 'CIDFontType2' && !(map instanceof PDFRawStream) && textOf(map) !== 'Identity')
      faults.push({ checkpoint: '31-004', what: `the font ${name} does not say which glyph a code is` });
    return faults;
  });
}

function unicodeFaults(font: PDFDict, name: string): Fault[] {
  const stream = get(font, 'ToUnicode');
  if (!(stream instanceof PDFRawStream))
    return [{ checkpoint: '31-027', what: `the font ${name} does not say which characters it shows` }];
  const map = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  const sections = [...map.matchAll(/beginbf(?:char|range)([\s\S]*?)endbf/g)].map(
    ([, inside = '']) => inside,
  );
  const targets = sections.flatMap(inside => inside.match(/<([0-9A-Fa-f]+)>\s*$/gm) ?? []);
  const faults: Fault[] = [];
  if (targets.some(target => /^<0+>/.test(target)))
    faults.push({ checkpoint: '31-028', what: `a code of the font ${name} is no character` });
  if (targets.some(target => /^<(?:FEFF|FFFE)>/i.test(target)))
    faults.push({ checkpoint: '31-029', what: `a code of the font ${name} is a byte order mark` });
  return faults;
}
