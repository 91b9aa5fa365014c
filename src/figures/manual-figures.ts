import type { Cell, Database } from '../extracts/database.js';
import type { Measure } from '../measures/measure.js';
import { addMonths, monthName, monthsTo } from '../months.js';
import type { Problem } from '../problems.js';
import type { Team } from '../workspace/tables.js';
import { successorOf } from './aggregate.js';
import type { Span } from './spans.js';

/** Figures that reach the team as figures: from the extract manual_returns, a row a measure, month and team. */

export interface ManualReturn {
  readonly measure: string;
  /** YYYY-MM: the month that it is for, or the last of its quarter. */
  readonly month: string;
  /** The first month that it stands for: its own, or the first of its quarter. */
  readonly from: string;
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
  /** What is to be known of a value: that it came as a figure, for which quarter, and what was noted. */
  readonly label: string;
}

/** Quarters end in March, June, September and December: those of the calendar are those of the council's year. */
const MONTHS_OF_QUARTER = 3;

/** @param quarterly measures that are returned once a quarter, for the month in which it ends */
export async function readManualReturns(
  database: Database,
  teams: readonly Team[],
  quarterly: readonly string[],
): Promise<ManualReturn[]> {
  const rows = await database.rows<ManualReturn & Record<string, Cell>>(`
    SELECT measure, strftime(month, '%Y-%m') AS month, coalesce(team, '') AS team, CAST(numerator AS DOUBLE) AS numerator,
      CAST(denominator AS DOUBLE) AS denominator, CAST(value AS DOUBLE) AS value, coalesce(note, '') AS note
    FROM manual_returns ORDER BY ALL`);
  return rows.map(row => ({
    ...row,
    from: quarterly.includes(row.measure) ? addMonths(row.month, 1 - MONTHS_OF_QUARTER) : row.month,
    team: successorOf(row.team, teams),
  }));
}

/** A return can stand neither for a measure that is worked out, nor twice for one month and team. */
export function manualProblems(returns: readonly ManualReturn[], measures: readonly Measure[]): Problem[] {
  const place = { file: 'extracts/manual_returns.csv' };
  const computed = new Set(measures.filter(measure => measure.kind !== 'manual').map(measure => measure.id));
  const seen = new Set<string>();
  return returns.flatMap(({ measure, month, from, team, note }): Problem[] => {
    const key = `${measure}, ${month}${team === '' ? '' : `, ${team}`}`;
    if (computed.has(measure) && note === '') {
      const message = `${key}: this measure is worked out from cases. Take the row away, or give the reason for it in note.`;
      return [{ severity: 'error', rule: 'computed-measure', message, place }];
    }
    if (from !== month && Number(month.slice(5, 7)) % MONTHS_OF_QUARTER !== 0) {
      const message = `${key}: scorecard.yml says that it is returned by the quarter, and no quarter ends in ${monthName(month)}. Give the quarter's last month.`;
      return [{ severity: 'error', rule: 'not-a-quarter', message, place }];
    }
    if (seen.has(key)) {
      return [{ severity: 'error', rule: 'repeated-return', message: `${key}: two rows. Keep one.`, place }];
    }
    seen.add(key);
    return [];
  });
}

/**
 * The figure of a span. A value without numerator and denominator stands for its own months and team only: it has no year
 * to date, no twelve months and no team total. A quarter stands for each of its months; a longer span holds it whole.
 */
export function manualAnswer(
  measure: Measure,
  span: Span,
  team: string,
  returns: readonly ManualReturn[],
): ManualAnswer {
  const months = monthsTo(span.to, monthsBetween(span.from, span.to));
  const rows = returns.filter(row => row.from <= span.to && row.month >= span.from);
  const own = rows.filter(row => row.team === team);
  const used = own.length > 0 || team !== '' ? own : rows;
  const missing = months.find(month => !used.some(row => standsFor(row, month)));
  if (missing !== undefined) return none(`no return for ${monthName(missing)}`);
  const cut = used.find(row => row.from < span.from || row.month > span.to);
  if (cut && months.length > 1) return none(`the return for the ${quarterOf(cut)} is not split by month`);
  const [only, ...others] = used;
  if (only && others.length === 0 && only.team === team) return single(measure, only);
  if (used.some(row => row.numerator === null || row.denominator === null)) {
    return none(
      'it is returned as a number alone, without the cases behind it, and such numbers are not added up',
    );
  }
  return pooled(measure, used);
}

/**
 * What was returned in place of a figure that is worked out from cases; null where nothing was. It stands for its own
 * months: what is pooled over more cannot be half of cases and half of a figure.
 */
export function answerInstead(
  measure: Measure,
  span: Span,
  team: string,
  returns: readonly ManualReturn[],
): ManualAnswer | null {
  const own = returns.filter(row => row.team === team);
  const isOneMonth = span.period === 'month' || span.period === 'snapshot';
  const found = own.find(row =>
    isOneMonth ? standsFor(row, span.month) : row.from <= span.to && row.month >= span.from,
  );
  if (!found) return null;
  if (!isOneMonth) {
    return none(`${monthName(found.month)} was returned as a figure, which cannot be added to cases`);
  }
  const answer = single(measure, found);
  const instead = 'returned in place of what is worked out from cases';
  return answer.reason === '' ? { ...answer, label: labelOf(found, instead) } : answer;
}

function standsFor({ from, month }: ManualReturn, asked: string): boolean {
  return from <= asked && asked <= month;
}

/** "quarter to September 2020". */
function quarterOf({ month }: ManualReturn): string {
  return `quarter to ${monthName(month)}`;
}

function labelOf(row: ManualReturn, how: string): string {
  const quarter = row.from === row.month ? '' : `, for the ${quarterOf(row)}`;
  return `manual: ${how}${quarter}${row.note === '' ? '' : ` (${row.note})`}`;
}

function single(measure: Measure, row: ManualReturn): ManualAnswer {
  if (row.numerator !== null && row.denominator !== null) return pooled(measure, [row]);
  if (row.value === null) return none(`the return for ${monthName(row.month)} has no value`);
  return { value: row.value, numerator: null, denominator: null, reason: '', label: labelOf(row, RETURNED) };
}

const RETURNED = 'returned as a figure';

function pooled(measure: Measure, rows: readonly ManualReturn[]): ManualAnswer {
  const numerator = rows.reduce((sum, row) => sum + (row.numerator ?? 0), 0);
  const denominator = rows.reduce((sum, row) => sum + (row.denominator ?? 0), 0);
  const [only, ...others] = rows;
  const label = only && others.length === 0 ? labelOf(only, RETURNED) : `manual: ${RETURNED}`;
  const answer = { numerator, denominator, reason: '', label };
  if (denominator === 0) return { ...answer, value: null };
  const scale = measure.unit === 'percent' ? 100 : 1;
  return { ...answer, value: (scale * numerator) / denominator };
}

function none(reason: string): ManualAnswer {
  return { value: null, numerator: null, denominator: null, reason: `manual: ${reason}`, label: '' };
}

function monthsBetween(from: string, to: string): number {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return index(to) - index(from) + 1;
}
