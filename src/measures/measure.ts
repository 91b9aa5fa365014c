import type { PeriodKind, Unit } from '../figures/figure.js';

/**
 * What a measure is. The words come from the `.yml` beside its SQL, so that the performance team can read and change
 * them; the columns are those of the product's list of measures.
 */
export type MeasureKind = 'count' | 'ratio' | 'average' | 'breakdown' | 'snapshot' | 'rate' | 'manual';
export type Polarity = 'higher' | 'lower' | 'target' | 'none';
/** attribute: about a child · process: the council's own timeliness · none: not about children. */
export type Disclosure = 'attribute' | 'process' | 'none';

/** One definition of a measure and the months in which it was in force; both ends inclusive, '' is open. */
export interface MeasureVersion {
  /** v1 is the oldest. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** One sentence: what changed, or what is counted. */
  readonly definition: string;
  readonly sql: string;
  /** Path of the SQL file, for messages. */
  readonly sqlFile: string;
}

export interface Category {
  /** What the levels are called, such as "Category of need"; one or two. */
  readonly titles: readonly string[];
  /** Every code of every level, in printed order. */
  readonly codes: readonly (readonly string[])[];
}

/** Where a source holds not the records that a measure asks for but what they come to, for each case. */
export interface StandIn {
  /** A table with row_key, which is the record_id of a case, and a column of the measure's id: met or not, NULL is unknown. */
  readonly table: string;
  /** The one day to whose end it is counted, YYYY-MM-DD; '' where it goes with the case's own date. */
  readonly countedTo: string;
}

/** How a draft of the commentary speaks of a measure, and how much it matters there. */
export interface MeasureStatement {
  /** With # where the figure stands. */
  readonly said: string;
  readonly topic: string;
  /** 1 matters little, 5 most. */
  readonly weight: number;
  readonly reason: string;
  /** Words one of which a statement must hold, because its percentage is of a narrower group; empty where any will do. */
  readonly base: readonly string[];
}

export interface Measure {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  readonly kind: MeasureKind;
  /** What is counted, in words. */
  readonly counts: string;
  /** Of what, in words; '' for a plain count. */
  readonly of: string;
  /** The column whose month a case belongs to; `limit`; or `month end`. */
  readonly datedBy: string;
  /** Months to the month end that a figure spans; 0 where it has no window. */
  readonly window: number;
  /** Months of earlier data that it needs; 'all' as far as the record goes. */
  readonly history: number | 'all';
  /** A snapshot measure that has a year to date of pooled month ends. */
  readonly pooled: boolean;
  /** A count in which each child counts once in a figure, so that months do not add up to the year. */
  readonly distinct: boolean;
  /** What an average's amounts are divided by once, at the end: 7 where the cases give days and the figure is in weeks. */
  readonly divisor: number;
  /** The document that first asked for it, such as "scorecard 2020"; '' for a council's own. */
  readonly firstAsked: string;
  readonly polarity: Polarity;
  readonly unit: Unit;
  readonly decimals: number;
  readonly disclosure: Disclosure;
  /** 'same', 'near' or 'none': whether comparators use this definition; and how a near one differs. */
  readonly national: 'same' | 'near' | 'none';
  readonly nationalNote: string;
  /** Guidance or return that the definition comes from. */
  readonly source: string;
  /** Good practice in a sentence for readers: how to read it. */
  readonly guide: string;
  /** Why the latest month can still change; '' where what is counted is settled by its end. */
  readonly unsettled: string;
  readonly category: Category | null;
  readonly statement: MeasureStatement;
  /** A count that is also given per 10,000 children aged 0 to 17. */
  readonly rate: boolean;
  /** Of a count of who is open at month end: the measures that count who started and who ended; '' for others. */
  readonly startedBy: string;
  readonly endedBy: string;
  /** Cases are judged when their limit has passed, or at once because they are dated by what ends them. */
  readonly judged: 'after limit' | 'at once';
  /** Extract names with the columns without which there is no figure. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly versions: readonly MeasureVersion[];
  /** True for one that a council has written, or written anew. */
  readonly isLocal?: boolean;
  /** What takes the place of `met`, where a source has counted it; its records are then not asked for. */
  readonly standIn?: StandIn;
}

/** Whether a pack that draws on these documents shows it; a council's own are always shown. */
export function isAskedFor({ firstAsked }: Measure, documents: readonly string[]): boolean {
  return firstAsked === '' || documents.includes(firstAsked);
}

/** The periods that a measure is given for. */
export function periodsOf(measure: Measure): readonly PeriodKind[] {
  if (isSnapshot(measure)) return measure.pooled ? ['snapshot', 'ytd'] : ['snapshot'];
  return ['month', 'ytd', 'rolling-12'];
}

/** True at the month end, or over a window up to it: such a measure has one figure a month. */
export function isSnapshot(measure: Pick<Measure, 'datedBy' | 'window'>): boolean {
  return measure.datedBy === 'month end' || measure.datedBy === 'as_at' || measure.window > 0;
}

/** The period of a year's kind of figure, such as a rate: at month end, or of the twelve months to it. */
export function yearlyPeriod(measure: Measure): 'snapshot' | 'rolling-12' {
  return isSnapshot(measure) ? 'snapshot' : 'rolling-12';
}

/** The period that a series or a headline shows: the month's own figure. */
export function headlinePeriod(measure: Measure): PeriodKind {
  return isSnapshot(measure) ? 'snapshot' : 'month';
}

/** Parts of a count add up to it; shares and averages of parts do not. What is returned says which it is by its unit. */
export function isAdditive({ kind, unit }: Pick<Measure, 'kind' | 'unit'>): boolean {
  if (kind === 'manual') return unit === 'count';
  return kind !== 'ratio' && kind !== 'average' && kind !== 'rate';
}
