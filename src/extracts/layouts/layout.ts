import { z } from 'zod';
import type { Problem } from '../../problems.js';

/**
 * A layout other than our own: how the files of a source give our extracts. It is YAML, the tool's own in
 * reference/layouts/ and a council's in layouts/ of its workspace, and both have the same power.
 *
 * The files of a source become tables of text, named by its headings. Each entry of `gives` is then one SELECT over them
 * that gives columns of ours, still as text; from there on they are read as any extract's are.
 */

const name = z.string().min(1);
const regularExpression = z.string().refine(isRegularExpression, { error: 'a regular expression' });

function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

/** Exactly one of sql, constant, id_from and extracted_on. */
const workedOut = z
  .strictObject({
    /** An expression over the headings. */
    sql: name.optional(),
    constant: z.string().optional(),
    /** An id made of the child, the source and a date, where the source records none. */
    id_from: z.array(name).min(1).optional(),
    /** The day on which the extract was made. */
    extracted_on: z.literal(true).optional(),
    /** Headings without which there is no such column; default those that the expression names. */
    needs: z.array(name).optional(),
    /** How it differs from what our column means. */
    note: name.optional(),
  })
  .refine(
    ({ sql, constant, id_from, extracted_on }) =>
      [sql, constant, id_from, extracted_on].filter(each => each !== undefined).length === 1,
    { error: 'one of sql, constant, id_from and extracted_on' },
  );

const source = z.strictObject({
  title: name.optional(),
  /** Names that its files usually have, `*` allowed: they decide where headings leave a doubt. */
  files: z.array(name).default([]),
  /** Every heading that it may have. */
  headings: z.array(name).min(1),
  /** Other words for a heading. */
  also: z.record(name, z.array(name).min(1)).default({}),
  /** The headings that tell it from every other source: a file that has them all is one of its files. */
  told_by: z.array(name).min(1),
});

/** What a source has counted itself, for a measure whose records it does not hold. */
const counted = z.strictObject({
  /** An expression over the headings: whether the case of the row meets what the measure asks; NULL where nothing says. */
  met: name,
  /** Headings without which there is no such count; default those that the expression names. */
  needs: z.array(name).optional(),
  /** Extracts that the measure can then do without. */
  instead_of: z.array(name).default([]),
  /** The source counts back from the day it was made: at a month end only where that is the day. */
  counted_to: z.literal('extracted_on').optional(),
  /** How it is counted, for the notes of a pack. */
  note: name,
});

const given = z.strictObject({
  extract: name,
  /** The source whose rows become the extract's. */
  from: name,
  /** Sources that are looked things up in. */
  with: z.array(name).default([]),
  /** A SELECT over the sources instead of the rows of `from`; it keeps their `source_file` and `source_line`. */
  rows: name.optional(),
  /** A condition that rows must meet. */
  where: name.optional(),
  /** Of rows with one id, in this and the other entries of the extract, only the first is taken. */
  once: z.boolean().default(false),
  /** Our column: a heading, or how it is worked out. */
  columns: z.record(name, z.union([name, workedOut])),
  /** Our column: code of the source: our code. */
  codes: z.record(name, z.record(z.string(), z.string())).default({}),
  /** The source lists only what happened, or was still open, in so many months before it was made. */
  look_back_months: z.int().min(0).max(120).optional(),
  note: name.optional(),
  /** Measures that these rows cannot answer though they have the columns, and why. */
  not_for: z.record(name, name).default({}),
  /** Measures by their ids whose records the source lacks and whose answer it has counted for each of these rows. */
  stands_for: z.record(name, counted).default({}),
});

export const layoutSchema = z.strictObject({
  title: name,
  /** A layout that this one changes: what it does not say itself is as there. */
  like: name.optional(),
  dates: z.enum(['DD/MM/YYYY', 'YYYY-MM-DD']).optional(),
  encoding: z.enum(['utf-8', 'windows-1252']).optional(),
  delimiter: z.enum(['comma', 'semicolon', 'tab']).optional(),
  /** Texts that stand for an empty cell. */
  blanks: z.array(name).optional(),
  /** What stands before every code and is no part of it, as a regular expression. */
  before_codes: regularExpression.optional(),
  sources: z.record(name, source).default({}),
  gives: z.array(given).default([]),
  /** Why it has not got an extract, or a column as `extract.column`. */
  without: z.record(name, name).default({}),
});

export type LayoutSpec = z.infer<typeof layoutSchema>;
export type LayoutSource = z.infer<typeof source>;
export type Given = z.infer<typeof given>;
export type GivenColumn = Given['columns'][string];
export type GivenCount = Given['stands_for'][string];

export interface Layout extends LayoutSpec {
  /** The name of its file without the ending: what `extracts.<name>.layout` says. */
  readonly id: string;
  /** As named in messages. */
  readonly file: string;
  readonly dates: NonNullable<LayoutSpec['dates']>;
  readonly encoding: NonNullable<LayoutSpec['encoding']>;
  readonly blanks: string[];
  /** True for one that a council has written: its SQL is looked at before it runs. */
  readonly isLocal: boolean;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** The headings that a column cannot do without; the first is told where a cell of it cannot be read. */
export function headingsNeeded(column: GivenColumn, known: readonly string[]): string[] {
  if (typeof column === 'string') return [column];
  if (column.needs) return column.needs;
  if (column.id_from) return column.id_from;
  return known.filter(heading => mentions(column.sql ?? '', heading));
}

export function headingsCounted({ met, needs }: GivenCount, known: readonly string[]): string[] {
  return needs ?? known.filter(heading => mentions(met, heading));
}

function mentions(sql: string, heading: string): boolean {
  const escaped = heading.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w])${escaped}(?![\\w])`, 'i').test(sql);
}

/** Every heading of the sources that an entry reads. */
export function headingsOf(layout: Pick<Layout, 'sources'>, part: Given): string[] {
  return [part.from, ...part.with].flatMap(each => layout.sources[each]?.headings ?? []);
}

/** A slip in a layout. */
export function slip(
  { file, lineOf }: Pick<Layout, 'file' | 'lineOf'>,
  path: readonly PropertyKey[],
  rule: string,
  message: string,
): Problem {
  const place = { file, line: lineOf(path), key: path.map(String).join('.') };
  return { severity: 'error', rule, message, place };
}
