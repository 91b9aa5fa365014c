import type { Cell, Database } from '../extracts/database.js';
import type { Measure } from '../measures/measure.js';
import { monthName, monthsTo } from '../months.js';
import type { Problem } from '../problems.js';
import type { Team } from '../workspace/tables.js';
import { successorOf } from './aggregate.js';
import type { Span } from './spans.js';

/** Figures that reach the team as figures: from the extract manual_returns, a row a measure, month and team. */

export interface ManualReturn {
  readonly measure: string;
  /** YYYY-MM. */
  readonly month: string;
  /** '' for the whole service. */
  readonly team: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly note: string;
}

export interface ManualAnswer {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** '' where there is a value. */
  readonly reason: string;
}

export async function readManualReturns(database: Database, teams: readonly Team[]): Promise<ManualReturn[]> {
  const rows = await database.rows<ManualReturn & Record<string, Cell>>(`
    SELECT measure, strftime(month, '%Y-%m') AS month, coalesce(team, '') AS team, CAST(numerator AS DOUBLE) AS numerator,
      CAST(denominator AS DOUBLE) AS denominator, CAST(value AS DOUBLE) AS value, coalesce(note, '') AS note
    FROM manual_returns ORDER BY ALL`);
  return rows.map(row => ({ ...row, team: successorOf(row.team, teams) }));
}

/** A return can stand neither for a measure that is worked out, nor twice for one month and team. */
export function manualProblems(returns: readonly ManualReturn[], measures: readonly Measure[]): Problem[] {
  const place = { file: 'extracts/manual_returns.csv' };
  const computed = new Set(measures.filter(measure => measure.kind !== 'manual').map(measure => measure.id));
  const seen = new Set<string>();
  return returns.flatMap(({ measure, month, team, note }): Problem[] => {
    const key = `${measure}, ${month}${team === '' ? '' : `, ${team}`}`;
    if (computed.has(measure) && note === '') {
      const message = `${key}: this measure is worked out from cases. Take the row away, or give the reason for it in note.`;
      return [{ severity: 'error', rule: 'computed-measure', message, place }];
    }
    if (seen.has(key)) {
      return [{ severity: 'error', rule: 'repeated-return', message: `${key}: two rows. Keep one.`, place }];
    }
    seen.add(key);
    return [];
  });
}

/**
 * The figure of a span. A value without numerator and denominator stands for its own month and team only: it has no year
 * to date, no twelve months and no team total.
 */
export function manualAnswer(
  measure: Measure,
  span: Span,
  team: string,
  returns: readonly ManualReturn[],
): ManualAnswer {
  const months = monthsTo(span.to, monthsBetween(span.from, span.to));
  const rows = returns.filter(row => row.measure === measure.id && months.includes(row.month));
  const own = rows.filter(row => row.team === team);
  const used = own.length > 0 || team !== '' ? own : rows;
  const missing = months.find(month => !used.some(row => row.month === month));
  if (missing !== undefined) return none(`no return for ${monthName(missing)}`);
  const [only, ...others] = used;
  if (only && others.length === 0 && only.team === team) return single(measure, only);
  if (used.some(row => row.numerator === null || row.denominator === null)) {
    return none('returns without numerator and denominator cannot be added up');
  }
  return pooled(measure, used);
}

function single(measure: Measure, row: ManualReturn): ManualAnswer {
  if (row.numerator !== null && row.denominator !== null) return pooled(measure, [row]);
  if (row.value !== null) return { value: row.value, numerator: null, denominator: null, reason: '' };
  return none(`the return for ${monthName(row.month)} has no value`);
}

function pooled(measure: Measure, rows: readonly ManualReturn[]): ManualAnswer {
  const numerator = rows.reduce((sum, row) => sum + (row.numerator ?? 0), 0);
  const denominator = rows.reduce((sum, row) => sum + (row.denominator ?? 0), 0);
  if (denominator === 0) return { value: null, numerator, denominator, reason: '' };
  const scale = measure.unit === 'percent' ? 100 : 1;
  return { value: (scale * numerator) / denominator, numerator, denominator, reason: '' };
}

function none(reason: string): ManualAnswer {
  return { value: null, numerator: null, denominator: null, reason: `manual: ${reason}` };
}

function monthsBetween(from: string, to: string): number {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return index(to) - index(from) + 1;
}
