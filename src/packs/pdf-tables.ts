/** The browser writes no tag for an empty cell, which moves the cells after it under other heads: they are put back. */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { isTag, type Tag } from './pdf-tree.js';

/** A cell and the column that it begins in. */
interface Placed {
  readonly cell: Tag;
  readonly column: number;
  readonly width: number;
}

export function fillRows(table: Tag, makeCell: () => Tag): void {
  const rows = table.kids.filter(isTag).filter(kid => kid.role === 'TR');
  const cells = rows.map(row => row.kids.filter(isTag));
  // Cells over several rows would need to be counted in each: none of ours is.
  if (cells.flat().some(cell => spanOf(cell, 'RowSpan') > 1)) return;
  const columns = columnsByName(cells[0] ?? []);
  const placed = cells.map(row => placeCells(row, columns));
  const width = Math.max(0, ...placed.map(row => endOf(row.at(-1))));
  rows.forEach((row, index) => {
    row.kids = filled(withHeadLast(placed[index] ?? [], width), width, makeCell);
  });
}

/** A row's head after its values, as under a chart, stands in the last column, whatever is missing before it. */
function withHeadLast(row: readonly Placed[], width: number): readonly Placed[] {
  const last = row.at(-1);
  if (!last || row.length === 1 || last.cell.role !== 'TH' || row[0]?.cell.role === 'TH') return row;
  return [...row.slice(0, -1), { ...last, column: width - last.width }];
}

function columnsByName(heads: readonly Tag[]): Map<string, number> {
  const columns = new Map<string, number>();
  let column = 0;
  for (const head of heads) {
    const name = textOf(head.dictionary.lookup(PDFName.of('ID')));
    if (name !== '') columns.set(name, column);
    column += spanOf(head, 'ColSpan');
  }
  return columns;
}

/** A cell stands under the head that it names; one that names none, after the cell before it. */
function placeCells(row: readonly Tag[], columns: ReadonlyMap<string, number>): Placed[] {
  const placed: Placed[] = [];
  for (const cell of row) {
    const next = endOf(placed.at(-1));
    const named = headersOf(cell)
      .map(name => columns.get(name))
      .find(column => column !== undefined);
    placed.push({ cell, column: Math.max(next, named ?? next), width: spanOf(cell, 'ColSpan') });
  }
  return placed;
}

function filled(row: readonly Placed[], width: number, makeCell: () => Tag): Tag[] {
  const empty = (count: number) => Array.from({ length: Math.max(0, count) }, makeCell);
  const cells = row.flatMap(({ cell, column }, index) => [...empty(column - endOf(row[index - 1])), cell]);
  return [...cells, ...empty(width - endOf(row.at(-1)))];
}

function endOf(placed: Placed | undefined): number {
  return placed ? placed.column + placed.width : 0;
}

function attributesOf(cell: Tag): PDFDict[] {
  const found = cell.dictionary.lookup(PDFName.of('A'));
  const all = found instanceof PDFArray ? found.asArray() : found ? [found] : [];
  return all.map(each => cell.dictionary.context.lookup(each)).filter(each => each instanceof PDFDict);
}

function spanOf(cell: Tag, key: 'ColSpan' | 'RowSpan'): number {
  for (const attributes of attributesOf(cell)) {
    const found = attributes.lookup(PDFName.of(key));
    if (found instanceof PDFNumber) return found.asNumber();
  }
  return 1;
}

function headersOf(cell: Tag): string[] {
  return attributesOf(cell).flatMap(attributes => {
    const found = attributes.lookup(PDFName.of('Headers'));
    return found instanceof PDFArray ? found.asArray().map(each => textOf(each)) : [];
  });
}

function textOf(value: unknown): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.asString() : '';
}
