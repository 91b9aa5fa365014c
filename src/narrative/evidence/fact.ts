import type { Assurance, PeriodKind } from '../../figures/figure.js';
import type { Rule } from '../../figures/variation/signals.js';

/**
 * What the figures say of a measure, as data: every fact names its measure, period and month and holds its numbers in the
 * measure's unit, unrounded. Sentences are made of them elsewhere, and drafts choose among them.
 */

interface FactBase {
  readonly measure: string;
  readonly period: PeriodKind;
  /** YYYY-MM. */
  readonly month: string;
}

/** Which way a fact speaks; neither where neither high nor low is better. */
export type Side = 'good' | 'bad' | 'neither';

/** Where a measure stands against its target. */
export interface StandingFact extends FactBase {
  readonly kind: 'standing';
  readonly value: number;
  readonly target: string;
  readonly rating: 'green' | 'amber' | 'red';
  /** How far it misses the target; 0 where it meets it. */
  readonly missedBy: number;
  readonly assurance: Assurance | null;
}

/** The month is a special cause. */
export interface SpecialCauseFact extends FactBase {
  readonly kind: 'special cause';
  readonly rule: Rule;
  readonly side: Side;
  readonly direction: 'high' | 'low';
  /** Neighbouring months up to this one that are marked the same way; 1 for the month alone. */
  readonly months: number;
}

/** The same for so many months up to this one. */
export interface RunFact extends FactBase {
  readonly kind: 'run';
  /** same: as printed · met, missed: the target of each month. */
  readonly what: 'same' | 'met' | 'missed';
  readonly value: number;
  readonly months: number;
  /** No earlier month of the series has another answer. */
  readonly isWholeSeries: boolean;
}

/** Beyond every earlier month of a span. */
export interface RecordFact extends FactBase {
  readonly kind: 'record';
  readonly extreme: 'highest' | 'lowest';
  readonly side: Side;
  /** Earlier months, without a gap, that it is beyond. */
  readonly months: number;
  /** Beyond every earlier month since April, of which there are at least two. */
  readonly isOfYear: boolean;
}

/** Against the month before, the same month of last year, or the same months of last year for the year to date. */
export interface ChangeFact extends FactBase {
  readonly kind: 'change';
  readonly against: 'month' | 'year';
  readonly from: number;
  readonly to: number;
  readonly side: Side;
  /** The two differ by more than chance among so many cases; null where that cannot be worked out. */
  readonly isClear: boolean | null;
  /** Standard errors between them; null likewise. */
  readonly errors: number | null;
}

/** Beside what others published. */
export interface ComparatorFact extends FactBase {
  readonly kind: 'comparator';
  readonly of: 'value' | 'rate';
  readonly group: string;
  readonly year: string;
  readonly theirs: number;
  readonly ours: number;
  readonly side: Side;
  readonly isClear: boolean | null;
}

/** More than half, in the month and in the year to date, of what should be few; or less than half of what should be many. */
export interface MajorityFact extends FactBase {
  readonly kind: 'majority';
  /** Percent in the year to date. */
  readonly share: number;
  readonly side: 'bad';
}

export interface LargestPartFact extends FactBase {
  readonly kind: 'largest part';
  readonly category: string;
  readonly count: number;
  readonly total: number;
}

/** The teams that are furthest apart, of those with enough cases. */
export interface SpreadFact extends FactBase {
  readonly kind: 'spread';
  readonly lowest: { readonly team: string; readonly value: number };
  readonly highest: { readonly team: string; readonly value: number };
}

export type Fact =
  | StandingFact
  | SpecialCauseFact
  | RunFact
  | RecordFact
  | ChangeFact
  | ComparatorFact
  | MajorityFact
  | LargestPartFact
  | SpreadFact;
