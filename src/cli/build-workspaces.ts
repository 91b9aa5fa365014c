import { type Problem, UserError } from '../problems.js';
import { openWorkspace } from '../workspace/workspace.js';
import { type Console, sayProblems } from './console.js';
import { localDate } from './local-date.js';
import { readMonth } from './month.js';
import type { BuildWords } from './unchanged.js';
import { buildsTable, type WorkspaceBuild } from './workspaces/builds-table.js';
import { buildInChild, stopBuilds } from './workspaces/child-build.js';
import { findWorkspaces } from './workspaces/find-workspaces.js';
import { inShard, readShard } from './workspaces/shard.js';
import { readWorkers, withWorkers } from './workspaces/workers.js';

/**
 * `scorecard build --workspaces`: the packs of many councils. One that fails stops no other. Run again, it makes only what is
 * not there yet or has changed, since each build looks for that itself: so a run that was stopped goes on where it was.
 */

export interface BuildWorkspacesOptions extends Omit<BuildWords, 'workspace' | 'out'> {
  readonly workspaces: readonly string[];
  readonly again: boolean;
  /** As typed. */
  readonly workers?: string;
  /** As typed. */
  readonly shard?: string;
}

/** @throws UserError with the highest exit code of any build, after the table */
export async function buildWorkspaces(options: BuildWorkspacesOptions, console: Console): Promise<void> {
  // All builds are of one month, though the night may end while they run.
  const month = readMonth(options.month, localDate(new Date()));
  const workers = readWorkers(options.workers);
  const shard = options.shard === undefined ? { number: 1, of: 1 } : readShard(options.shard, process.env);
  const found = await findWorkspaces(options.workspaces);
  sayProblems(console, found.problems);
  const folders = inShard(found.folders, shard);
  const words = wordsOf(options, month);
  let ended = 0;
  const begin = () => {
    if (ended < folders.length) console.begin({ name: 'Building', number: ended + 1, of: folders.length });
  };
  process.once('exit', stopBuilds);
  begin();
  const builds = await withWorkers(folders, workers, async workspace => {
    const build = { ...(await buildInChild(workspace, words)), workspace, council: councilOf(workspace) };
    ended += 1;
    tellBuild(build, { number: ended, of: folders.length }, console);
    begin();
    return build;
  });
  process.off('exit', stopBuilds);
  console.result(
    options.json ? JSON.stringify({ month, builds }, null, 2) : buildsTable(builds, console.width),
  );
  stopOnFailures(builds);
}

/** The words of each build, its workspace apart. */
function wordsOf(
  { pack, format, strict, allowErrors, again }: BuildWorkspacesOptions,
  month: string,
): string[] {
  return [
    ...['--month', month],
    ...(pack.length > 0 ? ['--pack', ...pack] : []),
    ...(format === undefined ? [] : ['--format', ...format]),
    ...(strict ? ['--strict'] : []),
    ...(allowErrors ? ['--allow-errors'] : []),
    ...(again ? ['--again'] : []),
  ];
}

function councilOf(folder: string): string {
  try {
    return openWorkspace(folder).workspace?.settings.council.name ?? '';
  } catch {
    // The build has told why.
    return '';
  }
}

function tellBuild(build: WorkspaceBuild, place: { number: number; of: number }, console: Console): void {
  const { workspace, seconds } = build;
  console.done({ name: workspace, ...place, detail: inWords(build), seconds });
  sayProblems(
    console,
    build.problems.map(problem => placedIn(workspace, problem)),
  );
}

function inWords({ outcome, exitCode, packs, warnings }: WorkspaceBuild): string {
  if (outcome === 'failed') return `failed with ${exitCode}`;
  if (outcome === 'unchanged') return 'unchanged';
  return `${packs.length} ${packs.length === 1 ? 'pack' : 'packs'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
}

function placedIn(workspace: string, problem: Problem): Problem {
  const { file, ...rest } = problem.place ?? { file: '' };
  return { ...problem, place: { file: file === '' ? workspace : `${workspace}/${file}`, ...rest } };
}

function stopOnFailures(builds: readonly WorkspaceBuild[]): void {
  const failed = builds.filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return;
  const worst = Math.max(...failed.map(({ exitCode }) => exitCode));
  const message = `${failed.length} of ${builds.length} workspaces could not be built; why stands above. Mend them and run the same command again: what is made already is not made twice.`;
  throw UserError.of(worst === 1 || worst === 3 ? worst : 2, 'workspaces-failed', message);
}
