/** A team beside the service and beside its own past: a line for each of its measures. */
import type { ChartPoint } from '../../charts/chart.js';
import type { DrawChart } from '../../charts/renderer.js';
import type { Figure, Rating } from '../../figures/figure.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import { areasOf, measureAnchor, slug } from '../areas.js';
import {
  type DirectionView,
  directionView,
  moveBetween,
  type RatingView,
  ratingView,
  shownBare,
  shownFigure,
  unitDetail,
  workings,
} from '../figure-text.js';
import type { PackInput } from '../pack-input.js';
import { chartMonths, packMonths } from '../pack-months.js';
import type { StandingTeam } from './standing-teams.js';

export interface TeamRow {
  readonly name: string;
  readonly anchor: string;
  /** The unit, where neither the name nor the sign says it. */
  readonly detail: string;
  readonly value: string;
  /** "37 of 40"; '' for a plain count. */
  readonly workings: string;
  readonly service: string;
  readonly target: string;
  readonly rating: RatingView | null;
  readonly sinceMonth: DirectionView | null;
  readonly sinceYear: DirectionView | null;
  /** A line of 13 months, drawn. */
  readonly line: string;
}

export interface TeamArea {
  readonly name: string;
  readonly rows: readonly TeamRow[];
}

export function teamTable(team: StandingTeam, input: PackInput, draw: DrawChart): TeamArea[] {
  return areasOf(team.measures).map(({ name, measures }) => ({
    name,
    rows: measures.map(measure => teamRow(measure, team.name, input, draw)),
  }));
}

/** "Targets: 6 of 11 met, 3 missed within tolerance, 2 missed by more."; '' where none of the lines has one. */
export function standingInWords(areas: readonly TeamArea[]): string {
  const rated = areas.flatMap(area => area.rows).filter(row => row.rating !== null);
  if (rated.length === 0) return '';
  const count = (colour: Rating) => rated.filter(({ rating }) => rating?.colour === colour).length;
  const missed = [
    [count('amber'), 'missed within tolerance'],
    [count('red'), count('amber') > 0 ? 'missed by more' : 'missed by more than the tolerance'],
  ] as const;
  const told = missed.flatMap(([lines, words]) => (lines > 0 ? [`, ${lines} ${words}`] : []));
  return `Targets: ${count('green')} of ${rated.length} met${told.join('')}.`;
}

/** The lines that miss their target, red before amber. */
export function missedRows(areas: readonly TeamArea[]): TeamRow[] {
  return (['red', 'amber'] as const).flatMap(colour =>
    areas.flatMap(area => area.rows).filter(({ rating }) => rating?.colour === colour),
  );
}

function teamRow(measure: Measure, team: string, input: PackInput, draw: DrawChart): TeamRow {
  const { targets, month } = input;
  const { previous, yearEarlier } = packMonths(month);
  const now = figureOf(measure, team, month, input);
  const since = (earlier: string) => {
    const move = moveBetween(now, figureOf(measure, team, earlier, input), measure, targets);
    return directionView(move?.movement, move?.meaning);
  };
  return {
    name: measure.name,
    anchor: measureAnchor(measure.id),
    detail: unitDetail(measure),
    value: shownBare(now, measure, targets),
    workings: workings(now, measure),
    service: shownBare(figureOf(measure, '', month, input), measure, targets),
    target: now?.target ?? '',
    rating: ratingView(now?.rating),
    sinceMonth: since(previous.month),
    sinceYear: since(yearEarlier.month),
    line: draw({
      kind: 'sparkline',
      id: `${slug(team)}-${slug(measure.id)}-line`,
      name: `${team}: ${measure.name}`,
      points: pointsOf(measure, team, input),
    }),
  };
}

/** @param team '' for the whole service */
export function figureOf(
  measure: Measure,
  team: string,
  month: string,
  { figures }: PackInput,
): Figure | undefined {
  return figures.get({ measure: measure.id, period: headlinePeriod(measure), month, team });
}

/** Over the months of a chart. @param team '' for the whole service */
export function pointsOf(measure: Measure, team: string, input: PackInput): ChartPoint[] {
  return chartMonths(input.month).map(month => {
    const figure = figureOf(measure, team, month, input);
    return { month, value: figure?.value ?? null, shown: shownFigure(figure, measure, input.targets) };
  });
}
