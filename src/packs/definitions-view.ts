/** What each measure of an area counts, at the foot of its pages. */
import { headlinePeriod, type Measure } from '../measures/measure.js';
import { measureAnchor } from './areas.js';
import { plainNumber } from './figure-text.js';
import type { PackInput } from './pack-input.js';

export interface DefinitionRow {
  readonly name: string;
  readonly id: string;
  readonly anchor: string;
  readonly definition: string;
  readonly guide: string;
  readonly datedBy: string;
  readonly source: string;
  /** "3 not yet due, 1 not judged"; '' where every case of the month was judged. */
  readonly heldBack: string;
}

export function definitionRow(measure: Measure, { figures, month }: PackInput): DefinitionRow {
  const { name, id, guide, source } = measure;
  const figure = figures.get({ measure: id, period: headlinePeriod(measure), month });
  const held = [
    [figure?.notYetDue ?? 0, 'not yet due'],
    [figure?.notJudged ?? 0, 'not judged'],
  ] as const;
  return {
    name,
    id,
    anchor: measureAnchor(id),
    definition: definitionOf(measure),
    guide,
    source: source.replace(/\.$/, ''),
    datedBy: datedBy(measure),
    heldBack: held
      .filter(([count]) => count > 0)
      .map(([count, what]) => `${plainNumber(count)} ${what}`)
      .join(', '),
  };
}

/** "Decided within 24 hours, as a percentage of contacts to MASH." */
export function definitionOf({ counts, of, kind, unit }: Measure): string {
  const what = counts.charAt(0).toUpperCase() + counts.slice(1);
  if (of === '') return `${what}.`;
  if (kind === 'average') return `${what}, on average, for ${of}.`;
  return unit === 'percent' ? `${what}, as a percentage of ${of}.` : `${what}, of ${of}.`;
}

/** The column's name in words: "received_at" as "received". */
export function datedBy({ datedBy: column, window }: Measure): string {
  if (column === 'limit') return 'last permitted day';
  const words =
    column === 'as_at' ? 'date of the extract' : column.replace(/_(?:at|on)$/, '').replaceAll('_', ' ');
  return window > 0 ? `${words}, over ${window} months` : words;
}
