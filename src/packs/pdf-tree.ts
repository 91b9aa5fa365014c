/** The tags of a PDF as a tree in memory: read from the file's objects, and written back to them. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';

/** A piece of what a page paints. */
export interface Content {
  readonly page: PDFRef;
  readonly mcid: number;
}

/** An annotation, such as the place where a link can be pressed. */
export interface ObjectReference {
  readonly object: PDFRef;
  readonly page: PDFRef | undefined;
}

export interface Tag {
  readonly dictionary: PDFDict;
  role: string;
  kids: Kid[];
}

export type Kid = Tag | Content | ObjectReference;

export const isTag = (kid: Kid): kid is Tag => 'role' in kid;
export const isContent = (kid: Kid): kid is Content => 'mcid' in kid;

/** Looked up once: the library reads a name letter by letter each time it is asked for, and a pack has thousands of tags. */
const KIDS = PDFName.of('K');
const ROLE = PDFName.of('S');
const PAGE = PDFName.of('Pg');
const PARENT = PDFName.of('P');
const TYPE = PDFName.of('Type');
const TAG = PDFName.of('StructElem');
const MARK = PDFName.of('MCR');
const MARK_NUMBER = PDFName.of('MCID');
const REFERENCE = PDFName.of('OBJR');
const OBJECT = PDFName.of('Obj');
const TREE_ROOT = PDFName.of('StructTreeRoot');
const OWN_PARENTS = PDFName.of('StructParents');
const OWN_PARENT = PDFName.of('StructParent');

/** The tag at the root of the tree; undefined for a PDF without tags. */
export function readTree(document: PDFDocument): Tag | undefined {
  const root = document.catalog.lookup(TREE_ROOT);
  if (!(root instanceof PDFDict)) return undefined;
  const dictionary = [root.lookup(KIDS)].flat()[0];
  return dictionary instanceof PDFDict ? readTag(dictionary) : undefined;
}

function readTag(dictionary: PDFDict): Tag {
  const found = dictionary.lookup(KIDS);
  const kids = found instanceof PDFArray ? found.asArray() : found === undefined ? [] : [found];
  const page = refOf(dictionary, PAGE);
  return {
    dictionary,
    role: roleOf(dictionary),
    kids: kids.flatMap(kid => readKid(dictionary.context.lookup(kid), page)),
  };
}

function readKid(kid: PDFObject | undefined, page: PDFRef | undefined): Kid[] {
  if (kid instanceof PDFNumber) return page ? [{ page, mcid: kid.asNumber() }] : [];
  if (!(kid instanceof PDFDict)) return [];
  const kind = kid.lookup(TYPE);
  const ownPage = refOf(kid, PAGE) ?? page;
  if (kind === MARK) {
    const mcid = kid.lookup(MARK_NUMBER, PDFNumber).asNumber();
    return ownPage ? [{ page: ownPage, mcid }] : [];
  }
  if (kind === REFERENCE) {
    const object = refOf(kid, OBJECT);
    return object ? [{ object, page: ownPage }] : [];
  }
  return [readTag(kid)];
}

function refOf(dictionary: PDFDict, key: PDFName): PDFRef | undefined {
  const value = dictionary.get(key);
  return value instanceof PDFRef ? value : undefined;
}

function roleOf(dictionary: PDFDict): string {
  const role = dictionary.lookup(ROLE);
  return role instanceof PDFName ? role.asString().slice(1) : '';
}

/** Writes the tree over the one that was read: tags that are not in it any more leave the file. */
export function writeTree(document: PDFDocument, top: Tag): void {
  const { context } = document;
  const root = document.catalog.lookup(TREE_ROOT, PDFDict);
  const refs = new Map<PDFDict, PDFRef>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict) refs.set(object, ref);
  }
  const kept = new Set<PDFDict>();
  const owners: Owners = { contents: new Map(), objects: new Map() };
  const write = ({ dictionary, role, kids }: Tag, parent: PDFRef): PDFRef => {
    const ref = refs.get(dictionary) ?? context.register(dictionary);
    kept.add(dictionary);
    const page = kids.find(isContent)?.page;
    dictionary.set(ROLE, PDFName.of(role));
    dictionary.set(PARENT, parent);
    if (page) dictionary.set(PAGE, page);
    else dictionary.delete(PAGE);
    const written = kids.map(kid => {
      if (isTag(kid)) return write(kid, ref);
      if (!isContent(kid)) {
        owners.objects.set(kid.object, ref);
        return context.obj({ Type: 'OBJR', Obj: kid.object, ...(kid.page && { Pg: kid.page }) });
      }
      const marks = owners.contents.get(kid.page) ?? [];
      marks[kid.mcid] = ref;
      owners.contents.set(kid.page, marks);
      return kid.page === page
        ? context.obj(kid.mcid)
        : context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.mcid });
    });
    dictionary.set(KIDS, context.obj(written));
    return ref;
  };
  const rootRef = refs.get(root);
  if (!rootRef) throw new Error('The tags of the PDF have no root object');
  root.set(KIDS, write(top, rootRef));
  for (const [dictionary, ref] of refs) {
    if (dictionary.lookup(TYPE) === TAG && !kept.has(dictionary)) context.delete(ref);
  }
  writeParents(document, root, owners);
}

interface Owners {
  readonly contents: Map<PDFRef, PDFRef[]>;
  readonly objects: Map<PDFRef, PDFRef>;
}

/** The way back, from what a page paints and from its annotations to their tags. */
function writeParents({ context }: PDFDocument, root: PDFDict, owners: Owners): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    // A number of the old tree would lead to another tag of the new one.
    object.delete(OWN_PARENTS);
    object.delete(OWN_PARENT);
  }
  const entries: [number, PDFObject][] = [];
  let next = 0;
  for (const [page, marks] of owners.contents) {
    const found = Array.from(marks, mark => mark ?? PDFNull);
    context.lookup(page, PDFDict).set(OWN_PARENTS, context.obj(next));
    entries.push([next, context.register(context.obj(found))]);
    next += 1;
  }
  for (const [object, tag] of owners.objects) {
    context.lookup(object, PDFDict).set(OWN_PARENT, context.obj(next));
    entries.push([next, tag]);
    next += 1;
  }
  const numbers = context.obj({ Nums: entries.flat() });
  root.set(PDFName.of('ParentTree'), context.register(numbers));
  root.set(PDFName.of('ParentTreeNextKey'), context.obj(next));
}
