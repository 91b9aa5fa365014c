/** The tags of a PDF as a tree in memory: read from the file's objects, and written back to them. */
import type { PDFDict, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib';

export type Library = typeof import('@cantoo/pdf-lib');

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

/** The tag at the root of the tree; undefined for a PDF without tags. */
export function readTree(library: Library, document: PDFDocument): Tag | undefined {
  const { PDFDict, PDFName } = library;
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'));
  if (!(root instanceof PDFDict)) return undefined;
  const dictionary = [root.lookup(PDFName.of('K'))].flat()[0];
  return dictionary instanceof PDFDict ? readTag(library, dictionary) : undefined;
}

function readTag(library: Library, dictionary: PDFDict): Tag {
  const { PDFArray, PDFName } = library;
  const found = dictionary.lookup(PDFName.of('K'));
  const kids = found instanceof PDFArray ? found.asArray() : found === undefined ? [] : [found];
  const page = refOf(library, dictionary, 'Pg');
  return {
    dictionary,
    role: nameOf(library, dictionary, 'S'),
    kids: kids.flatMap(kid => readKid(library, dictionary.context.lookup(kid), page)),
  };
}

function readKid(library: Library, kid: PDFObject | undefined, page: PDFRef | undefined): Kid[] {
  const { PDFDict, PDFName, PDFNumber } = library;
  if (kid instanceof PDFNumber) return page ? [{ page, mcid: kid.asNumber() }] : [];
  if (!(kid instanceof PDFDict)) return [];
  const kind = nameOf(library, kid, 'Type');
  const ownPage = refOf(library, kid, 'Pg') ?? page;
  if (kind === 'MCR') {
    const mcid = kid.lookup(PDFName.of('MCID'), PDFNumber).asNumber();
    return ownPage ? [{ page: ownPage, mcid }] : [];
  }
  if (kind === 'OBJR') {
    const object = refOf(library, kid, 'Obj');
    return object ? [{ object, page: ownPage }] : [];
  }
  return [readTag(library, kid)];
}

function refOf({ PDFName, PDFRef }: Library, dictionary: PDFDict, key: string): PDFRef | undefined {
  const value = dictionary.get(PDFName.of(key));
  return value instanceof PDFRef ? value : undefined;
}

export function nameOf({ PDFName }: Library, dictionary: PDFDict, key: string): string {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
}

/** Writes the tree over the one that was read: tags that are not in it any more leave the file. */
export function writeTree(library: Library, document: PDFDocument, top: Tag): void {
  const { PDFDict, PDFName } = library;
  const { context } = document;
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
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
    dictionary.set(PDFName.of('S'), PDFName.of(role));
    dictionary.set(PDFName.of('P'), parent);
    if (page) dictionary.set(PDFName.of('Pg'), page);
    else dictionary.delete(PDFName.of('Pg'));
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
    dictionary.set(PDFName.of('K'), context.obj(written));
    return ref;
  };
  const rootRef = refs.get(root);
  if (!rootRef) throw new Error('The tags of the PDF have no root object');
  root.set(PDFName.of('K'), write(top, rootRef));
  for (const [dictionary, ref] of refs) {
    if (nameOf(library, dictionary, 'Type') === 'StructElem' && !kept.has(dictionary)) context.delete(ref);
  }
  writeParents(library, document, root, owners);
}

interface Owners {
  readonly contents: Map<PDFRef, PDFRef[]>;
  readonly objects: Map<PDFRef, PDFRef>;
}

/** The way back, from what a page paints and from its annotations to their tags. */
function writeParents(library: Library, { context }: PDFDocument, root: PDFDict, owners: Owners): void {
  const { PDFDict, PDFName, PDFNull } = library;
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    // A number of the old tree would lead to another tag of the new one.
    object.delete(PDFName.of('StructParents'));
    object.delete(PDFName.of('StructParent'));
  }
  const entries: [number, PDFObject][] = [];
  let next = 0;
  for (const [page, marks] of owners.contents) {
    const found = Array.from(marks, mark => mark ?? PDFNull);
    context.lookup(page, PDFDict).set(PDFName.of('StructParents'), context.obj(next));
    entries.push([next, context.register(context.obj(found))]);
    next += 1;
  }
  for (const [object, tag] of owners.objects) {
    context.lookup(object, PDFDict).set(PDFName.of('StructParent'), context.obj(next));
    entries.push([next, tag]);
    next += 1;
  }
  const numbers = context.obj({ Nums: entries.flat() });
  root.set(PDFName.of('ParentTree'), context.register(numbers));
  root.set(PDFName.of('ParentTreeNextKey'), context.obj(next));
}
