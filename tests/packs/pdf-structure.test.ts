import * as library from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { mendBookmarks, nameLinks, numberTags } from '../../src/packs/pdf-structure.js';

const { PDFDocument, PDFString } = library;

/** A head cell, a cell that names it and the tree of names, as Chromium writes them with its own count of nodes. */
async function tableOf(first: number) {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const name = (offset: number) => PDFString.of(`node${String(first + offset).padStart(8, '0')}`);
  for (const offset of [0, 5])
    context.register(context.obj({ Type: 'StructElem', S: 'TH', ID: name(offset) }));
  const headers = context.obj({ O: 'Table', Headers: [name(0), name(5)] });
  context.register(context.obj({ Type: 'StructElem', S: 'TD', A: [headers] }));
  context.register(context.obj({ Limits: [name(0), name(5)], Names: [name(0), 1, name(5), 2] }));
  context.register(context.obj({ Subtype: 'Link', Dest: 'measure-re-referrals' }));
  return document;
}

const written = (document: library.PDFDocument) =>
  document.context.enumerateIndirectObjects().map(([, object]) => String(object));

describe('the tags of a PDF', () => {
  it('when the browser counted from another number, then the tags are the same', async () => {
    const [one, other] = [await tableOf(17), await tableOf(90_210)];
    expect(written(one)).not.toEqual(written(other));
    for (const document of [one, other]) numberTags(document);
    expect(written(one)).toEqual(written(other));
    const all = written(one).join();
    expect(all.match(/node00000001/g)).toHaveLength(4);
    expect(all.match(/node00000002/g)).toHaveLength(4);
  });

  it('when a link leads to a measure, then it says so', async () => {
    const document = await tableOf(1);
    nameLinks(document);
    const link = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .find(object => object instanceof library.PDFDict && object.has(library.PDFName.of('Dest')));
    if (!(link instanceof library.PDFDict)) throw new Error('no link');
    const contents = link.get(library.PDFName.of('Contents'));
    expect(contents instanceof library.PDFHexString && contents.decodeText()).toBe('Go to re referrals');
  });

  it.each([
    ['NotesNotes', 'Notes'],
    ['Definitions and notesDefinitions and notesDefinitions and notes', 'Definitions and notes'],
    ['Notes', 'Notes'],
    ['Notes Notes', 'Notes Notes'],
    ['2020', '2020'],
    ['1313', '1313'],
  ])('when a bookmark is %s, then it is written as %s', async (title, expected) => {
    const document = await PDFDocument.create({ updateMetadata: false });
    const item = document.context.obj({ Title: PDFString.of(title), Parent: 1 });
    document.context.register(item);
    mendBookmarks(document);
    const found = item.get(library.PDFName.of('Title'));
    if (!(found instanceof PDFString || found instanceof library.PDFHexString)) throw new Error('no title');
    expect(found.decodeText()).toBe(expected);
  });
});
