import type { Random } from '../../../scripts/sample-data/random.js';
import type { ColumnDefinition } from '../../../src/extracts/definitions.js';
import type { Sample, Sheet } from './sample.js';

/** One kind of fault that an extract may have, put in at random, and what the checks must say of it. */
export interface FaultKind {
  readonly name: string;
  /** Undefined where what was picked does not lend itself to the fault: ask again. */
  inject(sample: Sample, random: Random): Injected | undefined;
}

export interface Injected {
  readonly extract: string;
  /** What its file holds then; null where it is gone. */
  readonly content: string | Uint8Array | null;
  /** The name of the file, where it is not that of the extract. */
  readonly file?: string;
  /** What must name it; '' where only the report can, by naming the extract as one without a file. */
  readonly rule: string;
  /** Every place that must be named, and none besides. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** A line of the heading or a row that the rule must name. */
export function on(sheet: Sheet, ...lines: readonly number[]): Place[] {
  return lines.map(line => ({ file: sheet.file, line }));
}

export function wholeFile(sheet: Sheet): Place[] {
  return [{ file: sheet.file }];
}

/** A row of any extract, each as likely as another. */
export function anyLine(sheet: Sheet, random: Random): number {
  return random.int(2, sheet.lastLine);
}

/** A cell that says something, in a column that fulfils the condition; undefined where the row picked has none there. */
export function anyCell(
  sample: Sample,
  random: Random,
  isMeant: (column: ColumnDefinition) => boolean,
): { sheet: Sheet; line: number; column: ColumnDefinition; text: string } | undefined {
  const sheet = random.pick(sample.sheets.filter(({ present }) => present.some(isMeant)));
  const column = random.pick(sheet.present.filter(isMeant));
  const line = anyLine(sheet, random);
  const text = sheet.cell(line, column.name);
  return text === '' ? undefined : { sheet, line, column, text };
}

const DAY = 86_400_000;

/** DD/MM/YYYY, with whatever follows it, so many days later. */
export function later(text: string, days: number): string {
  return shown(dayOf(text) + days * DAY) + text.slice(10);
}

/** Milliseconds of the day that a date or a moment begins with. */
export function dayOf(text: string): number {
  const [day, month, year] = text.slice(0, 10).split('/').map(Number);
  return Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0);
}

export function shown(time: number): string {
  const iso = new Date(time).toISOString();
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
}

export function days(from: string, to: string): number {
  return Math.round((dayOf(to) - dayOf(from)) / DAY);
}
