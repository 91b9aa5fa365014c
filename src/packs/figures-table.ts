/** The table beside a measure's chart: the month, the month before, a year before, the year to date. */
import { reasonInWords } from '../figures/display.js';
import type { Figure, PeriodKind } from '../figures/figure.js';
import { headlinePeriod, type Measure, periodsOf } from '../measures/measure.js';
import { plainNumber, type RatingView, ratingView, shownFigure, workings } from './figure-text.js';
import type { PackInput } from './pack-input.js';
import { packMonths } from './pack-months.js';

interface FiguresRow {
  readonly label: string;
  readonly value: string;
  readonly workings: string;
  readonly notYetDue: string;
  readonly notJudged: string;
  readonly rating: RatingView | null;
}

export interface FiguresTable {
  readonly rows: readonly FiguresRow[];
  /** What a month's figure is: "Figures in the month", "Figures at month end". */
  readonly taken: string;
  readonly hasWorkings: boolean;
  readonly hasNotJudged: boolean;
  readonly hasRating: boolean;
  /** Why figures are missing, a sentence for each reason. */
  readonly reasons: readonly string[];
}

interface LabelledFigure {
  readonly label: string;
  readonly figure: Figure | undefined;
}

export function figuresTable(measure: Measure, input: PackInput): FiguresTable {
  const labelled = [...valuesOf(measure, input), ...ratesOf(measure, input)];
  const rows = labelled.map(({ label, figure }) => ({
    label,
    value: shownFigure(figure, measure, input.targets),
    workings: workings(figure, measure),
    notYetDue: countOf(figure?.notYetDue),
    notJudged: countOf(figure?.notJudged),
    rating: ratingView(figure?.rating),
  }));
  return {
    rows,
    taken: takenAt(measure),
    hasWorkings: rows.some(row => row.workings !== ''),
    // Cases judged at once are never "not yet due": a column of noughts would say nothing.
    hasNotJudged: labelled.some(({ figure }) => isHeldBack(figure, measure)),
    hasRating: rows.some(row => row.rating !== null),
    reasons: reasonsOf(labelled),
  };
}

function valuesOf(measure: Measure, { figures, month }: PackInput): LabelledFigure[] {
  const { current, previous, yearEarlier } = packMonths(month);
  const headline = headlinePeriod(measure);
  const figureOf = (period: PeriodKind, when: string) =>
    figures.get({ measure: measure.id, period, month: when });
  const months = [current, previous, yearEarlier].map(each => ({
    label: each.name,
    figure: figureOf(headline, each.month),
  }));
  if (!periodsOf(measure).includes('ytd')) return months;
  return [
    ...months,
    { label: 'Year to date', figure: figureOf('ytd', current.month) },
    { label: `Year to date, ${yearEarlier.short}`, figure: figureOf('ytd', yearEarlier.month) },
  ];
}

/** A count's rate: at month end for a snapshot, of 12 months for what happens. */
function ratesOf(measure: Measure, { figures, month }: PackInput): LabelledFigure[] {
  if (!measure.rate) return [];
  const { current, yearEarlier } = packMonths(month);
  const isSnapshot = headlinePeriod(measure) === 'snapshot';
  const period = isSnapshot ? 'snapshot' : 'rolling-12';
  const what = isSnapshot ? 'Rate,' : 'Rate, 12 months to';
  return [current, yearEarlier].map(each => ({
    label: `${what} ${each.short}`,
    figure: figures.get({ measure: measure.id, of: 'rate', period, month: each.month }),
  }));
}

function takenAt(measure: Measure): string {
  if (measure.window > 0) return `Figures over the ${measure.window} months to month end`;
  return headlinePeriod(measure) === 'snapshot' ? 'Figures at month end' : 'Figures in the month';
}

function isHeldBack(figure: Figure | undefined, { judged }: Measure): boolean {
  const isJudged = figure?.notYetDue != null || figure?.notJudged != null;
  return isJudged && (judged === 'after limit' || (figure?.notYetDue ?? 0) + (figure?.notJudged ?? 0) > 0);
}

function countOf(count: number | null | undefined): string {
  return count == null ? '' : plainNumber(count);
}

function reasonsOf(labelled: readonly LabelledFigure[]): string[] {
  const labels = new Map<string, string[]>();
  for (const { label, figure } of labelled) {
    const reason = figure ? reasonInWords(figure) : 'it was not worked out';
    if (figure?.status === 'no-data' || !figure) labels.set(reason, [...(labels.get(reason) ?? []), label]);
  }
  return [...labels].map(([reason, names]) => `No data for ${names.join('; ')}: ${reason}.`);
}
