/** The teams that have a document: those that stand in the month and have figures. */
import type { FigureSet } from '../../figures/figure-set.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import type { Team } from '../../workspace/tables.js';
import { slug } from '../areas.js';
import type { PackInput } from '../pack-input.js';
import { chartMonths } from '../pack-months.js';
import { BY_ROLE } from './caseloads-view.js';

export interface StandingTeam {
  readonly name: string;
  /** '' where teams.csv gives none. */
  readonly serviceArea: string;
  /** Of its files, without an ending, and safe on every system: `team-assessment-1`. */
  readonly file: string;
  /** The measures that it has a value of in any month of a chart. */
  readonly measures: readonly Measure[];
}

const LONGEST_NAME = 80;

/** In the order of teams.csv; without that table all teams that are recorded, by name. @param packId begins the files' names */
export function standingTeams(input: PackInput, packId: string): StandingTeam[] {
  const taken = new Set<string>();
  return namesOf(input).flatMap(({ team: name, serviceArea }) => {
    // Caseloads by role stand in a table of their own.
    const measures = input.measures.filter(
      measure => measure.id !== BY_ROLE && hasValue(measure, name, input),
    );
    if (measures.length === 0) return [];
    return [{ name, serviceArea, file: freeName(name, packId, taken), measures }];
  });
}

function namesOf({ teams, figures, month }: PackInput): Pick<Team, 'team' | 'serviceArea'>[] {
  if (teams.length > 0) return teams.filter(team => standsIn(team, month));
  return recordedTeams(figures, month).map(team => ({ team, serviceArea: '' }));
}

function standsIn({ from, to, mergedInto }: Team, month: string): boolean {
  return mergedInto === '' && from.slice(0, 7) <= month && (to === '' || to.slice(0, 7) >= month);
}

function recordedTeams(figures: FigureSet, month: string): string[] {
  const names = figures.all.filter(figure => figure.month === month && figure.team !== '');
  return [...new Set(names.map(figure => figure.team))].sort();
}

function hasValue(measure: Measure, team: string, { figures, month }: PackInput): boolean {
  const series = figures.series(
    { measure: measure.id, period: headlinePeriod(measure), team },
    chartMonths(month),
  );
  // A count of 0 in each month is work that the team does not do.
  return series.some(figure => figure?.value != null && (figure.value !== 0 || figure.denominator !== null));
}

/** Two teams whose names differ only in signs have files of different names. */
function freeName(name: string, packId: string, taken: Set<string>): string {
  const wanted = [packId, slug(name).slice(0, LONGEST_NAME)].filter(part => part !== '').join('-');
  let free = wanted;
  for (let number = 2; free === packId || taken.has(free); number++) free = `${wanted}-${number}`;
  taken.add(free);
  return free;
}
