import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { visibleControls } from '../control-characters.js';
import type { Figure } from './figure.js';

/** figures.csv and figures.json: one row a figure, the contract's columns in its order. */

const SIGNIFICANT_DIGITS = 10;

const COLUMNS = {
  measure: figure => figure.measure,
  of: figure => figure.of,
  period: figure => figure.period,
  month: figure => figure.month,
  team: figure => figure.team,
  category: figure => figure.category,
  value: figure => tidyNumber(figure.value),
  numerator: figure => tidyNumber(figure.numerator),
  denominator: figure => tidyNumber(figure.denominator),
  not_yet_due: figure => figure.notYetDue,
  not_judged: figure => figure.notJudged,
  unit: figure => figure.unit,
  status: figure => figure.status,
  reason: figure => figure.reason,
  target: figure => figure.target,
  rating: figure => figure.rating,
  movement: figure => figure.movement,
  meaning: figure => figure.meaning,
  variation: figure => figure.variation,
  assurance: figure => figure.assurance,
  definition: figure => figure.definition,
} satisfies Record<string, (figure: Figure) => string | number | null>;

/**
 * What a spreadsheet would take for a formula, also after spaces, quotes and what nobody sees, and in the wide letters of
 * East Asian keyboards; such text comes from extracts, and extracts are not trusted.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}"']*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;
/** The mark before such text, which a reader of the file takes away again. */
const MARK = "'";

/** The columns of figures.csv, and a figure's row of it. */
export const FIGURE_COLUMNS = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[];

export function figureRow(figure: Figure): readonly (string | number | null)[] {
  return READERS.map(read => read(figure));
}

const CSV_START = stringify([[...FIGURE_COLUMNS]], { record_delimiter: '\n' });
const JSON_START = '[\n';
const JSON_END = '\n]\n';

/** Figures written before others have their turn: some hundredths of a second. */
const PIECE = 2000;

/** Both files, made in pieces: whoever waits for a browser meanwhile hears it between them. */
export async function figureFiles(figures: readonly Figure[]): Promise<{ csv: Buffer; json: Buffer }> {
  const csv = [Buffer.from(CSV_START)];
  const json = [Buffer.from(JSON_START)];
  const [cell, value] = [csvCells(), jsonValues()];
  for (let start = 0; start < figures.length; start += PIECE) {
    const piece = figures.slice(start, start + PIECE);
    csv.push(Buffer.from(csvRows(piece, cell)));
    json.push(Buffer.from((start > 0 ? ',\n' : '') + jsonRows(piece, value)));
    await setImmediate();
  }
  return { csv: Buffer.concat(csv), json: Buffer.concat([...json, Buffer.from(JSON_END)]) };
}

/** Some figures as figures.csv has them. */
export function figuresCsv(figures: readonly Figure[]): string {
  return CSV_START + csvRows(figures, csvCells());
}

const text = z.string().transform(unguardText);
const number = z.union([z.literal('').transform(() => null), z.coerce.number()]);
const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.union([z.literal('').transform(() => null), z.enum(words)]);

const row = z
  .object({
    measure: text,
    of: z.enum(['value', 'rate']),
    period: z.enum(['month', 'ytd', 'rolling-12', 'snapshot']),
    month: z.string(),
    team: text,
    category: text,
    value: number,
    numerator: number,
    denominator: number,
    not_yet_due: number,
    not_judged: number,
    unit: z.string().transform(unit => unit as Figure['unit']),
    status: z.enum(['ok', 'no-cases', 'no-data', 'suppressed']),
    reason: text,
    target: text,
    rating: oneOf(['green', 'amber', 'red', 'blue']),
    movement: oneOf(['up', 'down', 'same']),
    meaning: oneOf(['improving', 'worsening', 'no judgement', 'no clear change']),
    variation: oneOf([
      'special-cause improvement',
      'special-cause concern',
      'special-cause high',
      'special-cause low',
      'common cause',
    ]),
    assurance: oneOf(['consistently met', 'consistently missed', 'hit and miss']),
    definition: text,
  })
  .transform(({ not_yet_due: notYetDue, not_judged: notJudged, ...rest }): Figure => {
    return { ...rest, notYetDue, notJudged };
  });

/** Figures out of a figures.csv, as exact as it has them. @throws Error where it is none */
export function readFiguresCsv(csv: string): Figure[] {
  return z.array(row).parse(parse(csv, { columns: true, bom: true }));
}

/** How a cell is written. */
type Write = (cell: string | number | null) => string;

const READERS = Object.values(COLUMNS);
const JSON_READERS = Object.entries(COLUMNS).map(
  ([name, read]) => [`${JSON.stringify(name)}:`, read] as const,
);

/** Row by row into one text: lists of cells to be joined would be half of the work. */
function csvRows(figures: readonly Figure[], write: Write): string {
  let rows = '';
  for (const figure of figures) {
    let before = '';
    for (const read of READERS) {
      rows += before + write(read(figure));
      before = ',';
    }
    rows += '\n';
  }
  return rows;
}

function jsonRows(figures: readonly Figure[], write: Write): string {
  let rows = '';
  for (const figure of figures) {
    let before = rows === '' ? '{' : ',\n{';
    for (const [name, read] of JSON_READERS) {
      rows += before + name + write(read(figure));
      before = ',';
    }
    rows += '}';
  }
  return rows;
}

function csvCells(): Write {
  const text = remembered(cell => stringify([[guardText(cell)]], { record_delimiter: '\n', eof: false }));
  return cell => (typeof cell === 'string' ? text(cell) : String(cell ?? ''));
}

function jsonValues(): Write {
  const text = remembered(each => visibleControls(JSON.stringify(each)));
  return value => (typeof value === 'string' ? text(value) : JSON.stringify(value));
}

/** The same few hundred texts stand in tens of thousands of figures: each is looked through once for what it needs. */
function remembered(write: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return text => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const written = write(text);
    known.set(text, written);
    return written;
  };
}

/** The number as figures.csv has it. */
export function tidyNumber(value: number | null): number | null {
  // A whole number of fewer digits is written as it is, and most are whole.
  if (value === null || (Number.isInteger(value) && Math.abs(value) < 1e9)) return value;
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

/** Text as a cell that a spreadsheet takes for text. */
export function guardText(cell: string): string {
  return isFormulaLike(cell) ? `${MARK}${cell}` : cell;
}

/** Whether a spreadsheet would take the text for a formula. */
export function isFormulaLike(text: string): boolean {
  return FORMULA.test(text);
}

export function unguardText(cell: string): string {
  const rest = cell.slice(MARK.length);
  return cell.startsWith(MARK) && FORMULA.test(rest) ? rest : cell;
}
