/** The numbers of a measure's page, a line each, in the order in which the board knows them. */
import { formatFigure, reasonInWords } from '../figures/display.js';
import type { Figure } from '../figures/figure.js';
import { headlinePeriod, type Measure, periodsOf, yearlyPeriod } from '../measures/measure.js';
import { addMonths, dateName, monthName } from '../months.js';
import { capitalised } from '../words.js';
import { comparatorShown, ownSpan, published } from './comparators-view.js';
import {
  type DirectionView,
  directionView,
  moveBetween,
  plainNumber,
  type RatingView,
  ratingView,
  shownFigure,
  workings,
} from './figure-text.js';
import { ratedFigure } from './glance-view.js';
import type { PackInput } from './pack-input.js';
import { packMonths } from './pack-months.js';

export interface Fact {
  readonly name: string;
  /** '' where a rating or a direction says it. */
  readonly text: string;
  /** In quiet ink behind it; '' where there is nothing to add. */
  readonly detail: string;
  readonly rating: RatingView | null;
  readonly direction: DirectionView | null;
}

/** Groups that every page names, also where they published nothing. */
const GROUPS = ['England', 'Statistical neighbours', 'West Midlands'];
const NOT_APPLICABLE = 'N/A';

export function indicatorFacts(measure: Measure, input: PackInput): Fact[] {
  const rated = ratedFigure(measure, input.month, input);
  const now = headlineFigure(measure, input.month, input);
  return [
    fact('Last update', input.extractedOn === '' ? 'not known' : dateName(input.extractedOn)),
    fact('Current value', shownFigure(now, measure, input.targets), currentDetail(now, measure, input)),
    ...rateFact(measure, input),
    ratingFact(rated),
    ...judgementFacts(measure, input),
    fact('Target', rated?.target || NOT_APPLICABLE, rated?.of === 'rate' ? 'on the rate' : ''),
    ...directionFacts(measure, input),
    ...earlierFacts(measure, input),
    ...yearToDateFact(measure, input),
    ...comparatorFacts(measure, input),
    fact('Measure period', periodInWords(measure)),
    ...variationFacts(now, measure),
    ...heldBackFact(now),
  ];
}

function fact(name: string, text: string, detail = ''): Fact {
  return { name, text, detail, rating: null, direction: null };
}

function headlineFigure(measure: Measure, month: string, { figures }: PackInput): Figure | undefined {
  return figures.get({ measure: measure.id, period: headlinePeriod(measure), month });
}

/** "37 of 40, September 2020". */
function currentDetail(now: Figure | undefined, measure: Measure, { month }: PackInput): string {
  return [workings(now, measure), monthName(month)].filter(text => text !== '').join(', ');
}

/** As the board has always had its rates. */
const RATE_DECIMALS = 2;

function rateFact(measure: Measure, input: PackInput): Fact[] {
  if (!measure.rate) return [];
  const period = yearlyPeriod(measure);
  const rate = input.figures.get({ measure: measure.id, of: 'rate', period, month: input.month });
  const of = measure.unit === 'percent' ? 'of its numerator, ' : '';
  const when =
    period === 'snapshot' ? `at the end of ${monthName(input.month)}` : ownSpan(measure, input.month);
  return [fact('Rate per 10,000 children', withoutUnit(formatFigure(rate, RATE_DECIMALS)), of + when)];
}

/** The line's name says the unit. */
function withoutUnit(shown: string): string {
  return shown.replace(' per 10,000', '');
}

function ratingFact(rated: Figure | undefined): Fact {
  const rating = ratingView(rated?.rating);
  if (rating) return { ...fact('Overall assessment', '', rated?.of === 'rate' ? 'by its rate' : ''), rating };
  return fact('Overall assessment', 'No rating', rated?.target ? 'no value to rate' : 'no target');
}

/** A person's rating of this month beside the computed one: who, and why. */
function judgementFacts(measure: Measure, { judgements, month }: PackInput): Fact[] {
  return judgements
    .filter(each => each.measure === measure.id && each.month === month)
    .map(({ rating, role, reason }) => ({
      ...fact('Judged by a person', '', `${role}: ${reason}`),
      rating: ratingView(rating),
    }));
}

function directionFacts(measure: Measure, input: PackInput): Fact[] {
  const { current, previous, yearEarlier } = packMonths(input.month);
  const now = headlineFigure(measure, current.month, input);
  return [
    { name: 'Direction since last year', from: yearEarlier },
    { name: 'Direction since last month', from: previous },
  ].map(({ name, from }) => {
    const move = moveBetween(now, headlineFigure(measure, from.month, input), measure, input.targets);
    const direction = directionView(move?.movement, move?.meaning);
    return direction ? { ...fact(name, ''), direction } : fact(name, 'Not compared');
  });
}

/** The same month one and two years back. */
function earlierFacts(measure: Measure, input: PackInput): Fact[] {
  return [12, 24].map(back => {
    const month = addMonths(input.month, -back);
    const figure = headlineFigure(measure, month, input);
    return fact(monthName(month), shownFigure(figure, measure, input.targets), workings(figure, measure));
  });
}

function yearToDateFact(measure: Measure, { figures, month, targets }: PackInput): Fact[] {
  if (!periodsOf(measure).includes('ytd')) return [];
  const figure = figures.get({ measure: measure.id, period: 'ytd', month });
  return [fact('Year to date', shownFigure(figure, measure, targets), workings(figure, measure))];
}

/** The latest year of each group, with its year; every group of the list, also where it published nothing. */
function comparatorFacts(measure: Measure, { comparators }: PackInput): Fact[] {
  const rows = published(measure, comparators);
  const groups = [...new Set([...GROUPS, ...rows.map(row => row.group)])];
  if (measure.national === 'none') return [fact(GROUPS.join(', '), 'Not published', 'on this definition')];
  return groups.map(group => {
    const [latest] = rows.filter(row => row.group === group).sort((a, b) => (a.year < b.year ? 1 : -1));
    return latest ? fact(group, comparatorShown(latest, measure), latest.year) : fact(group, 'Not given');
  });
}

function periodInWords(measure: Measure): string {
  if (measure.window > 0) return `The ${measure.window} months to the month end`;
  return headlinePeriod(measure) === 'snapshot' ? 'Snapshot at the month end' : 'Calendar month';
}

function variationFacts(now: Figure | undefined, measure: Measure): Fact[] {
  const unread =
    measure.window > 0
      ? 'Not read: months share their cases'
      : 'Not read: too few months, or hardly any change';
  const variation = now?.variation ?? null;
  const assurance = now?.assurance ?? null;
  const noAssurance = now?.target ? unread : NOT_APPLICABLE;
  return [
    fact('Variation', variation ? capitalised(variation) : unread, MEANINGS[variation ?? ''] ?? ''),
    fact('Target in future', assurance ? capitalised(assurance) : noAssurance),
  ];
}

const MEANINGS: Readonly<Record<string, string>> = {
  'common cause': 'no more than chance',
  'special-cause improvement': 'more than chance, and better',
  'special-cause concern': 'more than chance, and worse',
  'special-cause high': 'higher than by chance',
  'special-cause low': 'lower than by chance',
};

function heldBackFact(now: Figure | undefined): Fact[] {
  const held = [
    [now?.notYetDue ?? 0, 'not yet due'],
    [now?.notJudged ?? 0, 'not judged'],
  ] as const;
  const words = held.filter(([count]) => count > 0).map(([count, what]) => `${plainNumber(count)} ${what}`);
  return words.length === 0 ? [] : [fact('Cases left out', words.join(', '))];
}

/** Why the page has no value, and since when; '' where it has one. */
export function absenceInWords(measure: Measure, input: PackInput): string {
  const now = headlineFigure(measure, input.month, input);
  if (now && now.value !== null) return '';
  const { figures, settings } = input;
  const period = headlinePeriod(measure);
  const months = Array.from({ length: settings.series_months - 1 }, (_, index) =>
    addMonths(input.month, -1 - index),
  );
  const last = months.find(month => figures.get({ measure: measure.id, period, month })?.value != null);
  const since = last
    ? `The last figure is that of ${monthName(last)}.`
    : `No month since ${monthName(months.at(-1) ?? input.month)} has one.`;
  const when = monthName(input.month);
  if (now?.status === 'no-cases') return `No cases in ${when}: there was nothing to judge. ${since}`;
  if (now?.status === 'suppressed') return `Not shown for ${when}, because the number is small.`;
  return `No data for ${when}: ${now ? reasonInWords(now) : 'it was not worked out'}. ${since}`;
}

/** Cases so few that one of them moves a percentage by as much as a usual tolerance. */
const FEW_CASES = 20;

/** "Few cases: 3 of 8. One case more or less is 13 points."; '' for any other measure. */
export function fewCases(measure: Measure, input: PackInput): string {
  const now = headlineFigure(measure, input.month, input);
  if (measure.unit !== 'percent' || now?.value == null || now.denominator === null) return '';
  if (now.denominator > FEW_CASES || now.denominator < 1) return '';
  const points = plainNumber(Math.round(100 / now.denominator));
  return `Few cases: ${workings(now, measure)}. One case more or less is ${points} points.`;
}
