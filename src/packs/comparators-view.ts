/** What others published. Every value has its group and year; nothing is rated against one. */
import { formatValue } from '../figures/display.js';
import type { Measure } from '../measures/measure.js';
import type { Comparator } from '../workspace/tables.js';
import { decimalsIn } from './figure-text.js';
import type { PackInput } from './pack-input.js';

interface ComparatorRow {
  readonly year: string;
  /** One for each group; '' where it has none for the year. */
  readonly values: readonly string[];
}

export interface ComparatorsView {
  readonly groups: readonly string[];
  readonly rows: readonly ComparatorRow[];
  /** How a near definition differs; '' where the definitions are the same. */
  readonly footnote: string;
}

/** Null where nothing is published that could be compared. */
export function comparatorsView(measure: Measure, input: PackInput): ComparatorsView | null {
  if (measure.national === 'none') return null;
  const found = input.comparators.filter(row => row.measure === measure.id);
  if (found.length === 0) return null;
  const groups = [...new Set(found.map(row => row.group))];
  const years = [...new Set(found.map(row => row.year))];
  return {
    groups,
    rows: years.map(year => ({
      year,
      values: groups.map(group =>
        published(
          found.filter(row => row.year === year && row.group === group),
          measure,
        ),
      ),
    })),
    footnote: measure.national === 'near' ? nearNote(measure) : '',
  };
}

/** A group may have published a value and a rate. */
function published(rows: readonly Comparator[], { unit }: Measure): string {
  return rows
    .map(({ of, value }) => formatValue(value, of === 'rate' ? 'per 10000' : unit, decimalsIn(value)))
    .join('; ');
}

function nearNote({ nationalNote }: Measure): string {
  const how = nationalNote === '' ? '' : `: ${nationalNote.replace(/\.$/, '')}`;
  return `Near comparison, not the same definition${how}.`;
}
