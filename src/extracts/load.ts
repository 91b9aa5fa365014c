import { type Problem, UserError } from '../problems.js';
import { sha256 } from '../sha256.js';
import { isTable, placeOfLine } from '../table-files.js';
import type { ExtractLayout } from '../workspace/settings.js';
import { sqlTypeOf } from './conversions.js';
import { type Database, sqlName } from './database.js';
import { decode } from './decode.js';
import { readDoubtfulFile } from './doubtful-file.js';
import type { ExtractFiles } from './files.js';
import { readHeadings } from './headings.js';
import type { LayoutUse } from './layouts/choose.js';
import type { GivenCount } from './layouts/layout.js';
import { limitsOf } from './layouts/limits.js';
import { loadThrough } from './layouts/load-through.js';
import { oddValues, type RecordedDates } from './odd-values.js';
import { shapeOf } from './shape.js';
import { type RawFile, readSoundFile } from './sound-file.js';
import { changeOf, readSource } from './source-file.js';
import { type ExtractSources, writtenAs } from './sources/extract-sources.js';

/** One file as it was read, for the run's record and the notes. */
export interface LoadedFile {
  readonly file: string;
  readonly sha256: string;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  /** Where its text stands while the engine is open; of what is not packed the file itself. */
  readonly text: string;
  /** As they stand in the file. */
  readonly headings: readonly string[];
}

export interface LoadedExtract {
  readonly name: string;
  readonly files: readonly LoadedFile[];
  /** Our columns that some file of the extract has. */
  readonly columns: readonly string[];
  readonly problems: readonly Problem[];
  readonly recorded: RecordedDates;
  /** Where it was read through a layout that is not our own. */
  readonly through?: ReadThrough;
}

export interface FileOfSource {
  readonly source: string;
  /** Headings that the source does not know. */
  readonly unknown: readonly string[];
  /** The heading of this file that each of our columns is told by. */
  readonly headings: Readonly<Record<string, string>>;
  readonly delimiter: string;
  readonly encoding: ExtractLayout['encoding'];
  readonly text: string;
}

export interface ReadThrough {
  /** The layout's id. */
  readonly layout: string;
  /** The heading that each of our columns is told by, in the words of the first file that has it. */
  readonly headings: Readonly<Record<string, string>>;
  /** What each file is in the layout, by the file's name. */
  readonly sources: Readonly<Record<string, FileOfSource>>;
  /** The source lists only so many months before it was made; absent where it lists all. */
  readonly lookBackMonths?: number;
  /** Measures that it cannot answer though it has their columns, and why. */
  readonly notFor: Readonly<Record<string, string>>;
  /** What the source has counted itself, by the measure that it stands for. */
  readonly counts: Readonly<Record<string, GivenCount>>;
}

/** What was read of an extract, before it is looked at as a whole. */
type ReadFiles = Omit<LoadedExtract, 'name' | 'recorded'>;

/**
 * Reads the files of one extract into a typed table of its name. Every extract has a table, empty where there is no
 * file, so that a measure's SQL always runs; whether it has an answer is decided by what was loaded.
 * @param temporaryFolder for decoded copies
 */
export async function loadExtract(
  database: Database,
  sources: ExtractSources,
  extract: ExtractFiles,
  temporaryFolder: string,
): Promise<LoadedExtract> {
  const { definition } = extract;
  const columns = definition.columns.map(column => `${sqlName(column.name)} ${sqlTypeOf(column)}`);
  await database.run(`CREATE TABLE ${sqlName(definition.name)} (${columns.join(', ')})`);
  const read = extract.through
    ? await readThroughLayout(database, sources, extract, extract.through, temporaryFolder)
    : await readOwnFiles(database, sources, extract, temporaryFolder);
  const odd = read.files.length > 0 ? await oddValues(database, definition, read.columns) : NOTHING_RECORDED;
  return {
    ...read,
    name: definition.name,
    problems: [...read.problems, ...odd.problems],
    recorded: odd.recorded,
  };
}

const NOTHING_RECORDED = { recorded: { earliest: '', latest: '' }, problems: [] };

async function readThroughLayout(
  database: Database,
  given: ExtractSources,
  { definition, layout }: ExtractFiles,
  through: LayoutUse,
  temporaryFolder: string,
): Promise<ReadFiles> {
  const { headings, sources, counts, ...read } = await loadThrough(database, through, {
    given,
    definition,
    layout,
    temporaryFolder,
  });
  return { ...read, through: { layout: through.layout.id, headings, sources, counts, ...limitsOf(through) } };
}

async function readOwnFiles(
  database: Database,
  sources: ExtractSources,
  { definition, layout: declared, files }: ExtractFiles,
  temporaryFolder: string,
): Promise<ReadFiles> {
  const problems: Problem[] = [];
  const loaded: LoadedFile[] = [];
  const present = new Set<string>();
  for (const [index, name] of files.entries()) {
    const file = `extracts/${name}`;
    const layout = writtenAs(name, declared);
    const path = sources.textPath(name, layout.dates);
    const source = readSource(path, file);
    problems.push(...source.problems.map(placed));
    const original = source.bytes;
    if (!original) continue;
    const decoded = decode(path, original, file, layout.encoding, temporaryFolder);
    const headings = readHeadings(decoded.path, file, definition, layout);
    problems.push(...[...decoded.problems, ...headings.problems].map(placed));
    if (decoded.problems.length > 0 || headings.problems.length > 0) continue;
    for (const column of headings.positions.keys()) present.add(column);
    const shape = shapeOf(decoded.bytes, headings.delimiter, headings.names.length);
    const raw: RawFile = { path: decoded.path, file, headings, shape, layout, definition };
    const reading = readFile(database, raw, index, temporaryFolder);
    // While the engine reads, the file's own hash is worked out.
    const hash = sources.hashOf(name) ?? sha256(original);
    const { rows, leftOut, faults } = await reading;
    problems.push(...faults.map(placed), ...emptiness(file, rows, leftOut), ...changeOf(path, file, source));
    const found = { text: path, headings: headings.names };
    loaded.push({ file, sha256: hash, rowsRead: rows, rowsLeftOut: leftOut, ...found });
  }
  return { files: loaded, columns: [...present], problems };
}

/** With the row in place of the line, where a table has rows; its headings are in none. */
function placed(problem: Problem): Problem {
  const { file, line, ...rest } = problem.place ?? { file: '' };
  if (line === undefined || !isTable(file)) return problem;
  const row = placeOfLine(file, line);
  return { ...problem, place: { file, ...(row > 0 ? { line: row } : {}), ...rest } };
}

/** A file without a fault is read in one go; one that may have some, again and with care, so that they can be told. */
async function readFile(
  database: Database,
  raw: RawFile,
  index: number,
  temporaryFolder: string,
): Promise<{ rows: number; leftOut: number; faults: readonly Problem[] }> {
  const rows = await readSoundFile(database, raw);
  if (rows !== undefined) return { rows, leftOut: 0, faults: [] };
  const table = `${raw.definition.name}_${index}`;
  return readDoubtfulFile(
    database,
    { ...raw, rawTable: `raw_${table}`, typedTable: `typed_${table}` },
    temporaryFolder,
  );
}

function emptiness(file: string, rows: number, leftOut: number): Problem[] {
  if (rows > 0) return [];
  if (leftOut === 0) {
    const message = 'The file has a heading and no rows, so its measures count nothing. Check the export.';
    return [{ severity: 'warning', rule: 'empty-file', message, place: { file } }];
  }
  const message = `None of its ${leftOut} rows could be read: mend what is said of the first, or check dates, delimiter and columns in scorecard.yml.`;
  return [{ severity: 'error', rule: 'no-rows', message, place: { file } }];
}

/** @throws UserError 1 when any extract has an error, with the warnings too: they often hold the cause */
export function stopOnErrors(problems: readonly Problem[]): void {
  if (problems.some(problem => problem.severity === 'error')) {
    throw new UserError(
      1,
      problems.filter(problem => problem.severity !== 'note'),
    );
  }
}
