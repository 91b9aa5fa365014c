import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../../src/packs/pdf-write.js';

/** A page, more small objects than are packed together, one stream, and numbers that no object has. */
async function document() {
  const made = await PDFDocument.create({ updateMetadata: false });
  made.addPage([300, 200]);
  made.setTitle('Ærø – “children”');
  const { context } = made;
  const refs = Array.from({ length: 450 }, (_, index) =>
    context.register(
      context.obj({
        Count: index,
        Text: PDFString.of(`number (${index}) \\) end`),
        Kid: PDFRef.of(index + 1),
      }),
    ),
  );
  for (const gone of [3, 200, 449]) context.delete(refs[gone] as PDFRef);
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const stream = context.register(PDFRawStream.of(context.obj({ Length: 256 }), bytes));
  context.trailerInfo.ID = context.obj([PDFHexString.of('00ff'), PDFHexString.of('00ff')]);
  return { made, refs, stream, bytes };
}

describe('writing a PDF', () => {
  it('when it is read again, then every object is there under its number, and no other', async () => {
    const { made, refs, stream, bytes } = await document();
    const read = await PDFDocument.load(await writePdf(made), { updateMetadata: false });
    expect(read.getTitle()).toBe('Ærø – “children”');
    expect(read.getPage(0).getSize()).toEqual({ width: 300, height: 200 });
    for (const [index, ref] of refs.entries()) {
      const found = read.context.lookup(ref);
      if ([3, 200, 449].includes(index)) expect(found).toBeUndefined();
      else if (!(found instanceof PDFDict)) throw new Error(`number ${index} is not there`);
      else expect(String(found.get(PDFName.of('Count')))).toBe(String(index));
    }
    const last = read.context.lookup(refs[448] as PDFRef, PDFDict);
    expect(String(last.get(PDFName.of('Text')))).toBe('(number (448) \\) end)');
    expect(String(last.get(PDFName.of('Kid')))).toBe('449 0 R');
    const kept = read.context.lookup(stream);
    expect(kept instanceof PDFRawStream && [...kept.contents]).toEqual([...bytes]);
    expect(String(read.context.trailerInfo.ID)).toBe('[ <00ff> <00ff> ]');
  });

  it('when a reader of its own opens it, then it finds page and title by the table of places', async () => {
    const { made } = await document();
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const task = getDocument({
      data: await writePdf(made),
      verbosity: 0,
      stopAtErrors: true,
    });
    const pdf = await task.promise;
    expect(pdf.numPages).toBe(1);
    expect((await pdf.getMetadata()).info).toMatchObject({
      Title: 'Ærø – “children”',
      PDFFormatVersion: '1.7',
    });
    await task.destroy();
  });
});
