/** What a reader needs to weigh the figures: the state of the data and the definition of every measure. */
import type { Measure } from '../measures/measure.js';
import type { DataNote } from '../narrative/data-notes.js';
import { areasOf, measureAnchor } from './areas.js';
import type { PackInput } from './pack-input.js';

interface DefinitionRow {
  readonly name: string;
  readonly id: string;
  readonly anchor: string;
  readonly counts: string;
  readonly of: string;
  readonly datedBy: string;
  readonly source: string;
}

export interface AboutView {
  readonly notes: readonly DataNote[];
  readonly areas: readonly { readonly name: string; readonly rows: readonly DefinitionRow[] }[];
  readonly toolVersion: string;
}

export function aboutView({ dataNotes, measures, toolVersion }: PackInput): AboutView {
  return {
    notes: dataNotes,
    areas: areasOf(measures).map(area => ({ name: area.name, rows: area.measures.map(definitionRow) })),
    toolVersion,
  };
}

function definitionRow(measure: Measure): DefinitionRow {
  const { name, id, counts, of, source } = measure;
  return { name, id, anchor: measureAnchor(id), counts, of, source, datedBy: datedBy(measure) };
}

/** The column's name in words: "received_at" as "received". */
function datedBy({ datedBy: column, window }: Measure): string {
  if (column === 'limit') return 'last permitted day';
  const words =
    column === 'as_at' ? 'date of the extract' : column.replace(/_(?:at|on)$/, '').replaceAll('_', ' ');
  return window > 0 ? `${words}, over ${window} months` : words;
}
