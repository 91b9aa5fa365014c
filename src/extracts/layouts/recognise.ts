import type { ExtractDefinition } from '../definitions.js';
import { plain } from '../headings.js';
import { headingPositions } from './heading-row.js';
import type { Layout } from './layout.js';

/** Which layout a file is of, told from its headings; where they leave a doubt, from its name. */

export const OWN_LAYOUT = 'own';

export interface Candidate {
  /** The layout's id; `own` for ours. */
  readonly layout: string;
  /** Of our layout the extract. */
  readonly source: string;
  /** The share of the file's headings that it knows: 1 where it knows them all. */
  readonly score: number;
  readonly isNamedSo: boolean;
}

/** What the file may be, the likeliest first; of equals ours, then a council's, then the tool's. */
export function candidatesIn(
  file: string,
  headings: readonly string[],
  layouts: readonly Layout[],
  definitions: readonly ExtractDefinition[] = [],
): Candidate[] {
  return [
    ...definitions.flatMap(definition => ownCandidate(file, headings, definition)),
    ...layouts.flatMap(layout => candidatesOf(file, headings, layout)),
  ].sort((a, b) => b.score - a.score || Number(b.isNamedSo) - Number(a.isNamedSo));
}

function candidatesOf(file: string, headings: readonly string[], layout: Layout): Candidate[] {
  return Object.entries(layout.sources).flatMap(([name, source]) => {
    const positions = headingPositions(source, headings);
    if (!source.told_by.every(heading => positions.has(heading))) return [];
    const isNamedSo = source.files.some(pattern => matches(file, pattern));
    return [{ layout: layout.id, source: name, score: positions.size / headings.length, isNamedSo }];
  });
}

function ownCandidate(file: string, headings: readonly string[], definition: ExtractDefinition): Candidate[] {
  if (!isOurs(headings, definition)) return [];
  const found = headings.map(plain);
  const known = definition.columns.filter(({ name }) => found.includes(plain(name)));
  const isNamedSo = matches(file, `${definition.name}.csv`);
  const score = known.length / headings.length;
  return [{ layout: OWN_LAYOUT, source: definition.name, score, isNamedSo }];
}

/** The file has every column that the extract must have. */
export function isOurs(headings: readonly string[], { columns }: ExtractDefinition): boolean {
  const found = headings.map(plain);
  return columns.filter(column => column.required).every(({ name }) => found.includes(plain(name)));
}

/** Case is ignored, as Windows does; `*` stands for any characters. */
export function matches(name: string, pattern: string): boolean {
  const expression = pattern.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${expression.join('.*')}$`, 'i').test(name);
}
