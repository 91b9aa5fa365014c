/** A team's measures, and a measure's teams, as small charts: what a line would not show is told in a sentence. */
import type { ChartPanel, MultiplesChart } from '../../charts/chart.js';
import type { Measure } from '../../measures/measure.js';
import { listedByReason } from '../../words.js';
import { slug } from '../areas.js';
import type { PackInput } from '../pack-input.js';
import type { StandingTeam } from './standing-teams.js';
import { pointsOf } from './team-table.js';

export interface Trends {
  /** Null where no line is worth drawing. */
  readonly chart: MultiplesChart | null;
  /** "Not drawn: Visits in time (100% in each month)."; '' where all are. */
  readonly told: string;
}

/** Over half of thirteen: fewer points are dots and gaps, not a line. */
const FEWEST_MONTHS = 7;

/** Each percentage of the team over 13 months, the service faintly behind it; null where it has none. */
export function teamTrends(team: StandingTeam, input: PackInput): Trends | null {
  const shares = team.measures.filter(({ unit }) => unit === 'percent');
  if (shares.length === 0) return null;
  const panels = shares.map(measure => ({
    name: measure.name,
    points: pointsOf(measure, team.name, input),
    whole: pointsOf(measure, '', input),
  }));
  return trendsOf(panels, {
    kind: 'multiples',
    id: `${slug(team.name)}-trends`,
    name: `${team.name}, percentages`,
    unit: 'percent',
    marks: 'line',
  });
}

/** A measure in every team that has it, on one scale, the service faintly behind; null for fewer than two. */
export function measureByTeam(
  measure: Measure,
  teams: readonly StandingTeam[],
  input: PackInput,
): Trends | null {
  const having = teams.filter(team => team.measures.includes(measure));
  if (having.length < 2) return null;
  const isShare = measure.kind === 'ratio' || measure.kind === 'average';
  const panels = having.map(({ name }) => ({ name, points: pointsOf(measure, name, input) }));
  const look = {
    kind: 'multiples' as const,
    id: `${slug(measure.id)}-by-team`,
    name: measure.name,
    unit: measure.unit,
  };
  // Beside a count of one team the whole service's would flatten it.
  if (!isShare) return { chart: { ...look, marks: 'bars', panels }, told: '' };
  return trendsOf(panels, { ...look, marks: 'line', whole: pointsOf(measure, '', input) });
}

function trendsOf(panels: readonly ChartPanel[], look: Omit<MultiplesChart, 'panels'>): Trends {
  const judged = panels.map(panel => ({ panel, name: panel.name, reason: inWords(panel) }));
  const drawn = judged.filter(({ reason }) => reason === '');
  const told = listedByReason(judged.filter(({ reason }) => reason !== ''));
  return {
    chart: drawn.length > 0 ? { ...look, panels: drawn.map(({ panel }) => panel) } : null,
    told: told === '' ? '' : `Not drawn: ${told}.`,
  };
}

/** What a line would say, where that is one thing; '' for a line that is worth its room. */
function inWords({ points }: ChartPanel): string {
  const given = points.filter(({ value }) => value !== null);
  const [first] = given;
  const months = `${given.length} of ${points.length} months`;
  if (!first || given.length < FEWEST_MONTHS) return `a figure in ${months}`;
  if (given.some(({ value }) => value !== first.value)) return '';
  return `${first.shown} in ${given.length === points.length ? 'each month' : months}`;
}
