import { columnsOfText } from '../text-columns.js';
import type { ChildBuild, Outcome } from './child-build.js';

/** A workspace and how its build ended. */
export interface WorkspaceBuild extends ChildBuild {
  /** As it was found. */
  readonly workspace: string;
  /** '' where its settings cannot be read. */
  readonly council: string;
}

const USUAL_WIDTH = 120;
const TITLES = ['Result', 'Packs', 'Warnings', 'Seconds', 'Workspace', 'Council'];
const NUMBERS = [1, 2, 3];

/** A line a workspace, what failed last and so next to the prompt; a last line adds them up. */
export function buildsTable(builds: readonly WorkspaceBuild[], width = USUAL_WIDTH): string {
  const made = builds.filter(({ outcome }) => outcome !== 'failed');
  const rows = [...made, ...builds.filter(({ outcome }) => outcome === 'failed')].map(build => [
    build.outcome,
    build.outcome === 'failed' ? '-' : String(build.packs.length),
    build.outcome === 'failed' ? '-' : String(build.warnings),
    build.seconds.toFixed(1),
    build.workspace,
    build.council,
  ]);
  return [...columnsOfText(numbersRight([TITLES, ...rows]), width), inAll(builds)].join('\n');
}

function numbersRight(rows: readonly (readonly string[])[]): string[][] {
  return rows.map(row =>
    row.map((cell, index) => {
      if (!NUMBERS.includes(index)) return cell;
      return cell.padStart(Math.max(...rows.map(each => each[index]?.length ?? 0)));
    }),
  );
}

function inAll(builds: readonly WorkspaceBuild[]): string {
  const count = (outcome: Outcome) => builds.filter(build => build.outcome === outcome).length;
  const things = builds.length === 1 ? 'workspace' : 'workspaces';
  return `${builds.length} ${things}: ${count('made')} made, ${count('unchanged')} unchanged, ${count('failed')} failed.`;
}
