/** Three things that the browser leaves undone in a PDF. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib';

/**
 * Head cells are named after the browser's own count of nodes, which depends on what it showed before. They are
 * numbered afresh in the same order, so that the tree of names stays sorted and the file the same on every run.
 */
export function numberTags(document: PDFDocument): void {
  const dictionaries = dictionariesOf(document);
  const id = PDFName.of('ID');
  const names = dictionaries.map(each => each.get(id)).filter(name => name instanceof PDFString);
  const sorted = [...new Set(names.map(name => name.asString()))].sort();
  const numbered = new Map(sorted.map((name, index) => [name, `node${String(index + 1).padStart(8, '0')}`]));
  const renamed = (value: PDFObject): PDFObject => {
    const name = value instanceof PDFString ? numbered.get(value.asString()) : undefined;
    return name === undefined ? value : PDFString.of(name);
  };
  for (const dictionary of dictionaries) {
    for (const [key, value] of dictionary.entries())
      replaceNames(value, renamed, to => dictionary.set(key, to));
  }
}

/** In a value and in the lists and attributes inside it; what it refers to has its own turn. */
function replaceNames(
  value: PDFObject,
  renamed: (value: PDFObject) => PDFObject,
  replace: (value: PDFObject) => void,
): void {
  if (value instanceof PDFString) replace(renamed(value));
  if (value instanceof PDFArray) {
    for (const [index, item] of value.asArray().entries())
      replaceNames(item, renamed, to => value.set(index, to));
  }
  if (value instanceof PDFDict) {
    for (const [key, item] of value.entries()) replaceNames(item, renamed, to => value.set(key, to));
  }
}

/** PDF/UA asks that a link says where it goes: "Go to re referrals". */
export function nameLinks(document: PDFDocument): void {
  for (const dictionary of dictionariesOf(document)) {
    if (dictionary.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue;
    const destination = dictionary.get(PDFName.of('Dest'));
    if (!(destination instanceof PDFName)) continue;
    const words = destination
      .decodeText()
      .replace(/^(?:measure|area)-/, '')
      .replaceAll('-', ' ');
    dictionary.set(PDFName.of('Contents'), PDFHexString.fromText(`Go to ${words}`));
  }
}

/** A heading that a page's end pushes to the next page has its words twice in its bookmark: "NotesNotes". */
export function mendBookmarks(document: PDFDocument): void {
  for (const dictionary of dictionariesOf(document)) {
    const title = dictionary.get(PDFName.of('Title'));
    if (!dictionary.has(PDFName.of('Parent'))) continue;
    if (!(title instanceof PDFString || title instanceof PDFHexString)) continue;
    // Shorter words may be meant twice.
    const once = /^(.{4,}?)\1+$/su.exec(title.decodeText())?.[1];
    if (once !== undefined) dictionary.set(PDFName.of('Title'), PDFHexString.fromText(once));
  }
}

function dictionariesOf(document: PDFDocument): PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter(object => object instanceof PDFDict);
}
