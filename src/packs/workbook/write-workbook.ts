import type { CellStyle, Cell as ExcelCell, WriteSheet } from 'hucre/xlsx';
import { withoutControls } from '../../control-characters.js';
import { isSign, textCell } from './cells.js';
import type { Cell, Sheet, Workbook } from './workbook.js';

/** The workbook as the bytes of an .xlsx file: the same for the same workbook, wherever and whenever it is written. */
export async function writeWorkbook(workbook: Workbook): Promise<Buffer> {
  // Only who asks for a workbook waits for the library.
  const { writeXlsx } = await import('hucre/xlsx');
  const createdOn = new Date(`${workbook.createdOn}T00:00:00Z`);
  const bytes = await writeXlsx({
    properties: {
      title: withoutControls(workbook.title),
      creator: withoutControls(workbook.council),
      created: createdOn,
      modified: createdOn,
    },
    defaultFont: FONT,
    sheets: workbook.sheets.map(sheet => excelSheet(sheet, workbook.colour)),
  });
  return Buffer.from(bytes);
}

const FONT = { name: 'Calibri', size: 11 };
const TITLE: CellStyle = { font: { ...FONT, size: 14, bold: true } };
const LINK_FONT = { ...FONT, underline: true };

/** Rows and columns count from 0. */
function excelSheet({ name, title, lines, table, columns, rows }: Sheet, colour: string): WriteSheet {
  const head = lines.length + 1;
  const hasTable = rows.length > 0;
  const cells = new Map<string, Partial<ExcelCell>>();
  const above = [textCell(title)];
  cells.set('0,0', { value: above[0]?.value ?? null, style: TITLE });
  const put = (given: readonly (readonly Cell[])[], from: number) => {
    for (const [row, line] of given.entries()) {
      for (const [column, cell] of line.entries()) {
        const written = excelCell(cell, colour);
        if (written) cells.set(`${from + row},${column}`, written);
      }
    }
  };
  put(lines, 1);
  if (hasTable) {
    const style = headStyle(colour);
    for (const [column, { heading }] of columns.entries()) {
      cells.set(`${head},${column}`, { value: heading, style });
    }
    put(rows, head + 1);
  }
  const rest = hasTable ? [columns.map(({ heading }) => heading), ...rows.map(valuesOf)] : [];
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [valuesOf(above), ...lines.map(valuesOf), ...rest],
    cells,
    ...(hasTable
      ? {
          freezePane: { rows: head + 1, columns: 1 },
          tables: [
            {
              name: table,
              displayName: table,
              range: `A${head + 1}:${letters(columns.length)}${head + 1 + rows.length}`,
              columns: columns.map(({ heading }) => ({ name: heading })),
              style: 'TableStyleLight1',
            },
          ],
        }
      : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(hasTable ? { printTitlesRow: `$${head + 1}:$${head + 1}` } : {}),
    },
  };
}

function valuesOf(cells: readonly Cell[]): (string | number | null)[] {
  return cells.map(({ value }) => value);
}

function headStyle(colour: string): CellStyle {
  return {
    font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colour.slice(1).toUpperCase() } },
    alignment: { wrapText: true, vertical: 'top' },
  };
}

/** What a bare value does not say; null where it says all. */
function excelCell(cell: Cell, colour: string): Partial<ExcelCell> | null {
  const { value, format, link } = cell;
  if (format === '' && link === '' && !isSign(cell)) return null;
  const style: CellStyle = {
    ...(format === '' ? {} : { numFmt: format }),
    ...(isSign(cell) ? { alignment: { horizontal: 'right' } } : {}),
    ...(link === '' ? {} : { font: { ...LINK_FONT, color: { rgb: colour.slice(1).toUpperCase() } } }),
  };
  if (link === '') return { value, style };
  const location = `'${link.replaceAll("'", "''")}'!A1`;
  return { value, style, hyperlink: { target: '', location } };
}

/** 1 is A, 27 is AA. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
