/** All teams beside each other: a column for each, and the measures with a target team by team. */
import type { DrawChart } from '../../charts/renderer.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import { FEWEST_CASES } from '../../narrative/evidence/parts.js';
import { areasOf, measureAnchor } from '../areas.js';
import { type RatingView, ratingView, shownBare, unitDetail, workings } from '../figure-text.js';
import { headlineOf } from '../headline.js';
import type { PackInput } from '../pack-input.js';
import type { StandingTeam } from './standing-teams.js';
import { figureOf } from './team-table.js';
import { measureByTeam } from './team-trends.js';

interface OverviewCell {
  readonly value: string;
  readonly rating: RatingView | null;
  /** "2 of 4" where one case moves a percentage far; else ''. */
  readonly few: string;
}

interface OverviewRow {
  readonly name: string;
  readonly anchor: string;
  readonly detail: string;
  readonly target: string;
  readonly service: OverviewCell;
  /** One for each team; '' where it has none. */
  readonly cells: readonly OverviewCell[];
}

export interface OverviewView {
  readonly teams: readonly string[];
  readonly areas: readonly {
    readonly name: string;
    /** Of the table, for the line with the name. */
    readonly columns: number;
    readonly rows: readonly OverviewRow[];
  }[];
  readonly charts: readonly {
    readonly name: string;
    readonly headline: string;
    readonly target: string;
    /** '' where no team's line is worth its room. */
    readonly svg: string;
    readonly told: string;
  }[];
}

/** Measure and service. */
const COLUMNS_BEFORE_TEAMS = 2;
const NOTHING: OverviewCell = { value: '', rating: null, few: '' };

export function teamOverview(
  teams: readonly StandingTeam[],
  input: PackInput,
  draw: DrawChart,
): OverviewView {
  const shown = input.measures.filter(measure => teams.some(team => team.measures.includes(measure)));
  return {
    teams: teams.map(team => team.name),
    areas: areasOf(shown).map(({ name, measures }) => ({
      name,
      columns: COLUMNS_BEFORE_TEAMS + teams.length,
      rows: measures.map(measure => rowOf(measure, teams, input)),
    })),
    charts: shown.flatMap(measure => {
      const target = targetOf(measure, input);
      const trends = target === '' ? null : measureByTeam(measure, teams, input);
      if (!trends) return [];
      const svg = trends.chart ? draw(trends.chart) : '';
      return [{ name: measure.name, headline: headlineOf(measure, input), target, svg, told: trends.told }];
    }),
  };
}

function rowOf(measure: Measure, teams: readonly StandingTeam[], input: PackInput): OverviewRow {
  const cellOf = (team: string): OverviewCell => {
    const figure = figureOf(measure, team, input.month, input);
    const isFew = measure.kind === 'ratio' && (figure?.denominator ?? FEWEST_CASES) < FEWEST_CASES;
    return {
      value: shownBare(figure, measure, input.targets),
      rating: ratingView(figure?.rating),
      few: isFew ? workings(figure, measure) : '',
    };
  };
  return {
    name: measure.name,
    anchor: measureAnchor(measure.id),
    detail: unitDetail(measure),
    target: targetOf(measure, input),
    service: cellOf(''),
    cells: teams.map(team => (team.measures.includes(measure) ? cellOf(team.name) : NOTHING)),
  };
}

function targetOf(measure: Measure, { figures, month }: PackInput): string {
  return figures.get({ measure: measure.id, period: headlinePeriod(measure), month })?.target ?? '';
}
