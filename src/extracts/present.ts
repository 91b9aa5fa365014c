import { type Problem, UserError } from '../problems.js';
import type { Settings } from '../workspace/settings.js';
import type { ExtractDefinition } from './definitions.js';
import { findExtractFiles } from './files.js';
import { readHeadings } from './headings.js';
import { givenByHeadings, limitsOf } from './layouts/limits.js';
import type { ReadThrough } from './load.js';
import { ExtractSources, writtenAs } from './sources/extract-sources.js';

/** What a workspace has of an extract, found from heading rows alone: no row is read. */
export interface PresentExtract {
  readonly name: string;
  readonly files: readonly string[];
  /** Our columns that some file of the extract has. */
  readonly columns: readonly string[];
  /** Where it is read through a layout that is not our own. */
  readonly through?: ReadThrough;
}

export interface Present {
  readonly extracts: readonly PresentExtract[];
  readonly problems: readonly Problem[];
}

export async function presentExtracts(
  folder: string,
  settings: Settings,
  definitions: readonly ExtractDefinition[],
): Promise<Present> {
  const sources = await ExtractSources.open(folder);
  try {
    return presentIn(sources, folder, settings, definitions);
  } finally {
    sources.close();
  }
}

function presentIn(
  sources: ExtractSources,
  folder: string,
  settings: Settings,
  definitions: readonly ExtractDefinition[],
): Present {
  const found = findOrNone(folder, settings, definitions, sources);
  const problems = [...found.problems];
  const extracts = found.extracts.map(({ definition, layout, files, through }) => {
    if (through) {
      const { columns, counts } = givenByHeadings(sources, definition, through);
      const limits = { layout: through.layout.id, headings: {}, sources: {}, counts, ...limitsOf(through) };
      return { name: definition.name, files, columns, through: limits };
    }
    const columns = new Set<string>();
    for (const name of files) {
      const written = writtenAs(name, layout);
      const path = sources.headingPath(name);
      const headings = readHeadings(path, `extracts/${name}`, definition, written, written.encoding);
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
