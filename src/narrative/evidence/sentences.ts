import { formatNumber, formatValue } from '../../figures/display.js';
import type { Figure } from '../../figures/figure.js';
import { decimalsOf } from '../../figures/labels.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import { addMonths } from '../../months.js';
import { numberWord, ordinalWord } from '../number-words.js';
import { agreeing } from './agreement.js';
import type { Fact, RecordFact, RunFact, SpecialCauseFact } from './fact.js';
import { type EvidenceSource, figureOf } from './source.js';

/**
 * The one maker of sentences from facts. Numbers of figures are left as references, which are filled in when a pack is
 * made, so that a sentence and a table cannot differ; what is no figure (a run, a record, a target) is said in words.
 */

interface Ground {
  readonly measure: Measure;
  readonly source: EvidenceSource;
}

/** `{{figure "re-referrals" period="ytd"}}`. @param back months before the report month */
export function reference({ measure, source }: Ground, period = headlinePeriod(measure), back = 0): string {
  const options = [
    period === headlinePeriod(measure) ? '' : ` period="${period}"`,
    back === 0 ? '' : ` month="${addMonths(source.month, -back)}"`,
  ];
  return `{{figure "${measure.id}"${options.join('')}}}`;
}

/** The measure's own sentence, without its full stop: "{{figure …}} of referrals were about children …". */
export function mainClause(ground: Ground): string {
  const { measure, source } = ground;
  const isOne = figureOf(measure, headlinePeriod(measure), source)?.value === 1 && measure.unit === 'count';
  return agreeing(measure.statement.said, isOne).replace('#', reference(ground));
}

/** "So far this year it is 26%, against 19% in the same months of last year". */
export function yearClause(ground: Ground, beside: boolean): string {
  const now = `So far this year it is ${reference(ground, 'ytd')}`;
  return beside ? `${now}, against ${reference(ground, 'ytd', 12)} in the same months of last year` : now;
}

/** "up from 23% a year ago". */
export function yearAgoClause(ground: Ground, direction: 'up' | 'down'): string {
  return `${direction} from ${reference(ground, undefined, 12)} a year ago`;
}

/** "the highest in over a year"; '' for a record of less than a year. */
export function recordClause({ extreme, months }: RecordFact): string {
  const span = recordSpan(months);
  return span === '' ? '' : `the ${extreme} in ${span}`;
}

const YEAR = 12;

function recordSpan(months: number): string {
  const years = Math.floor(months / YEAR);
  if (years === 0) return '';
  const exactly = years === 1 ? 'a year' : `${numberWord(years)} years`;
  return months % YEAR === 0 ? exactly : `over ${exactly}`;
}

/** "for the third month in a row". */
export function sameClause({ months }: RunFact): string {
  return `for the ${ordinalWord(months)} month in a row`;
}

/** "The target of at least 95% has been missed for six months in a row", "in each of the last 25 months". */
export function targetRunClause(target: string, { what, months, isWholeSeries }: RunFact): string {
  const span = isWholeSeries
    ? `in each of the last ${numberWord(months)} months`
    : `for ${numberWord(months)} months in a row`;
  return `The target of ${target} has been ${what} ${span}`;
}

/** What kind of special cause the month is, as a sentence. */
export function specialCauseClause({ rule, direction, months, side }: SpecialCauseFact): string {
  const better = { good: 'better', bad: 'worse', neither: direction === 'high' ? 'higher' : 'lower' }[side];
  switch (rule) {
    case 'R1':
      return `That is outside its usual range${side === 'neither' ? '' : `, and ${better}`}`;
    case 'R2':
      return `It has ${direction === 'high' ? 'risen' : 'fallen'} steadily over the last ${numberWord(Math.max(months, RUN))} months`;
    case 'R3':
      return `Two of the last three months were unusually ${direction}`;
    case 'R4':
      return `It has been ${better} than its average for ${numberWord(Math.max(months, RUN))} months in a row`;
  }
}

/** Months of a trend or a run on one side of the mean. */
const RUN = 7;

/** A fact in a sentence for whoever reads the evidence behind a draft. */
export function factInWords(fact: Fact, ground: Ground): string {
  const { measure } = ground;
  const show = (value: number, of: 'value' | 'rate' = 'value') => shownAs(value, of, measure);
  switch (fact.kind) {
    case 'standing':
      return [
        `${capital(fact.rating)} against ${fact.target}`,
        fact.missedBy > 0 ? `missed by ${difference(fact.missedBy, measure)}` : '',
        fact.assurance === null ? '' : assuranceWords[fact.assurance],
      ]
        .filter(part => part !== '')
        .join('; ');
    case 'special cause':
      return `Special cause (${fact.rule}, ${fact.direction}): ${specialCauseClause(fact)}`;
    case 'run':
      return fact.what === 'same'
        ? `The same figure ${sameClause(fact)}`
        : `Target ${fact.what} for ${numberWord(fact.months)} months in a row`;
    case 'record': {
      const clause = recordClause(fact);
      return capital(
        [clause, fact.isOfYear ? `the ${fact.extreme} so far this year` : ''].filter(Boolean).join('; '),
      );
    }
    case 'change': {
      const moved = fact.to > fact.from ? 'Up' : 'Down';
      const by = difference(Math.abs(fact.to - fact.from), measure);
      const when = fact.against === 'month' ? 'the month before' : 'a year ago';
      const clear = fact.isClear === null ? '' : fact.isClear ? '; more than chance' : '; may be chance';
      const span = fact.period === 'ytd' ? 'Year to date: ' : '';
      return `${span}${span === '' ? moved : moved.toLowerCase()} ${by} from ${show(fact.from)} ${when}${clear}`;
    }
    case 'comparator': {
      const than =
        fact.ours > fact.theirs ? 'more than' : fact.ours < fact.theirs ? 'less than' : 'the same as';
      const clear = fact.isClear === false ? '; may be chance' : '';
      return `${show(fact.ours, fact.of)} is ${than} ${fact.group} (${show(fact.theirs, fact.of)}, ${fact.year})${clear}`;
    }
    case 'majority':
      return `${show(fact.share)} in the year to date is ${fact.share > 50 ? 'more' : 'less'} than half`;
    case 'largest part':
      return `Largest part: ${fact.category}, ${formatNumber(fact.count, 0)} of ${formatNumber(fact.total, 0)}`;
    case 'spread':
      return `Teams: from ${show(fact.lowest.value)} (${fact.lowest.team}) to ${show(fact.highest.value)} (${fact.highest.team})`;
  }
}

const assuranceWords = {
  'consistently met': 'will be met while nothing changes',
  'consistently missed': 'will be missed while nothing changes',
  'hit and miss': 'will be met in some months and missed in others while nothing changes',
} as const;

/** A difference between two percentages is in points: 23% to 39% is 16 percentage points. */
export function difference(by: number, measure: Measure): string {
  if (measure.unit !== 'percent') return formatValue(by, measure.unit, measure.decimals);
  const points = formatNumber(by, by < 1 ? Math.max(1, measure.decimals) : measure.decimals);
  return `${points} percentage ${points === '1' ? 'point' : 'points'}`;
}

function shownAs(value: number, of: 'value' | 'rate', measure: Measure): string {
  const figure = { of } satisfies Pick<Figure, 'of'>;
  return formatValue(value, of === 'rate' ? 'per 10000' : measure.unit, decimalsOf(figure, measure));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
