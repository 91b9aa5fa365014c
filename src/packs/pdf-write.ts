/**
 * A document's objects as a file. The library's own writer looks through all objects for the place of each and packs them
 * in JavaScript: for the thousands of tags of a pack that takes several times as long.
 */
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { type PDFDocument, type PDFObject, type PDFRef, PDFStream } from '@cantoo/pdf-lib';

const pack = promisify(deflate);

/** Objects packed together: many share their words, and a reader has to unpack all to find one. */
const PACKED_TOGETHER = 200;

/** Where an object stands: its byte in the file, or its place among the objects that another holds. */
type Place = { readonly at: number } | { readonly inside: number; readonly index: number };

/** Bytes of each of the three numbers that tell a place: its kind, the byte or the holder, the index. */
const PLACE_WIDTHS = [1, 4, 2] as const;
const PLACE_BYTES = 7;

/** The file of a document that nothing was asked of but objects: PDF 1.7 with packed objects, and no encryption. */
export async function writePdf(document: PDFDocument): Promise<Uint8Array> {
  const { context } = document;
  const objects = context.enumerateIndirectObjects();
  const isAlone = ([, object]: [PDFRef, PDFObject]) => object instanceof PDFStream;
  const others = objects.filter(object => !isAlone(object));
  const holders = await Promise.all(
    chunksOf(others, PACKED_TOGETHER).map(async chunk => ({
      number: context.nextRef().objectNumber,
      numbers: chunk.map(([ref]) => ref.objectNumber),
      bytes: await holderOf(chunk),
    })),
  );
  const alone = objects
    .filter(isAlone)
    .map(([ref, object]) => ({ number: ref.objectNumber, bytes: bytesOf(object) }));
  const file: Buffer[] = [Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1')];
  const places = new Map<number, Place>();
  let length = file[0]?.length ?? 0;
  for (const { number, bytes } of [...alone, ...holders]) {
    places.set(number, { at: length });
    const object = [Buffer.from(`${number} 0 obj\n`), bytes, Buffer.from('\nendobj\n')];
    file.push(...object);
    length += object.reduce((sum, part) => sum + part.length, 0);
  }
  for (const { number, numbers } of holders) {
    for (const [index, held] of numbers.entries()) places.set(held, { inside: number, index });
  }
  const number = context.nextRef().objectNumber;
  places.set(number, { at: length });
  const table = await pack(tableOf(places, number + 1));
  const { Root, Info, ID } = context.trailerInfo;
  const described = `/Type /XRef /Size ${number + 1} /W [ ${PLACE_WIDTHS.join(' ')} ] /Root ${Root} /Info ${Info} /ID ${ID}`;
  file.push(
    Buffer.from(`${number} 0 obj\n`),
    streamOf(described, table),
    Buffer.from(`\nendobj\nstartxref\n${length}\n%%EOF\n`),
  );
  return new Uint8Array(Buffer.concat(file));
}

/** Several objects in one: their numbers and where each begins, then the objects. */
async function holderOf(objects: readonly [PDFRef, PDFObject][]): Promise<Buffer> {
  const texts = objects.map(([, object]) => String(object));
  let at = 0;
  const starts = objects.map(([ref], index) => {
    const start = `${ref.objectNumber} ${at}`;
    at += (texts[index]?.length ?? 0) + 1;
    return start;
  });
  const first = `${starts.join(' ')}\n`;
  const packed = await pack(Buffer.from(first + texts.join('\n'), 'latin1'));
  return streamOf(`/Type /ObjStm /N ${objects.length} /First ${first.length}`, packed);
}

function streamOf(described: string, packed: Buffer): Buffer {
  const head = `<< ${described} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
}

function bytesOf(object: PDFObject): Buffer {
  const bytes = Buffer.alloc(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/** A row for every number, also of those that no object has. */
function tableOf(places: ReadonlyMap<number, Place>, size: number): Buffer {
  const [kindWidth, middleWidth, indexWidth] = PLACE_WIDTHS;
  const table = Buffer.alloc(size * PLACE_BYTES);
  for (const [number, place] of places) {
    const row = number * PLACE_BYTES;
    const isPacked = 'inside' in place;
    table.writeUIntBE(isPacked ? 2 : 1, row, kindWidth);
    table.writeUIntBE(isPacked ? place.inside : place.at, row + kindWidth, middleWidth);
    table.writeUIntBE(isPacked ? place.index : 0, row + kindWidth + middleWidth, indexWidth);
  }
  return table;
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
