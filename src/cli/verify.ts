import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { faultOf, nameOfFreeze, readFreezeRecord, readHistory } from '../history/frozen.js';
import { publishedFiles } from '../history/published-months.js';
import { type RunRecord, readRunRecord } from '../history/run-record.js';
import { formatProblem, type Problem, UserError } from '../problems.js';
import { sha256 } from '../sha256.js';
import { SETTINGS_FILE } from '../workspace/settings-file.js';
import { build } from './build.js';
import { changedInputs } from './changed-inputs.js';
import type { Console } from './console.js';
import { prepare } from './prepare.js';
import { verificationText } from './verification-text.js';

/** `scorecard verify`: from what a pack was made, and whether making it again gives the same bytes. */

export interface VerifyOptions {
  /** `.` stands for the one that the pack lies in. */
  readonly workspace: string;
  /** Whether to make it again, which takes as long as a build. */
  readonly rebuild: boolean;
  readonly json: boolean;
}

export interface Verification {
  /** The file asked about, as its run names it; '' for all of a folder. */
  readonly file: string;
  readonly run: { readonly folder: string; readonly record: RunRecord };
  /** Names of the freezes that hold this run, such as 2020-09.r1. */
  readonly frozenAs: readonly string[];
  /** Files of the run that are not as it made them. */
  readonly edited: readonly string[];
  /** Inputs that are not what they were. */
  readonly changed: readonly Problem[];
  /** null where it was not made again. */
  readonly rebuilt: Rebuilt | null;
}

export interface Rebuilt {
  readonly same: readonly string[];
  readonly other: readonly string[];
  /** "browser: Chrome/140 then, Chrome/150 now". */
  readonly versions: readonly string[];
}

/** @throws UserError 1 where the pack was changed, or made again is another; 2 where no run is found that made it */
export async function verify(pack: string, options: VerifyOptions, console: Console): Promise<void> {
  const path = resolve(pack);
  if (!existsSync(path)) throw UserError.of(2, 'no-pack', 'There is no such file or folder.', { file: path });
  const workspace = workspaceOf(path, options.workspace);
  const found = findRun(path, workspace);
  const { workspace: opened } = prepare(workspace);
  const { record } = found.run;
  const changed = [...changedInputs(opened, record), ...frozenSince(opened.folder, record)];
  const edited = editedFiles(path, found);
  const rebuilt =
    options.rebuild && changed.length === 0 ? await rebuild(workspace, found.run.record, console) : null;
  const verification = { ...found, edited, changed, rebuilt };
  console.result(options.json ? asJson(verification) : verificationText(verification));
  stopOn(verification);
}

/** Months that were frozen, or frozen again, after the packs were made: packs take what was published from the latest. */
function frozenSince(workspace: string, { month, inputs }: RunRecord): Problem[] {
  const known = new Set(inputs.hand_kept.map(({ file }) => file));
  return publishedFiles(workspace, month)
    .filter(file => !known.has(file))
    .map((file): Problem => {
      const message =
        'This month was frozen after the packs were made, and packs show earlier months beside what was published of them. Build the month again.';
      return { severity: 'error', rule: 'frozen-since', message, place: { file } };
    });
}

function asJson({ run, changed, ...rest }: Verification): string {
  const { month, extracted_on: extractedOn, versions, inputs } = run.record;
  const facts = { month, extracted_on: extractedOn, versions, inputs };
  const told = { ...rest, changed: changed.map(formatProblem), folder: run.folder, ...facts };
  return JSON.stringify(told, null, 2);
}

/** The one named, else the one that the pack lies in. */
function workspaceOf(path: string, named: string): string {
  if (named !== '.') return resolve(named);
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, SETTINGS_FILE))) return folder;
  }
  return resolve(named);
}

type Found = Pick<Verification, 'file' | 'run' | 'frozenAs'>;

/** By the folder that the pack lies in; a pack that was sent about, by its SHA-256 in what was frozen. */
function findRun(path: string, workspace: string): Found {
  const frozen = readHistory(workspace);
  const holding = (record: Buffer) =>
    frozen
      .filter(each =>
        each.record.files.some(file => file.file === 'run.json' && file.sha256 === sha256(record)),
      )
      .map(each => nameOfFreeze(each.record));
  const start = statSync(path).isDirectory() ? path : dirname(path);
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'run.json');
    const bytes = existsSync(file) ? readFileSync(file) : null;
    const record = bytes && readRunRecord(bytes.toString('utf8'));
    if (record)
      return {
        file: relative(folder, path).replaceAll('\\', '/'),
        run: { folder, record },
        frozenAs: holding(bytes),
      };
  }
  if (statSync(path).isDirectory()) throw notFound(path);
  const hash = sha256(readFileSync(path));
  for (const each of frozen.toReversed()) {
    const pack = each.record.packs.find(made => made.sha256 === hash);
    const bytes = pack && readFileSync(join(each.path, 'run.json'));
    const record = bytes && readRunRecord(bytes.toString('utf8'));
    if (record) return { file: pack.file, run: { folder: each.path, record }, frozenAs: holding(bytes) };
  }
  throw notFound(path);
}

function notFound(file: string): UserError {
  const message =
    'No run.json stands beside it, and no frozen month of the workspace has a pack with these bytes. It was changed since, or was made in another workspace: name that one with --workspace.';
  return UserError.of(2, 'unknown-pack', message, { file });
}

/** Of one file, whether it is as it was made; of a folder, which files are not. */
function editedFiles(path: string, { file, run: { record } }: Found): string[] {
  const isFolder = statSync(path).isDirectory();
  if (!isFolder) {
    const made = record.outputs.find(each => each.file === file);
    return made && made.sha256 !== sha256(readFileSync(path)) ? [file] : [];
  }
  // A frozen month holds no packs, but what was kept of them.
  const kept = readFreezeRecord(path);
  if (kept)
    return kept.files.filter(each => faultOf(join(path, each.file), each) !== '').map(({ file }) => file);
  return record.outputs
    .filter(each => existsSync(join(path, each.file)))
    .filter(each => each.sha256 !== sha256(readFileSync(join(path, each.file))))
    .map(each => each.file);
}

async function rebuild(workspace: string, record: RunRecord, console: Console): Promise<Rebuilt> {
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-verify-'));
  try {
    const out = join(folder, 'out');
    const quiet: Console = {
      result: () => {},
      say: () => {},
      problem: () => {},
      begin: stage => console.begin(stage),
      done: stage => console.done(stage),
    };
    // Without errors in the data, allowing them changes nothing; with errors, nothing else could have made it.
    const options = {
      month: record.month,
      pack: record.packs,
      format: record.formats,
      strict: false,
      allowErrors: true,
      json: false,
    };
    await build({ ...options, workspace, out }, quiet);
    const now = readRunRecord(readFileSync(join(out, 'run.json'), 'utf8'));
    const isSame = ({ file, sha256: hash }: RunRecord['outputs'][number]) =>
      existsSync(join(out, file)) && sha256(readFileSync(join(out, file))) === hash;
    return {
      same: record.outputs.filter(isSame).map(({ file }) => file),
      other: record.outputs.filter(output => !isSame(output)).map(({ file }) => file),
      versions: Object.entries(record.versions)
        .filter(([name, version]) => now?.versions[name] !== version)
        .map(([name, version]) => `${name}: ${version} then, ${now?.versions[name] ?? 'none'} now`),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function stopOn({ edited, changed, rebuilt, file }: Verification): void {
  const isOther = file === '' ? (rebuilt?.other.length ?? 0) > 0 : (rebuilt?.other.includes(file) ?? false);
  if (edited.length === 0 && changed.length === 0 && !isOther) return;
  throw UserError.of(
    1,
    'not-verified',
    'It cannot be said to be what these inputs give; the report says why.',
  );
}
