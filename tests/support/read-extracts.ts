import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cell, Database } from '../../src/extracts/database.js';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import { findExtractFiles } from '../../src/extracts/files.js';
import { checkLayouts } from '../../src/extracts/layout-names.js';
import { type LoadedExtract, loadExtract } from '../../src/extracts/load.js';
import { unpack } from '../../src/extracts/read.js';
import { ExtractSources } from '../../src/extracts/sources/extract-sources.js';
import type { Problem } from '../../src/problems.js';
import { openWorkspace } from '../../src/workspace/workspace.js';

export interface ReadExtracts {
  readonly loaded: readonly LoadedExtract[];
  readonly problems: readonly Problem[];
  readonly rows: Readonly<Record<string, readonly Record<string, Cell>[]>>;
}

/** Reads the named extracts of a workspace and gives their rows as the engine holds them. */
export async function readExtracts(folder: string, names: readonly string[]): Promise<ReadExtracts> {
  const definitions = readExtractDefinitions();
  const { workspace, problems } = openWorkspace(folder);
  if (!workspace) throw new Error(problems.map(problem => problem.message).join('\n'));
  const sources = await ExtractSources.open(folder);
  const found = findExtractFiles(folder, workspace.settings, definitions, sources);
  const wanted = found.extracts.filter(each => names.includes(each.definition.name));
  const unpacked = await unpack(sources, wanted);
  const database = await Database.open();
  const temporary = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
  try {
    const loaded: LoadedExtract[] = [];
    const rows: Record<string, readonly Record<string, Cell>[]> = {};
    for (const extract of unpacked.extracts) {
      loaded.push(await loadExtract(database, sources, extract, temporary));
      rows[extract.definition.name] = await database.rows(
        `SELECT * FROM ${extract.definition.name} ORDER BY 1`,
      );
    }
    const layouts = checkLayouts(workspace.settings, definitions, workspace.lineOfSetting);
    return {
      loaded,
      rows,
      problems: [
        ...layouts,
        ...found.problems,
        ...unpacked.problems,
        ...loaded.flatMap(extract => extract.problems),
      ],
    };
  } finally {
    await database.close();
    sources.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}
