/** What others published. Every value has its group and year; nothing is rated against one. */
import { formatValue } from '../figures/display.js';
import type { Measure } from '../measures/measure.js';
import { decimalsIn } from './figure-text.js';
import type { PackInput } from './pack-input.js';

interface ComparatorRow {
  readonly group: string;
  readonly year: string;
  readonly value: string;
}

export interface ComparatorsView {
  readonly rows: readonly ComparatorRow[];
  /** How a near definition differs; '' where the definitions are the same. */
  readonly footnote: string;
}

export function comparatorsView(measure: Measure, { comparators }: PackInput): ComparatorsView | null {
  if (measure.national === 'none') return null;
  const rows = comparators.filter(row => row.measure === measure.id);
  if (rows.length === 0) return null;
  return {
    rows: rows.map(({ group, year, of, value }) => ({
      group,
      year,
      value: formatValue(value, of === 'rate' ? 'per 10000' : measure.unit, decimalsIn(value)),
    })),
    footnote: measure.national === 'near' ? nearNote(measure) : '',
  };
}

function nearNote({ nationalNote }: Measure): string {
  const how = nationalNote === '' ? '' : `: ${nationalNote}`;
  return `Near comparison, not the same definition${how}.`;
}
