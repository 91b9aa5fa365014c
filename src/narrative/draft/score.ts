import { hasVariation } from '../../figures/variation/label-variation.js';
import type { Rule } from '../../figures/variation/signals.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import type { Fact, RunFact, StandingFact } from '../evidence/fact.js';

/**
 * How strongly the evidence calls for a statement, on either side. What varies by chance has no ground, however striking
 * it looks: a record or a change of the month counts only in words, and only where the month is a special cause.
 * docs/commentary.md says the same to readers.
 */

export type ListSide = 'good' | 'bad';

/** One reason to state something, with its strength from 0 to 1. */
export interface Ground {
  readonly what: string;
  readonly strength: number;
}

export interface Score {
  readonly side: ListSide;
  /** The strongest first. */
  readonly grounds: readonly Ground[];
  /** The strongest in full, the others by a quarter, less what speaks for the other side. */
  readonly strength: number;
  /** Weight of the measure times strength. */
  readonly score: number;
}

export const SPECIAL_CAUSE: Readonly<Record<Rule, number>> = { R1: 1, R2: 0.8, R3: 0.6, R4: 0.8 };
export const MISSED = 0.7;
export const MET = 0.6;
/** A target missed by so many percentage points, or by so large a share of its edge, has the most strength. */
const FAR_POINTS = 20;
const FAR_SHARE = 0.5;
export const MOST_FOR_DISTANCE = 0.3;
export const CLEAR_CHANGE = 0.6;
/** Standard errors from which a change is clear, and over which its strength grows to 1. */
export const LEAST_ERRORS = 3;
const RANGE_OF_ERRORS = 17.5;
export const MAJORITY = 0.6;
const HALF = 50;
export const ALL_IN_A_ROW = 0.7;
const ALL = 100;
export const COMPARATOR = 0.4;
const FIRST_COMPARATOR = 'England';
export const OTHERS_COUNT = 0.25;
/** A special cause the other way halves it; a target that is missed takes a little from what goes well. */
export const OPPOSED = 0.5;
/** Below it nothing is said. */
export const LEAST_SCORE = 1;
export const STILL_MISSED = { green: 1, amber: 0.9, red: 0.8 } as const;

/** Null where there is no ground on that side. */
export function scoreOf(measure: Measure, facts: readonly Fact[], side: ListSide): Score | null {
  const grounds = facts
    .flatMap(fact => groundOf(fact, facts, side, measure))
    .sort((a, b) => b.strength - a.strength);
  const [first, ...others] = grounds;
  if (!first) return null;
  const sum = others.reduce((total, each) => total + each.strength, 0);
  const strength = (first.strength + OTHERS_COUNT * sum) * lessened(facts, side);
  return { side, grounds, strength, score: measure.statement.weight * strength };
}

function lessened(facts: readonly Fact[], side: ListSide): number {
  const other = side === 'good' ? 'bad' : 'good';
  const isOpposed = facts.some(fact => fact.kind === 'special cause' && fact.side === other);
  const standing = facts.find(fact => fact.kind === 'standing');
  return (isOpposed ? OPPOSED : 1) * (side === 'good' ? STILL_MISSED[standing?.rating ?? 'green'] : 1);
}

function groundOf(fact: Fact, facts: readonly Fact[], side: ListSide, measure: Measure): Ground[] {
  switch (fact.kind) {
    case 'special cause':
      return fact.side === side
        ? [{ what: `special cause (${fact.rule})`, strength: SPECIAL_CAUSE[fact.rule] }]
        : [];
    case 'standing':
      return standingGround(fact, facts, side, measure);
    case 'change':
      return fact.period === 'ytd' && fact.isClear && fact.side === side
        ? [{ what: 'year to date clearly changed', strength: clearStrength(fact.errors ?? LEAST_ERRORS) }]
        : [];
    case 'majority':
      return fact.side === side
        ? [{ what: 'more than half all year', strength: majorityStrength(fact.share) }]
        : [];
    case 'run':
      return side === 'good' && isAllInARow(fact, measure)
        ? [{ what: 'all cases, month after month', strength: ALL_IN_A_ROW }]
        : [];
    case 'comparator':
      return fact.isClear && fact.side === side && fact.group === FIRST_COMPARATOR
        ? [{ what: `clearly apart from ${fact.group}`, strength: COMPARATOR }]
        : [];
    default:
      return [];
  }
}

/** What ordinary variation will keep giving; without a chart to say so, a target met or missed for months. */
function standingGround(
  fact: StandingFact,
  facts: readonly Fact[],
  side: ListSide,
  measure: Measure,
): Ground[] {
  const what = side === 'bad' ? 'missed' : 'met';
  const isKept = facts.some(each => each.kind === 'run' && each.what === what);
  const isRead = hasVariation(measure, headlinePeriod(measure));
  const isSure = fact.assurance === `consistently ${what}` || (!isRead && isKept);
  if (!isSure || fact.missedBy > 0 !== (side === 'bad')) return [];
  const strength = side === 'bad' ? MISSED + MOST_FOR_DISTANCE * shareOfFar(fact, measure) : MET;
  return [{ what: `target ${isRead ? 'consistently ' : ''}${what}`, strength }];
}

function shareOfFar({ value, missedBy }: StandingFact, { unit, polarity }: Measure): number {
  if (unit === 'percent') return Math.min(1, missedBy / FAR_POINTS);
  const edge = polarity === 'higher' ? value + missedBy : Math.abs(value - missedBy);
  return Math.min(1, missedBy / (edge || 1) / FAR_SHARE);
}

function clearStrength(errors: number): number {
  return CLEAR_CHANGE + (1 - CLEAR_CHANGE) * Math.min(1, (errors - LEAST_ERRORS) / RANGE_OF_ERRORS);
}

function majorityStrength(share: number): number {
  return MAJORITY + ((1 - MAJORITY) * Math.abs(share - HALF)) / HALF;
}

export function isAllInARow({ what, value }: RunFact, { unit, polarity }: Measure): boolean {
  return what === 'same' && unit === 'percent' && polarity === 'higher' && value === ALL;
}
