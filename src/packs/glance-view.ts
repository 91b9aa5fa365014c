/** The service at a glance: a line for each area, and the measures that miss what was agreed. */
import type { Figure, Meaning, Rating } from '../figures/figure.js';
import { headlinePeriod, type Measure, yearlyPeriod } from '../measures/measure.js';
import { listed } from '../words.js';
import { abbreviationsIn } from './abbreviations.js';
import { shareMissed } from './area-statements.js';
import { areaAnchor, areasOf, measureAnchor } from './areas.js';
import {
  byTwoNumbersAlone,
  type DirectionView,
  directionView,
  type Move,
  mayBeChance,
  moveBetween,
  type RatingView,
  ratingView,
  shownFigure,
} from './figure-text.js';
import type { PackInput } from './pack-input.js';
import { type PackMonths, packMonths } from './pack-months.js';

interface GlanceRow {
  readonly name: string;
  readonly anchor: string;
  readonly measures: number;
  readonly green: number;
  readonly amber: number;
  readonly red: number;
  readonly notRated: number;
  readonly improving: number;
  readonly worsening: number;
}

interface MissedTarget {
  readonly name: string;
  readonly anchor: string;
  readonly area: string;
  readonly shown: string;
  readonly target: string;
  readonly rating: RatingView;
  readonly direction: DirectionView | null;
}

export interface GlanceView extends PackMonths {
  /** "3 of 16 targets are met, 6 are missed within tolerance and 7 are missed by more." */
  readonly sentence: string;
  /** "Of 62 measures 46 have no rating, …"; '' where every measure is rated. */
  readonly notRated: string;
  readonly areas: readonly GlanceRow[];
  readonly total: GlanceRow;
  readonly missed: readonly MissedTarget[];
  /** Measures called better or worse though nobody can say whether that is chance; '' where there is none. */
  readonly byTwoNumbers: string;
  /** Abbreviations in the names above; '' where there are none. */
  readonly writtenOut: string;
}

export function glanceView(input: PackInput): GlanceView {
  const total = rowOf('All areas', '', input.measures, input);
  const missed = missedOf(input);
  return {
    ...packMonths(input.month),
    sentence: sentenceOf(total),
    notRated: withoutRating(total),
    areas: areasOf(input.measures).map(area => rowOf(area.name, areaAnchor(area.name), area.measures, input)),
    total,
    missed,
    byTwoNumbers: byTwoNumbersAlone(
      input.measures.filter(measure =>
        mayBeChance(ratedFigure(measure, input.month, input), moveOf(measure, input)),
      ),
    ),
    writtenOut: abbreviationsIn(
      missed.map(({ name }) => name),
      input.glossary,
    ),
  };
}

function sentenceOf({ measures, green, amber, red, notRated }: GlanceRow): string {
  const rated = measures - notRated;
  if (rated === 0) return 'No measure is rated against a target.';
  const verb = (count: number) => (count === 1 ? 'is' : 'are');
  const missed = [
    amber > 0 ? `${amber} ${verb(amber)} missed within tolerance` : '',
    red > 0 ? `${red} ${verb(red)} missed by more${amber > 0 ? '' : ' than the tolerance'}` : '',
  ].filter(part => part !== '');
  const met = `${green} of ${rated} ${rated === 1 ? 'target' : 'targets'} ${verb(green)} met`;
  return `${listed([met, ...missed])}.`;
}

/** '' where every measure is rated. */
function withoutRating({ measures, notRated }: GlanceRow): string {
  if (notRated === 0) return '';
  const what = notRated === 1 ? '1 has' : `${notRated} have`;
  return `Of ${measures} measures ${what} no rating, for want of a target or of a figure.`;
}

function rowOf(name: string, anchor: string, measures: readonly Measure[], input: PackInput): GlanceRow {
  const figures = measures.map(measure => ratedFigure(measure, input.month, input));
  const moves = measures.map(measure => moveOf(measure, input));
  const rated = (rating: Rating) => figures.filter(figure => figure?.rating === rating).length;
  const moved = (meaning: Meaning) => moves.filter(move => move?.meaning === meaning).length;
  return {
    name,
    anchor,
    measures: measures.length,
    green: rated('green'),
    amber: rated('amber'),
    red: rated('red'),
    notRated: figures.filter(figure => !figure?.rating).length,
    improving: moved('improving'),
    worsening: moved('worsening'),
  };
}

/** The figure that a target is set on: the month's own, or the rate beside it. */
export function ratedFigure(measure: Measure, month: string, { figures }: PackInput): Figure | undefined {
  const value = figures.get({ measure: measure.id, period: headlinePeriod(measure), month });
  if (value?.rating || !measure.rate) return value;
  const rate = figures.get({ measure: measure.id, of: 'rate', period: yearlyPeriod(measure), month });
  return rate?.rating ? rate : value;
}

/** Since the month before, by the same figure; null where the definition changed between. */
function moveOf(measure: Measure, input: PackInput): Move | null {
  const { current, previous } = packMonths(input.month);
  const now = ratedFigure(measure, current.month, input);
  if (!now) return null;
  const before = input.figures.get({ ...now, month: previous.month });
  return moveBetween(now, before, measure, input.targets);
}

/** Red first, then amber; of each, those that miss their target by the largest share of it first. */
function missedOf(input: PackInput): MissedTarget[] {
  return (['red', 'amber'] as const).flatMap(rating =>
    input.measures
      .flatMap(measure => {
        const figure = ratedFigure(measure, input.month, input);
        const view = ratingView(figure?.rating);
        return figure?.rating === rating && view ? [{ measure, figure, view }] : [];
      })
      .sort((a, b) => shareMissed(b, input.targets) - shareMissed(a, input.targets))
      .map(({ measure, figure, view }) => ({
        name: measure.name,
        anchor: measureAnchor(measure.id),
        area: measure.area,
        shown: shownFigure(figure, measure, input.targets),
        target: figure.target,
        rating: view,
        direction: viewOf(moveOf(measure, input)),
      })),
  );
}

function viewOf(move: Move | null): DirectionView | null {
  return directionView(move?.movement, move?.meaning);
}
