import { type Decomposition, roundedToSum } from '../figures/change/decompose.js';
import { formatFigure, formatNumber, formatValue } from '../figures/display.js';
import type { Figure, PeriodKind } from '../figures/figure.js';
import { decimalsShown } from '../figures/labels.js';
import { roundText } from '../figures/rounding.js';
import { tidyNumber } from '../figures/tidy.js';
import { monthName } from '../months.js';
import type { Target } from '../workspace/tables.js';
import { type CatalogueEntry, entryAsJson } from './catalogue-entry.js';
import type { Change, Explained } from './explain.js';
import { measureInFull } from './measure-in-full.js';
import { columnsOfText } from './text-columns.js';
import { labelled } from './wrap.js';

/** What `explain` says: the definition with its SQL, the figures with their numbers, and why they changed. */

const USUAL_WIDTH = 100;
/** Of the parts of a change: enough to tell them apart, and as many as a whole that is shown beside them. */
const DECIMALS_OF_CHANGE = 2;

const PERIODS: Readonly<Record<PeriodKind, string>> = {
  month: 'Month',
  ytd: 'Year to date',
  'rolling-12': '12 months',
  snapshot: 'Month end',
};

export function explanationText(
  explained: Explained,
  entry: CatalogueEntry,
  targets: readonly Target[],
  width = USUAL_WIDTH,
): string {
  const { span, figures, change } = explained;
  const [figure] = figures;
  const part = [figure?.team, figure?.category].filter(Boolean).join(', ');
  return [
    measureInFull(entry, width),
    '',
    `${monthName(span.month)}${part === '' ? '' : `, ${part}`}`,
    ...figures.flatMap(each => figureLines(each, explained, targets, width)),
    ...(change ? ['', ...changeLines(change, explained, targets, width)] : []),
  ].join('\n');
}

function figureLines(
  figure: Figure,
  { measure }: Explained,
  targets: readonly Target[],
  width: number,
): string[] {
  const { numerator, denominator, notYetDue, notJudged, target, rating, movement, meaning, reason } = figure;
  const name = figure.of === 'rate' ? `${PERIODS[figure.period]}, rate` : PERIODS[figure.period];
  const facts = [
    formatFigure(figure, decimalsShown(figure, measure, targets)),
    numerator === null || denominator === null
      ? ''
      : `${formatNumber(numerator, 0)} of ${formatNumber(denominator, 0)}`,
    notYetDue ? `${notYetDue} not yet due` : '',
    notJudged ? `${notJudged} not judged` : '',
    target === '' ? '' : `target ${target}`,
    rating ?? '',
    [movement, meaning].filter(Boolean).join(', '),
    figure.value === null ? reason : '',
    figure.definition === '' ? '' : `definition ${figure.definition}`,
  ];
  const layout = { indent: 2, labelWidth: 18, width };
  return labelled(name, facts.filter(fact => fact !== '').join('; '), layout);
}

function changeLines(
  { from, before, now, byTeam, byCategory }: Change,
  { measure, span }: Explained,
  targets: readonly Target[],
  width: number,
): string[] {
  const shown = (figure: Figure | undefined) =>
    formatFigure(figure, figure ? decimalsShown(figure, measure, targets) : measure.decimals);
  const heading = `Why it changed from ${monthName(from.month)} (${shown(before)}) to ${monthName(span.month)} (${shown(now)})`;
  if (!byTeam && !byCategory) {
    const why = measure.distinct
      ? 'Each child counts once in it, so that its parts do not add up.'
      : 'One of the two has no value that is made of cases.';
    return [heading, `  It cannot be taken apart. ${why}`];
  }
  return [
    heading,
    ...decompositionLines('By team', byTeam, measure.unit, width),
    ...decompositionLines(
      `By ${measure.category?.titles.join(' and ').toLowerCase()}`,
      byCategory,
      measure.unit,
      width,
    ),
    ...(isShare(byTeam)
      ? labelled(
          '',
          'Rate: the part itself did better or worse. Mix: it had more or fewer of the cases than before. They add up to the whole change.',
          { indent: 2, labelWidth: 0, width },
        )
      : []),
  ];
}

function isShare(decomposition: Decomposition | null): boolean {
  return decomposition?.parts.some(({ before }) => before.denominator !== 1) ?? false;
}

function decompositionLines(
  title: string,
  exactly: Decomposition | null,
  unit: Figure['unit'],
  width: number,
): string[] {
  if (!exactly) return [];
  const share = isShare(exactly);
  const decimals = share ? DECIMALS_OF_CHANGE : 0;
  const { difference, parts } = roundedToSum(exactly, decimals);
  const signed = (value: number) => `${value > 0 ? '+' : ''}${roundText(value, decimals)}`;
  const own = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    denominator === 0
      ? 'no cases'
      : `${formatNumber(numerator, 0)}${share ? ` of ${formatNumber(denominator, 0)}` : ''}`;
  const rows = parts.map(({ name, before, now, mix, rate }) => [
    name,
    own(before),
    own(now),
    ...(share ? [signed(rate), signed(mix)] : []),
    signed(mix + rate),
  ]);
  const sum = (pick: (part: (typeof parts)[number]) => number) =>
    signed(parts.reduce((total, part) => total + pick(part), 0));
  const all = [
    'All',
    '',
    '',
    ...(share ? [sum(({ rate }) => rate), sum(({ mix }) => mix)] : []),
    signed(difference),
  ];
  const heading = [title, 'before', 'now', ...(share ? ['rate', 'mix'] : []), `change${unitOf(unit)}`];
  return columnsOfText([heading, ...rows, all], width);
}

function unitOf(unit: Figure['unit']): string {
  if (unit === 'percent') return ' (points)';
  return unit === 'count' ? '' : ` (${formatValue(2, unit, 0).slice(2)})`;
}

/** What a program reads; of cases only where they were asked for. */
export function explanationAsJson({ measure, span, figures, asAt, list, change }: Explained): object {
  const { versions: _, ...described } = entryAsJson({ measure, here: null }) as Record<string, unknown>;
  return {
    measure: described,
    versions: measure.versions,
    source: measure.source,
    month: span.month,
    ...{ period: span.period, from: span.from, to: span.to },
    extracted_on: asAt,
    figures: figures.map(figure => ({ ...figure, value: tidyNumber(figure.value) })),
    ...(list
      ? { cases: list.cases.map(each => ({ ...each, dates: datesByName(list.dateNames, each.dates) })) }
      : {}),
    ...(change ? { change: changeAsJson(change) } : {}),
  };
}

function datesByName(names: readonly string[], dates: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, dates[index] ?? '']));
}

const JSON_DECIMALS = 6;

function changeAsJson({ from, before, now, byTeam, byCategory }: Change): object {
  const rounded = (given: Decomposition | null) => given && roundedToSum(given, JSON_DECIMALS);
  return {
    from: from.month,
    before: before?.value ?? null,
    now: now?.value ?? null,
    by_team: rounded(byTeam),
    by_category: rounded(byCategory),
  };
}
