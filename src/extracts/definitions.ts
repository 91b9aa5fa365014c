import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { toolPath } from '../tool-folder.js';

/** The extracts that the tool knows and their columns, from reference/extracts.csv. */

export type ColumnType = 'id' | 'text' | 'date' | 'datetime' | 'month' | 'flag' | 'integer' | 'number';

export interface ColumnDefinition {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
  /** Names a row of the extract. */
  readonly isKey: boolean;
  /** Says when the event happened: what `covers_from` is about. */
  readonly isEvent: boolean;
  /** Identifies a child: its values are never printed in a message. Columns of type id never are either. */
  readonly isPrivate: boolean;
  /** Every code that the column may hold, in printed order; empty for free text. */
  readonly codes: readonly string[];
  /** What a blank cell means in our own layout; '' where it means nothing recorded. */
  readonly blankMeans: string;
}

export interface ExtractDefinition {
  readonly name: string;
  readonly columns: readonly ColumnDefinition[];
}

const row = z.strictObject({
  extract: z.string().min(1),
  column: z.string().min(1),
  type: z.enum(['id', 'text', 'date', 'datetime', 'month', 'flag', 'integer', 'number']),
  required: z.enum(['yes', 'no']),
  role: z.string(),
  codes: z.string(),
  blank_means: z.string(),
});

/** In the order of the file. A fault in it is a bug of ours, so it throws a plain error. */
export function readExtractDefinitions(
  file: string = toolPath('reference', 'extracts.csv'),
): ExtractDefinition[] {
  const rows = z.array(row).parse(parse(readFileSync(file, 'utf8'), { columns: true }));
  const columns = new Map<string, ColumnDefinition[]>();
  for (const spec of rows) {
    const found = columns.get(spec.extract) ?? [];
    columns.set(spec.extract, [...found, toColumn(spec)]);
  }
  return [...columns].map(([name, list]) => ({ name, columns: list }));
}

function toColumn(spec: z.infer<typeof row>): ColumnDefinition {
  const roles = spec.role.split(' ');
  return {
    name: spec.column,
    type: spec.type,
    required: spec.required === 'yes',
    isKey: roles.includes('key'),
    isEvent: roles.includes('event'),
    isPrivate: spec.type === 'id' || roles.includes('private'),
    codes: spec.codes === '' ? [] : spec.codes.split(' | '),
    blankMeans: spec.blank_means,
  };
}
