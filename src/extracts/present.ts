import { join } from 'node:path';
import { type Problem, UserError } from '../problems.js';
import type { Settings } from '../workspace/settings.js';
import type { ExtractDefinition } from './definitions.js';
import { findExtractFiles } from './files.js';
import { readHeadings } from './headings.js';
import { givenByHeadings, limitsOf } from './layouts/limits.js';
import type { ReadThrough } from './load.js';

/** What a workspace has of an extract, found from heading rows alone: no row is read and no database started. */
export interface PresentExtract {
  readonly name: string;
  readonly files: readonly string[];
  /** Our columns that some file of the extract has. */
  readonly columns: readonly string[];
  /** Where it is read through a layout that is not our own. */
  readonly through?: ReadThrough;
}

export function presentExtracts(
  folder: string,
  settings: Settings,
  definitions: readonly ExtractDefinition[],
): { extracts: readonly PresentExtract[]; problems: readonly Problem[] } {
  const found = findOrNone(folder, settings, definitions);
  const problems = [...found.problems];
  const extracts = found.extracts.map(({ definition, layout, files, through }) => {
    if (through) {
      const { columns, counts } = givenByHeadings(folder, definition, through);
      const limits = { layout: through.layout.id, headings: {}, sources: {}, counts, ...limitsOf(through) };
      return { name: definition.name, files, columns, through: limits };
    }
    const columns = new Set<string>();
    for (const name of files) {
      const path = join(folder, 'extracts', name);
      const headings = readHeadings(path, `extracts/${name}`, definition, layout, layout.encoding);
      problems.push(...headings.problems);
      for (const column of headings.positions.keys()) columns.add(column);
    }
    return { name: definition.name, files, columns: [...columns] };
  });
  return { extracts, problems };
}

/** A workspace without any extract cannot be built, but what it lacks can be told. */
function findOrNone(
  ...given: Parameters<typeof findExtractFiles>
): Pick<ReturnType<typeof findExtractFiles>, 'extracts' | 'problems'> {
  try {
    return findExtractFiles(...given);
  } catch (error) {
    if (error instanceof UserError) return { extracts: [], problems: error.problems };
    throw error;
  }
}
