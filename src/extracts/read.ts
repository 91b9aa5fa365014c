import { monthEnd } from '../months.js';
import type { Problem } from '../problems.js';
import { makeTemporaryFolder, removeTemporaryFolder } from '../temporary-folder.js';
import type { Settings } from '../workspace/settings.js';
import { type Coverage, coverageProblems, findCoverage } from './coverage.js';
import type { Database } from './database.js';
import type { ExtractDefinition } from './definitions.js';
import { type ExtractFiles, findExtractFiles } from './files.js';
import { type LoadedExtract, loadExtract } from './load.js';
import { filesOf, withoutFiles } from './size-limit.js';
import { MOST_BYTES } from './source-file.js';
import { ExtractSources } from './sources/extract-sources.js';

/** Every extract of a workspace in the engine, as far as it can be read, and all that was told on the way. */

export interface ReadExtracts {
  readonly loaded: readonly LoadedExtract[];
  readonly coverage: readonly Coverage[];
  /** Errors among them: whether they end the run is for the caller to say. */
  readonly problems: readonly Problem[];
}

export interface ReadRequest {
  /** The workspace. */
  readonly folder: string;
  readonly settings: Settings;
  readonly definitions: readonly ExtractDefinition[];
  readonly month: string;
  readonly onTime?: (extract: string, milliseconds: number) => void;
}

/** @throws UserError 1 when the workspace holds no extract at all */
export async function readAllExtracts(database: Database, request: ReadRequest): Promise<ReadExtracts> {
  const { folder, settings, definitions, month, onTime } = request;
  const sources = await ExtractSources.open(folder);
  // The checks read some texts a second time.
  database.whenClosed(() => sources.close());
  const found = findExtractFiles(folder, settings, definitions, sources);
  const unpacked = await unpack(sources, found.extracts);
  const temporaryFolder = makeTemporaryFolder();
  try {
    const loaded = await database.spread(unpacked.extracts, async (connection, extract) => {
      const start = performance.now();
      const result = await loadExtract(connection, sources, extract, temporaryFolder);
      onTime?.(extract.definition.name, performance.now() - start);
      const told = unpacked.problemsOf.get(extract.definition.name) ?? [];
      return { ...result, problems: [...told, ...result.problems] };
    });
    await database.closeTheDoors();
    const coverage = findCoverage(definitions, loaded, settings);
    const problems = [
      ...found.problems,
      ...loaded.flatMap(extract => extract.problems),
      ...coverageProblems(coverage, monthEnd(month)),
    ];
    return { loaded, coverage, problems };
  } finally {
    removeTemporaryFolder(temporaryFolder);
  }
}

export interface UnpackedExtracts {
  /** Without what cannot be unpacked. */
  readonly extracts: readonly ExtractFiles[];
  readonly problems: readonly Problem[];
  /** Those of an extract, by its name; of a file that several are read from, with the first. */
  readonly problemsOf: ReadonlyMap<string, readonly Problem[]>;
}

/** @param most bytes of text that are read in all, with what is read as it is */
export async function unpack(
  sources: ExtractSources,
  extracts: readonly ExtractFiles[],
  most = MOST_BYTES,
): Promise<UnpackedExtracts> {
  const names = new Set(extracts.flatMap(filesOf));
  let left = most - [...names].reduce((sum, name) => sum + sources.plainSize(name), 0);
  const failed = new Set<string>();
  const problemsOf = new Map<string, readonly Problem[]>();
  for (const extract of extracts) {
    const { dates } = extract.through?.layout ?? extract.layout;
    const told: Problem[] = [];
    for (const name of filesOf(extract)) {
      const unpacked = failed.has(name) ? undefined : await sources.unpack(name, dates, left);
      if (!unpacked) continue;
      left -= unpacked.bytes;
      told.push(...unpacked.problems);
      if (unpacked.problems.some(({ severity }) => severity === 'error')) failed.add(name);
    }
    if (told.length > 0) problemsOf.set(extract.definition.name, told);
  }
  sources.closeEngines();
  return {
    extracts: extracts.map(extract => withoutFiles(extract, failed)),
    problems: [...problemsOf.values()].flat(),
    problemsOf,
  };
}
