import type { Random } from '../../../scripts/sample-data/random.js';
import type { ColumnDefinition } from '../../../src/extracts/definitions.js';
import { anyLine, type FaultKind, type Injected, on, wholeFile } from './fault.js';
import { type Sheet, toLine, toText } from './sample.js';

/** Faults of a file as a whole: what it is, its headings, its encoding. */

type Spoilt = Pick<Injected, 'content' | 'file'> & { readonly line?: number; readonly rule?: string };

function fileKind(
  name: string,
  rule: string,
  spoil: (sheet: Sheet, random: Random) => Spoilt | undefined,
  isMeant: (sheet: Sheet) => boolean = () => true,
): FaultKind {
  return {
    name,
    inject: (sample, random) => {
      const sheet = random.pick(sample.sheets.filter(isMeant));
      const spoilt = spoil(sheet, random);
      if (!spoilt) return undefined;
      const { line, ...rest } = spoilt;
      const places = line === undefined ? wholeFile(sheet) : on(sheet, line);
      return { extract: sheet.extract, rule, places, ...rest };
    },
  };
}

function bytes(...parts: readonly (readonly number[] | string)[]): Uint8Array {
  return Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
}

/** The bytes put where a text begins, so that they are in a row. */
function withBytes(sheet: Sheet, line: number, inserted: readonly number[]): Uint8Array {
  const before = sheet.lines.slice(0, line - 1).join('\n');
  const rest = sheet.lines.slice(line - 1).join('\n');
  return bytes(`${before}\n${rest.slice(0, 3)}`, inserted, `${rest.slice(3)}\n`);
}

const isRequired = ({ required }: ColumnDefinition) => required;
const isLoose = ({ required }: ColumnDefinition) => !required;

/** The columns that a heading changes for. */
function headed(sheet: Sheet, column: string, heading: string): string {
  return sheet.withLine(1, toLine(sheet.headings.with(sheet.position(column), heading)));
}

/** Two of its letters change places, so that no other column is nearer. */
function misspelt(column: string): string {
  return column.slice(0, -2) + column.slice(-1) + column.slice(-2, -1);
}

function without(sheet: Sheet, column: string): string {
  const position = sheet.position(column);
  return toText(sheet.lines.map((_, index) => toLine(sheet.cells(index + 1).toSpliced(position, 1))));
}

const isDate = ({ type }: ColumnDefinition) => type === 'date' || type === 'datetime';

const NEEDED = [
  'contacts',
  'referrals',
  'assessments',
  'conferences',
  'cp_plans',
  'placements',
  'visits',
  'audits',
];

export const FILE_KINDS: readonly FaultKind[] = [
  fileKind('bytes of Windows-1252', 'wrong-encoding', (sheet, random) => {
    const line = anyLine(sheet, random);
    return { content: withBytes(sheet, line, [0xe9]), line };
  }),
  fileKind('a byte of zero', 'not-text', (sheet, random) => {
    const line = anyLine(sheet, random);
    return { content: withBytes(sheet, line, [0]), line };
  }),
  fileKind('a zip named as CSV', 'not-text', sheet => ({ content: bytes([0x50, 0x4b, 3, 4], sheet.text) })),
  fileKind('a workbook named as CSV', 'not-text', sheet => ({
    content: bytes([0xd0, 0xcf, 0x11, 0xe0], sheet.text),
  })),
  fileKind('UTF-16', 'not-text', (sheet, random) => ({
    content: Buffer.from(`${random.pick(['\ufeff', ''])}${sheet.text}`, 'utf16le'),
  })),
  fileKind('a file without a byte', 'no-heading-row', () => ({ content: '', line: 1 })),
  fileKind('headings and no rows', 'empty-file', sheet => ({ content: `${sheet.lines[0]}\n` })),
  fileKind('no heading row', 'no-heading-row', sheet => ({ content: toText(sheet.lines.slice(1)), line: 1 })),
  fileKind('a title above the headings', 'no-heading-row', sheet => ({
    content: toText(['Monthly report', ...sheet.lines]),
    line: 1,
  })),
  fileKind('another delimiter', 'no-heading-row', sheet => ({
    content: sheet.text.replaceAll(',', '|'),
    line: 1,
  })),
  fileKind('a page of the web', 'no-heading-row', () => ({
    content: '<!DOCTYPE html>\n<html><body>Your session has ended. Sign in again.</body></html>\n',
    line: 1,
  })),
  fileKind(
    'line ends lost',
    'heading-too-long',
    sheet => ({ content: sheet.lines.join(' '), line: 1 }),
    sheet => sheet.text.length > 70_000 && sheet.text.length < 900_000,
  ),
  fileKind('a heading of a required column misspelt', 'missing-column', (sheet, random) => {
    const column = random.pick(sheet.present.filter(isRequired)).name;
    return { content: headed(sheet, column, misspelt(column)), line: 1 };
  }),
  fileKind(
    'a heading misspelt',
    'misspelt-heading',
    (sheet, random) => {
      const column = random.pick(sheet.present.filter(isLoose)).name;
      return { content: headed(sheet, column, misspelt(column)), line: 1 };
    },
    ({ present }) => present.some(isLoose),
  ),
  fileKind('a heading twice', 'repeated-column', (sheet, random) => {
    const [one, other] = [random.pick(sheet.headings), random.pick(sheet.headings)];
    const isMissing = sheet.columns.some(({ name, required }) => name === other && required);
    return one === other || isMissing ? undefined : { content: headed(sheet, other, one), line: 1 };
  }),
  fileKind('a required column taken away', 'missing-column', (sheet, random) => ({
    content: without(sheet, random.pick(sheet.present.filter(isRequired)).name),
    line: 1,
  })),
  fileKind(
    'every date in the American order',
    'us-order',
    (sheet, random) => {
      const column = random.pick(sheet.present.filter(isDate)).name;
      const position = sheet.position(column);
      const lines = sheet.lines.map((_, index) => {
        const cells = sheet.cells(index + 1);
        const text = cells[position] ?? '';
        const american = index === 0 ? text : text.replace(/^(\d\d)\/(\d\d)/, '$2/$1');
        return toLine(cells.with(position, american));
      });
      const american = sheet.linesWhere(line => Number(sheet.cell(line, column).slice(0, 2)) > 12);
      // All are named as far as faults are looked up; the first is enough to find the column.
      return american.length < 10 ? undefined : { content: toText(lines), line: american[0] ?? 0 };
    },
    ({ present }) => present.some(isDate),
  ),
  fileKind(
    'every date another way',
    'no-rows',
    sheet => ({
      content: sheet.text.replace(/(\d\d)\/(\d\d)\/(\d{4})/g, '$3-$2-$1'),
    }),
    ({ present }) => present.some(column => isDate(column) && column.required),
  ),
  fileKind('a column of cells taken away and its heading left', 'no-rows', (sheet, random) => {
    const position = sheet.position(random.pick(sheet.present).name);
    const lines = sheet.lines.map((line, index) =>
      index === 0 ? line : toLine(sheet.cells(index + 1).toSpliced(position, 1)),
    );
    return { content: toText(lines) };
  }),
  {
    name: 'a file whose name is misspelt',
    inject: (sample, random) => {
      const sheet = random.pick(sample.sheets);
      const file = `${misspelt(sheet.extract)}.csv`;
      const places = [{ file: `extracts/${file}` }];
      return { extract: sheet.extract, content: sheet.text, file, rule: 'unused-file', places };
    },
  },
  {
    name: 'an extract that is missing',
    inject: (sample, random) => {
      // Of those that the public pack needs: what only other measures need is a note without a place.
      const { extract } = random.pick(sample.sheets.filter(sheet => NEEDED.includes(sheet.extract)));
      const places = [{ file: `extracts/${extract}.csv` }];
      return { extract, content: null, rule: 'missing-extract', places };
    },
  },
];
