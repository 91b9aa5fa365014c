import type { Problem } from '../../problems.js';
import type { ExtractFiles } from '../files.js';
import { fault } from './source.js';

/** The forms that an extract may come in. */

/** The names that are read as an extract where the settings name no files. */
export function ownPatterns(extract: string): string[] {
  return [`${extract}.csv`, `${extract}.csv.gz`, `${extract}.parquet`, `*.duckdb/${extract}`];
}

/** What a name is without its form: the same of contacts.csv and contacts.parquet. */
function stem(name: string): string {
  return name.toLowerCase().replace(/\.(csv|csv\.gz|parquet)$/, '');
}

/** An extract that is there in two forms would be counted twice. */
export function manyForms(extracts: readonly ExtractFiles[]): Problem[] {
  const told = new Map<string, Problem>();
  for (const { definition, layout, files, through } of extracts) {
    const lists = through ? [...through.files.values()] : [files];
    for (const names of lists) {
      const isByDefault = !through && layout.files === undefined;
      for (const same of isByDefault ? [names] : groupsOf(names)) {
        const [first, ...others] = [...new Set(same)];
        if (first === undefined || others.length === 0) continue;
        const cure = `Keep one, or name what is to be read in scorecard.yml under extracts.${definition.name}.files.`;
        const message = `${definition.name} is here in several forms: ${same.join(', ')}. Its rows would be counted twice. ${cure}`;
        told.set(same.join('\n'), fault(first, 'several-forms', message));
      }
    }
  }
  return [...told.values()];
}

function groupsOf(names: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(stem(name), [...(groups.get(stem(name)) ?? []), name]);
  return [...groups.values()];
}
