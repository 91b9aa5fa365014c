import type { Random } from '../../../scripts/sample-data/random.js';
import type { ColumnDefinition } from '../../../src/extracts/definitions.js';
import { anyCell, anyLine, dayOf, type FaultKind, on } from './fault.js';

/** Faults of one cell. */

const isDay = ({ type }: ColumnDefinition) => type === 'date' || type === 'datetime';
const isNumber = ({ type }: ColumnDefinition) => type === 'number' || type === 'integer';
const isFreeText = ({ type, codes }: ColumnDefinition) => type === 'text' && codes.length === 0;

function cellKind(
  name: string,
  rule: string,
  isMeant: (column: ColumnDefinition) => boolean,
  spoil: (text: string, random: Random, column: ColumnDefinition) => string | undefined,
): FaultKind {
  return {
    name,
    inject: (sample, random) => {
      const found = anyCell(sample, random, isMeant);
      if (!found) return undefined;
      const { sheet, line, column, text } = found;
      const spoilt = spoil(text, random, column);
      if (spoilt === undefined || spoilt === text) return undefined;
      const content = sheet.withCell(line, column.name, spoilt);
      return { extract: sheet.extract, content, rule, places: on(sheet, line) };
    },
  };
}

const EXCEL_BEGINS = Date.UTC(1899, 11, 30);

/** A day that no program writes, of a month that it has not got. */
const IMPOSSIBLE = ['31/02', '30/02', '31/04', '31/06', '32/01', '00/05', '15/00', '15/13'];

export const CELL_KINDS: readonly FaultKind[] = [
  cellKind('a date in the American order', 'us-date', isDay, text =>
    Number(text.slice(0, 2)) > 12 ? `${text.slice(3, 5)}/${text.slice(0, 2)}${text.slice(5)}` : undefined,
  ),
  cellKind('a date as a serial number', 'serial-date', isDay, (text, random) => {
    const serial = Math.round((dayOf(text) - EXCEL_BEGINS) / 86_400_000);
    return text.length > 10 && random.chance(0.5) ? `${serial}.4375` : String(serial);
  }),
  cellKind(
    '#REF! in place of a value',
    'spreadsheet-error',
    column => !isFreeText(column),
    () => '#REF!',
  ),
  cellKind('#N/A in free text', 'spreadsheet-error', isFreeText, () => '#N/A'),
  cellKind('hashes of a narrow column', 'spreadsheet-error', isDay, () => '########'),
  cellKind('a year of two digits', 'unreadable-cell', isDay, text => text.slice(0, 6) + text.slice(8)),
  cellKind('the year 0219', 'unreadable-cell', isDay, text => `${text.slice(0, 6)}0219${text.slice(10)}`),
  cellKind(
    'an impossible day',
    'unreadable-cell',
    isDay,
    (text, random) => random.pick(IMPOSSIBLE) + text.slice(5),
  ),
  cellKind('a date the other way round', 'unreadable-cell', isDay, text =>
    text.replace(/^(\d\d)\/(\d\d)\/(\d{4})/, '$3-$2-$1'),
  ),
  cellKind('a date in words', 'unreadable-cell', isDay, text => `${text.slice(0, 2)} September 2020`),
  cellKind(
    'an hour after midnight that is none',
    'unreadable-cell',
    ({ type }) => type === 'datetime',
    text => `${text.slice(0, 10)} 25:61`,
  ),
  cellKind(
    'a month that is none',
    'unreadable-cell',
    ({ type }) => type === 'month',
    text => `${text.slice(0, 5)}13`,
  ),
  cellKind('letters in a number', 'unreadable-cell', isNumber, text => `${text}O`),
  cellKind('a decimal comma', 'unreadable-cell', isNumber, text => `${text},5`),
  cellKind(
    'a flag that says maybe',
    'unreadable-cell',
    ({ type }) => type === 'flag',
    () => 'maybe',
  ),
  cellKind(
    'a code misspelt',
    'unknown-code',
    ({ codes }) => codes.length > 0,
    (text, random, { codes }) => {
      const at = random.int(1, text.length - 1);
      const misspelt = text.slice(0, at) + text.slice(at + 1);
      return codes.includes(misspelt) ? undefined : misspelt;
    },
  ),
  cellKind(
    'a code of another list',
    'unknown-code',
    ({ codes }) => codes.length > 0,
    () => 'To be confirmed',
  ),
  cellKind('letters spoilt on the way', 'garbled-letters', isFreeText, text => `${text} CafÃ©`),
  {
    name: 'a required cell is blank',
    inject: (sample, random) => {
      const found = anyCell(sample, random, ({ required, isKey }) => required && !isKey);
      if (!found) return undefined;
      const { sheet, line, column } = found;
      const content = sheet.withCell(line, column.name, random.pick(['', ' ']));
      return { extract: sheet.extract, content, rule: 'blank-cell', places: on(sheet, line) };
    },
  },
  {
    name: 'an id is blank',
    inject: (sample, random) => {
      const sheet = random.pick(sample.cases.filter(({ key }) => key !== ''));
      const line = anyLine(sheet, random);
      const content = sheet.withCell(line, sheet.key, '');
      return { extract: sheet.extract, content, rule: 'blank-cell', places: on(sheet, line) };
    },
  },
];
