/**
 * A figure is the answer for one measure, period, month, team and category. Everything a pack prints, a chart draws or
 * a sentence says comes from these rows.
 */

/** month: calendar month · ytd: 1 April to month end · rolling-12: twelve months to it · snapshot: at month end. */
export type PeriodKind = 'month' | 'ytd' | 'rolling-12' | 'snapshot';
export type FigureStatus = 'ok' | 'no-cases' | 'no-data' | 'suppressed';
export type Rating = 'green' | 'amber' | 'red' | 'blue';
export type Movement = 'up' | 'down' | 'same';
export type Meaning = 'improving' | 'worsening' | 'no judgement' | 'no clear change';
/** Read from the series as an XmR chart; high and low where neither is better. */
export type Variation =
  | 'special-cause improvement'
  | 'special-cause concern'
  | 'special-cause high'
  | 'special-cause low'
  | 'common cause';
/** Whether the target will be met while nothing changes but chance. */
export type Assurance = 'consistently met' | 'consistently missed' | 'hit and miss';
export type Unit =
  | 'percent'
  | 'count'
  | 'days'
  | 'weeks'
  | 'per 10000'
  | 'fte'
  | 'score'
  | 'cases per worker'
  | 'cases per fte';

/** What names a figure. `team` and `category` are '' for the whole service and for the total. `month` is YYYY-MM. */
export interface FigureKey {
  readonly measure: string;
  readonly of: 'value' | 'rate';
  readonly period: PeriodKind;
  readonly month: string;
  readonly team: string;
  readonly category: string;
}

export interface Figure extends FigureKey {
  /** In the measure's unit, unrounded: 39.4 for 39.4%. Null unless `status` is ok. */
  readonly value: number | null;
  /** Weight of the cases met (ratio), sum of amounts (average), count (rate). Null for a plain count. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Cases whose limit falls after the report month; null where the measure judges nothing. */
  readonly notYetDue: number | null;
  /** Cases that lack what their standard needs; null where the measure judges nothing. */
  readonly notJudged: number | null;
  readonly unit: Unit;
  readonly status: FigureStatus;
  /** Why there is no value, in words a reader can act on; of a value that was returned as a figure, how; else ''. */
  readonly reason: string;
  /** The target in words, such as "at least 95%"; '' where there is none. */
  readonly target: string;
  readonly rating: Rating | null;
  /** Against the month before (month, snapshot) or the year before (ytd, rolling-12). */
  readonly movement: Movement | null;
  readonly meaning: Meaning | null;
  /** Null where the series is too short, hardly varies, or is of a period whose months share cases. */
  readonly variation: Variation | null;
  /** Of the last month of the series; null in the others, without a target, and where there is no variation to read. */
  readonly assurance: Assurance | null;
  /** The version of the definition in force, such as v2; v1+v2 where a span crosses a change. */
  readonly definition: string;
}
