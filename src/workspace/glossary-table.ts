import { z } from 'zod';
import type { Problem } from '../problems.js';
import { text } from './cells.js';
import type { TableRow } from './csv-table.js';
import type { GlossaryEntry } from './tables.js';

/** glossary.csv: terms and abbreviations with their meaning. Other forms of a term stand behind a bar: child | children. */

const blank = z.string().default('');

export const glossaryRow = z.strictObject({
  term: text,
  abbreviation: blank,
  meaning: text,
  source: blank,
});

export function toGlossaryEntry(row: z.infer<typeof glossaryRow>): GlossaryEntry {
  const { term, abbreviation, ...rest } = row;
  return { terms: forms(term), abbreviations: forms(abbreviation), ...rest };
}

function forms(cell: string): string[] {
  return cell
    .split('|')
    .map(form => form.trim())
    .filter(form => form !== '');
}

/** A workspace's own entries, and the built-in ones that none of them replaces. */
export function mergeGlossary(
  builtIn: readonly GlossaryEntry[],
  own: readonly GlossaryEntry[],
): GlossaryEntry[] {
  const names = new Set(own.flatMap(namesOf));
  return [...own, ...builtIn.filter(entry => !namesOf(entry).some(name => names.has(name)))];
}

/** Two rows of one table for the same name: a reader would find two meanings. */
export function repeatedNames(file: string, rows: readonly TableRow<GlossaryEntry>[]): Problem[] {
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { value, line } of rows) {
    const names = [...new Set(namesOf(value))];
    const repeated = names.find(name => seen.has(name));
    if (repeated !== undefined) {
      const message = `This row and line ${seen.get(repeated)} give the same term or abbreviation. Keep one.`;
      problems.push({ severity: 'error', rule: 'repeated-term', message, place: { file, line } });
    }
    for (const name of names) if (!seen.has(name)) seen.set(name, line);
  }
  return problems;
}

/** Terms without regard to capitals; abbreviations apart, for "ASYE" is none and "Pep" is no plan. */
function namesOf({ terms, abbreviations }: GlossaryEntry): string[] {
  return [
    ...terms.map(term => `term ${term.toLowerCase()}`),
    ...abbreviations.map(each => `abbreviation ${each}`),
  ];
}
