import { monthEnd } from '../months.js';
import type { Problem } from '../problems.js';
import { makeTemporaryFolder, removeTemporaryFolder } from '../temporary-folder.js';
import type { Settings } from '../workspace/settings.js';
import { type Coverage, coverageProblems, findCoverage } from './coverage.js';
import type { Database } from './database.js';
import type { ExtractDefinition } from './definitions.js';
import { findExtractFiles } from './files.js';
import { type LoadedExtract, loadExtract } from './load.js';

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
  const found = findExtractFiles(folder, settings, definitions);
  const temporaryFolder = makeTemporaryFolder();
  try {
    const loaded = await database.spread(found.extracts, async (connection, extract) => {
      const start = performance.now();
      const result = await loadExtract(connection, folder, extract, temporaryFolder);
      onTime?.(extract.definition.name, performance.now() - start);
      return result;
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
