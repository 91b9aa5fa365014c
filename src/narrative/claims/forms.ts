import type { Sentence, Verdict } from './claim.js';
import { baseClaims, comparatorClaims, targetClaims } from './comparison-claims.js';
import { moveClaims } from './move-claims.js';
import { countClaims, fractionClaims, partClaims, percentClaims } from './number-claims.js';
import { recordClaims, runClaims } from './series-claims.js';

/** Every form of statement that is checked, in the order in which they are read; docs/commentary.md is made from it. */

export interface Form {
  readonly name: string;
  readonly examples: readonly string[];
  /** How it is read, for who writes commentary. */
  readonly reading: string;
  readonly check: (sentence: Sentence) => Verdict[];
  /** Dates, ages and lengths of time have to be set aside before it. */
  readonly comesAfterDates?: boolean;
}

export const FORMS: readonly Form[] = [
  {
    name: 'Which base a percentage is of',
    examples: ['69% of closed assessments ended with no further action'],
    reading: 'Where a percentage is of a narrower group than its name, the statement must name that group.',
    check: baseClaims,
  },
  {
    name: 'So many months, nth consecutive',
    examples: [
      'for the third consecutive month',
      'has been steady for six months',
      'has been missed for four months in a row',
    ],
    reading:
      '"For six months" is true of longer runs too; "the sixth month in a row" is not. Steady means the same as printed.',
    check: runClaims,
  },
  {
    name: 'Highest or lowest since',
    examples: ['the highest in over a year', 'the lowest since May 2019', 'the best so far this year'],
    reading: 'No month of the span is beyond it. "This year" begins in April.',
    check: recordClaims,
  },
  {
    name: 'More or fewer than a comparator',
    examples: ['higher than England', 'below our statistical neighbours', 'better than the national average'],
    reading:
      'Against the latest year that the group published: the month, or the year that the pack compares.',
    check: comparatorClaims,
  },
  {
    name: 'Above or below the target',
    examples: ['below the target', 'the target was met', 'short of our target'],
    reading: 'Above and below are about the number, met and missed about the target.',
    check: targetClaims,
  },
  {
    name: 'Rose or fell, improved or worsened, percentage points',
    examples: [
      'up from 23% in August',
      'fell by 3 percentage points',
      'lower than a year ago',
      'has improved on last year',
    ],
    reading:
      'Against what the words name, else the month before. A percentage rises by points: "rose by 16%" says 100 became 116.',
    check: moveClaims,
  },
  {
    name: 'Simple fractions',
    examples: [
      'a quarter of children were not seen',
      'nearly two thirds of',
      'one in four',
      'more than half of',
    ],
    reading:
      'Within 2.5 percentage points; "nearly" up to 5 below; "more than" up to 10 above. With "not", of the rest.',
    check: fractionClaims,
    comesAfterDates: true,
  },
  {
    name: 'Numbers and percentages',
    examples: [
      '39% of referrals',
      '37 of 95 referrals',
      'about 40%',
      '26% so far this year',
      '23% in August',
    ],
    reading:
      'As printed for the month that the words name, else the report month; never any figure of any month.',
    check: sentence => [...partClaims(sentence), ...percentClaims(sentence), ...countClaims(sentence)],
  },
];
