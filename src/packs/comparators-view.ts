/** What others published, for the measures of an area. Every value has its group and year; nothing is rated against one. */
import { formatValue } from '../figures/display.js';
import type { Figure, Unit } from '../figures/figure.js';
import { type Measure, yearlyPeriod } from '../measures/measure.js';
import { monthName } from '../months.js';
import type { Comparator } from '../workspace/tables.js';
import { measureAnchor } from './areas.js';
import { decimalsIn, shownBare, unitDetail, withoutUnit } from './figure-text.js';
import type { PackInput } from './pack-input.js';

interface ComparatorRow {
  readonly name: string;
  readonly anchor: string;
  /** "per 10,000 children" where it is the rate of a count; else the unit, where the name does not say it. */
  readonly detail: string;
  readonly year: string;
  readonly own: string;
  /** What our own figure spans. */
  readonly ownSpan: string;
  /** One for each group; ':' where it has none for the year. */
  readonly values: readonly string[];
}

export interface ComparatorsView {
  readonly groups: readonly string[];
  readonly rows: readonly ComparatorRow[];
  /** How near definitions differ, a sentence for each way. */
  readonly footnotes: readonly string[];
}

/** Null where nothing is published that could be compared. */
export function comparatorsView(measures: readonly Measure[], input: PackInput): ComparatorsView | null {
  const found = measures.flatMap(measure => published(measure, input.comparators));
  if (found.length === 0) return null;
  const groups = [...new Set(found.map(row => row.group))];
  return {
    groups,
    rows: measures.flatMap(measure => rowsOf(measure, groups, input)),
    footnotes: nearNotes(
      measures.filter(
        measure => measure.national === 'near' && published(measure, input.comparators).length > 0,
      ),
    ),
  };
}

/** What may be compared with a measure: nothing where the national definition is another one. */
export function published({ id, national }: Measure, comparators: readonly Comparator[]): Comparator[] {
  return national === 'none' ? [] : comparators.filter(row => row.measure === id);
}

/** What a measure is set beside others by: its own figure, or the rate of a count where only that is published. */
export function comparedBy(measure: Measure, { comparators }: PackInput): Comparator['of'] {
  return published(measure, comparators).some(row => row.of === 'value') ? 'value' : 'rate';
}

/** The one that is named wherever one is: on a chart that may hold a target and the year before, more lines would be mixed up. */
export function isCountry({ group }: Comparator): boolean {
  return group === 'England';
}

/** @param of the value's or the rate's; undefined for either */
export function latestOf(measure: Measure, of: Comparator['of'] | undefined, input: PackInput): Comparator[] {
  const found = published(measure, input.comparators).filter(row => of === undefined || row.of === of);
  const groups = [...new Set(found.map(row => row.group))];
  return groups.flatMap(group => {
    const years = found.filter(row => row.group === group).sort((a, b) => (a.year < b.year ? 1 : -1));
    return years.slice(0, 1);
  });
}

export function comparatorShown(row: Comparator, measure: Measure): string {
  return formatValue(row.value, comparatorUnit(row, measure), decimalsIn(row.value));
}

/** Of a published value. */
export function comparatorUnit({ of }: Comparator, { unit }: Measure): Unit {
  return of === 'rate' ? 'per 10000' : unit;
}

/** The council's own figure beside others' year: at month end, or of the twelve months to it. */
export function ownFigure(
  measure: Measure,
  of: Comparator['of'],
  { figures, month }: PackInput,
): Figure | undefined {
  const period = yearlyPeriod(measure);
  return figures.get({ measure: measure.id, of, period, month });
}

/** "September 2020" at month end; "12 months to September 2020" for what happens over time. */
export function ownSpan(measure: Measure, month: string): string {
  const name = monthName(month);
  return yearlyPeriod(measure) === 'snapshot' ? name : `12 months to ${name}`;
}

function rowsOf(measure: Measure, groups: readonly string[], input: PackInput): ComparatorRow[] {
  const found = published(measure, input.comparators);
  const kinds = [...new Set(found.map(row => row.of))];
  return kinds.flatMap(of =>
    [...new Set(found.filter(row => row.of === of).map(row => row.year))].map(year => ({
      name: measure.name,
      anchor: measureAnchor(measure.id),
      detail: of === 'rate' ? 'per 10,000 children' : unitDetail(measure),
      year,
      ownSpan: ownSpan(measure, input.month),
      own: shownBare(ownFigure(measure, of, input), measure, input.targets),
      values: groups.map(group => {
        const row = found.find(each => each.of === of && each.year === year && each.group === group);
        return row ? withoutUnit(comparatorShown(row, measure), comparatorUnit(row, measure)) : ':';
      }),
    })),
  );
}

/** Measures that differ in the same way share a sentence. */
function nearNotes(measures: readonly Measure[]): string[] {
  const notes = [...new Set(measures.map(measure => measure.nationalNote))];
  return notes.map(note => {
    const names = measures.filter(measure => measure.nationalNote === note).map(({ name }) => name);
    const what = names.length === 1 ? 'a near comparison' : 'near comparisons';
    const how = note === '' ? '' : `: ${note.replace(/\.$/, '')}`;
    return `${names.join('; ')}: ${what}, not the same definition${how}.`;
  });
}
