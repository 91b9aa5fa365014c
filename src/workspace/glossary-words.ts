import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { UserError } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import { text } from './cells.js';
import { checkTable, type TableRow } from './csv-table.js';
import { glossaryRow, mergeGlossary, repeatedNames, toGlossaryEntry } from './glossary-table.js';
import type { GlossaryEntry } from './tables.js';

/** The glossary that comes with the tool, under a workspace's own entries, and the words that need none. */

const GLOSSARY = 'reference/glossary.csv';
const NOT_ABBREVIATIONS = 'reference/not-abbreviations.csv';
const notAbbreviationRow = z.strictObject({ word: text, why: text });

export interface GlossaryTables {
  readonly entries: readonly GlossaryEntry[];
  readonly notAbbreviations: readonly string[];
}

/** @throws UserError 2 when the tool's own tables have been edited and are wrong */
export function readGlossaryWords(own: readonly GlossaryEntry[]): GlossaryTables {
  const builtIn = tableOfTool(GLOSSARY, glossaryRow).map(({ value, line }) => ({
    value: toGlossaryEntry(value),
    line,
  }));
  const repeated = repeatedNames(GLOSSARY, builtIn);
  if (repeated.length > 0) throw new UserError(2, repeated);
  return {
    entries: mergeGlossary(
      builtIn.map(row => row.value),
      own,
    ),
    notAbbreviations: tableOfTool(NOT_ABBREVIATIONS, notAbbreviationRow).map(row => row.value.word),
  };
}

function tableOfTool<T>(file: string, schema: z.ZodObject & z.ZodType<T>): readonly TableRow<T>[] {
  const { rows, problems } = checkTable(file, readFileSync(toolPath(file), 'utf8'), schema);
  if (problems.length > 0) throw new UserError(2, problems);
  return rows;
}
