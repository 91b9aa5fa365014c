/**
 * The tags that the browser writes, made into those that PDF/UA-1 knows: no tag without meaning around every word, list
 * items with bodies, paragraphs for loose text, cells under their heads, decoration out of the tree.
 */

import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { type Box, type MarksOfPage, markContent } from './pdf-content.js';
import { fillRows } from './pdf-tables.js';
import { type Content, isContent, isTag, type Kid, readTree, type Tag, writeTree } from './pdf-tree.js';

/** What newer PDF calls by a name of its own, in the words of the PDF that PDF/UA-1 is about. */
const ROLE_MAP = {
  Strong: 'Span',
  Em: 'Span',
  Aside: 'Div',
  FENote: 'Note',
  Title: 'P',
  DocumentFragment: 'Div',
};

/** Tags that hold blocks, and in which loose text is a paragraph of its own. */
const GROUPS = new Set(['Document', 'DocumentFragment', 'Part', 'Art', 'Sect', 'Div', 'Aside', 'BlockQuote']);
const INLINE = new Set(['Link', 'Span', 'Strong', 'Em', 'Code', 'Quote', 'Note', 'Reference', 'Annot']);
/** Tags that are dropped when nothing of what they held is left; an empty cell stays, for the table's sake. */
const NEVER_EMPTY = new Set([
  ...[...GROUPS, ...INLINE].filter(role => role !== 'Document'),
  ...['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Lbl', 'LBody', 'LI', 'L', 'Caption', 'NonStruct'],
]);
/** What makes a tag say more than the text in it. */
const SPEAKING = ['Alt', 'ActualText', 'E', 'Lang'];

export async function tidyTags(document: PDFDocument): Promise<void> {
  const top = readTree(document);
  if (!top) return;
  const makeTag = (role: string, kids: Kid[]): Tag => ({
    dictionary: document.context.obj({ Type: 'StructElem' }),
    role,
    kids,
  });
  renameOuterFigures(top);
  const { dropped, boxes } = await markPages(document, top);
  const isDropped = ({ page, mcid }: Content) => dropped.get(page)?.has(mcid) === true;
  prune(top, isDropped);
  tidy(top, makeTag);
  for (const table of tagsOf(top, 'Table')) fillRows(table, () => makeTag('TD', []));
  for (const figure of tagsOf(top, 'Figure')) setBox(figure, boxes);
  writeTree(document, top);
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  root.set(PDFName.of('RoleMap'), document.context.obj(ROLE_MAP));
}

const pack = promisify(deflate);
const unpack = promisify(inflate);

interface PageMarks {
  readonly dropped: ReadonlyMap<PDFRef, ReadonlySet<number>>;
  readonly boxes: ReadonlyMap<PDFRef, ReadonlyMap<number, Box>>;
}

/** Marks every page's decoration, and writes its content back. */
async function markPages(document: PDFDocument, top: Tag): Promise<PageMarks> {
  const { context } = document;
  const figures = byPage(tagsOf(top, 'Figure').flatMap(contentsOf));
  const repeated = byPage(tagsOf(top, 'TH').flatMap(head => repeatedOf(head)));
  const dropped = new Map<PDFRef, ReadonlySet<number>>();
  const boxes = new Map<PDFRef, ReadonlyMap<number, Box>>();
  const pages = document.getPages().map(async ({ ref, node }) => {
    node.set(PDFName.of('Tabs'), PDFName.of('S'));
    const stream = node.lookup(PDFName.of('Contents'));
    if (!(stream instanceof PDFRawStream)) return;
    const marks: MarksOfPage = {
      figures: figures.get(ref) ?? new Set(),
      repeated: repeated.get(ref) ?? new Set(),
    };
    const marked = markContent(await contentOf(stream), marks);
    dropped.set(ref, marked.dropped);
    boxes.set(ref, marked.boxes);
    const contents = await pack(Buffer.from(marked.content, 'latin1'));
    const dictionary = context.obj({ Filter: 'FlateDecode', Length: contents.length });
    const place = node.get(PDFName.of('Contents'));
    if (place instanceof PDFRef) context.assign(place, PDFRawStream.of(dictionary, contents));
  });
  await Promise.all(pages);
  return { dropped, boxes };
}

/** Packed as the browser packs its pages it is unpacked beside other work. */
async function contentOf(stream: PDFRawStream): Promise<string> {
  const isPacked = stream.dict.lookup(PDFName.of('Filter')) === PDFName.FlateDecode;
  const bytes = isPacked ? await unpack(stream.contents) : decodePDFRawStream(stream).decode();
  return Buffer.from(bytes).toString('latin1');
}

function byPage(contents: readonly Content[]): Map<PDFRef, Set<number>> {
  const found = new Map<PDFRef, Set<number>>();
  for (const { page, mcid } of contents) found.set(page, (found.get(page) ?? new Set()).add(mcid));
  return found;
}

/** A column's head is printed again on every page of its table, and read once. */
function repeatedOf(head: Tag): Content[] {
  const attributes = String(head.dictionary.lookup(PDFName.of('A')));
  if (!/\/Scope \/Column/.test(attributes)) return [];
  const [first, ...others] = contentsOf(head);
  return others.filter(content => content.page !== first?.page);
}

function contentsOf(tag: Tag): Content[] {
  return tag.kids.flatMap(kid => (isTag(kid) ? contentsOf(kid) : isContent(kid) ? [kid] : []));
}

function tagsOf(tag: Tag, role: string, found: Tag[] = []): Tag[] {
  if (tag.role === role) found.push(tag);
  for (const kid of tag.kids) if (isTag(kid)) tagsOf(kid, role, found);
  return found;
}

function prune(tag: Tag, isDropped: (content: Content) => boolean): void {
  tag.kids = tag.kids.filter(kid => {
    if (!isTag(kid)) return !(isContent(kid) && isDropped(kid));
    prune(kid, isDropped);
    return kid.kids.length > 0 || !NEVER_EMPTY.has(kid.role);
  });
}

/** A figure of HTML holds words of its own; the drawing inside it is what has a text alternative. */
function renameOuterFigures(top: Tag): void {
  for (const figure of tagsOf(top, 'Figure')) {
    if (figure.dictionary.has(PDFName.of('Alt')) || !figure.kids.some(isTag)) continue;
    figure.role = 'Div';
    for (const kid of figure.kids.filter(isTag)) if (kid.role === 'Caption') kid.role = 'P';
  }
}

type MakeTag = (role: string, kids: Kid[]) => Tag;

function tidy(tag: Tag, makeTag: MakeTag): void {
  if (GROUPS.has(tag.role)) tag.kids = blocksOf(tag.kids, makeTag);
  else tag.kids = tag.kids.flatMap(kid => unwrapped(kid));
  if (tag.role === 'LI') tag.kids = withBody(tag.kids, makeTag);
  for (const kid of tag.kids.filter(isTag)) tidy(kid, makeTag);
}

function isMeaningless(kid: Kid): kid is Tag {
  if (!isTag(kid) || kid.role !== 'NonStruct') return false;
  if (!SPEAKING.some(key => kid.dictionary.has(PDFName.of(key)))) return true;
  kid.role = 'Span';
  return false;
}

/** What a tag without meaning holds, in its place. */
function unwrapped(kid: Kid): Kid[] {
  return isMeaningless(kid) ? kid.kids.flatMap(inner => unwrapped(inner)) : [kid];
}

/** The blocks of a group: a tag without meaning that holds words is a paragraph, another gives up what it holds. */
function blocksOf(kids: readonly Kid[], makeTag: MakeTag): Kid[] {
  const blocks: Kid[] = [];
  let loose: Kid[] = [];
  const endParagraph = () => {
    if (loose.length > 0) blocks.push(makeTag('P', loose));
    loose = [];
  };
  for (const kid of kids) {
    if (!isTag(kid) || INLINE.has(kid.role)) {
      loose.push(kid);
    } else if (!isMeaningless(kid)) {
      endParagraph();
      blocks.push(kid);
    } else if (kid.kids.every(isContent)) {
      loose.push(...kid.kids);
    } else {
      endParagraph();
      blocks.push(...blocksOf(kid.kids, makeTag));
    }
  }
  endParagraph();
  return blocks;
}

/** What stands beside the bullet of a list item. */
function withBody(kids: readonly Kid[], makeTag: MakeTag): Kid[] {
  const isLabel = (kid: Kid) => isTag(kid) && (kid.role === 'Lbl' || kid.role === 'LBody');
  const body = kids.filter(kid => !isLabel(kid));
  return [...kids.filter(isLabel), ...(body.length > 0 ? [makeTag('LBody', body)] : [])];
}

/** Where on its page a figure lies, for readers that show it alone. */
function setBox(figure: Tag, boxes: PageMarks['boxes']): void {
  const contents = contentsOf(figure);
  const [first] = contents;
  const found = contents.map(({ page, mcid }) => boxes.get(page)?.get(mcid)).filter(box => box !== undefined);
  if (!first || found.length === 0 || contents.some(({ page }) => page !== first.page)) return;
  const edge = (choose: (...values: number[]) => number, at: 0 | 1 | 2 | 3) =>
    Math.round(choose(...found.map(box => box[at])) * 100) / 100;
  const box = [edge(Math.min, 0), edge(Math.min, 1), edge(Math.max, 2), edge(Math.max, 3)];
  const { context } = figure.dictionary;
  const attributes = figure.dictionary.lookup(PDFName.of('A'));
  const others = attributes instanceof PDFArray ? attributes.asArray() : attributes ? [attributes] : [];
  const layout = context.obj({ O: 'Layout', Placement: 'Block', BBox: box });
  figure.dictionary.set(PDFName.of('A'), context.obj([...others, layout]));
}
