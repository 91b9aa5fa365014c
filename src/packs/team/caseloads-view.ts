/** Who carries how many children, by role: numbers of workers and children, and no name. */
import { counted } from '../../narrative/evidence/agreement.js';
import { shownBare } from '../figure-text.js';
import type { PackInput } from '../pack-input.js';
import type { StandingTeam } from './standing-teams.js';

/** The measure whose categories are roles. */
export const BY_ROLE = 'caseload-by-role';

interface CaseloadCell {
  /** '' where nobody of the role has a child allocated. */
  readonly average: string;
  readonly workers: number;
  readonly children: number;
}

interface CaseloadRow {
  readonly name: string;
  /** One for each role. */
  readonly cells: readonly CaseloadCell[];
}

export interface CaseloadsView {
  readonly roles: readonly string[];
  readonly rows: readonly CaseloadRow[];
}

/**
 * One team's in a line: "Social worker 22 (88 children with 4); Newly qualified social worker 17 (34 with 2)".
 * '' where no allocation is recorded.
 */
export function caseloadsInWords(team: Pick<StandingTeam, 'name'>, input: PackInput): string {
  const { roles = [], rows = [] } = caseloadsView([team], input) ?? {};
  const cells = rows.flatMap(row => row.cells);
  return roles
    .flatMap((role, index) => {
      const { average = '', children = 0, workers = 0 } = cells[index] ?? {};
      return average === '' ? [] : [`${role} ${average} (${counted(children, 'children')} with ${workers})`];
    })
    .join('; ');
}

const NOBODY: CaseloadCell = { average: '', workers: 0, children: 0 };

/** Null where no allocation is recorded. */
export function caseloadsView(
  teams: readonly Pick<StandingTeam, 'name'>[],
  input: PackInput,
): CaseloadsView | null {
  const measure = input.measures.find(({ id }) => id === BY_ROLE);
  if (!measure) return null;
  const key = { measure: measure.id, period: 'snapshot' as const, month: input.month };
  const cellOf = (team: string, category: string): CaseloadCell => {
    const figure = input.figures.get({ ...key, team, category });
    if (figure?.value == null) return NOBODY;
    return {
      average: shownBare(figure, measure, input.targets),
      workers: figure.denominator ?? 0,
      children: figure.numerator ?? 0,
    };
  };
  const roles = input.figures
    .categories(key)
    .filter(role => teams.some(({ name }) => cellOf(name, role).workers > 0));
  const rows = teams
    .map(({ name }) => ({ name, cells: roles.map(role => cellOf(name, role)) }))
    .filter(row => row.cells.some(cell => cell.workers > 0));
  return rows.length === 0 ? null : { roles, rows };
}
