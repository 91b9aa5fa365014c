import type { Coverage } from '../extracts/coverage.js';
import type { Database } from '../extracts/database.js';
import type { ExtractDefinition } from '../extracts/definitions.js';
import type { LoadedExtract } from '../extracts/load.js';
import { measuresAsGiven } from '../figures/stand-ins.js';
import type { Measure } from '../measures/measure.js';
import type { Problem } from '../problems.js';
import { defaultLayout, type ExtractLayout, type Settings } from '../workspace/settings.js';
import { countEvents, type EventCounts } from './event-counts.js';

/** What a check may look at: the extracts as they were read, in an engine that holds them, and what is expected of them. */
export interface CheckInput {
  readonly database: Database;
  /** The workspace. */
  readonly folder: string;
  readonly settings: Settings;
  readonly definitions: readonly ExtractDefinition[];
  readonly measures: readonly Measure[];
  readonly loaded: readonly LoadedExtract[];
  readonly coverage: readonly Coverage[];
  /** Ids of the measures that packs have chosen to show; default those that scorecard.yml asks for. */
  readonly meant?: ReadonlySet<string>;
  /** What was told while files were found and read. */
  readonly problems: readonly Problem[];
  readonly month: string;
}

/** An extract of which a file was read. */
export interface CheckedExtract {
  readonly definition: ExtractDefinition;
  readonly layout: ExtractLayout;
  readonly loaded: LoadedExtract;
  readonly coverage: Coverage;
}

export interface CheckContext extends CheckInput {
  /** Those that have rows to look at. */
  readonly extracts: readonly CheckedExtract[];
  /** The extract, where it was loaded and has all the columns. */
  with(extract: string, ...columns: readonly string[]): CheckedExtract | undefined;
  /** Counted when they are first asked for. */
  events(): Promise<readonly EventCounts[]>;
}

type Read = Pick<CheckInput, 'loaded' | 'definitions' | 'coverage' | 'settings'>;

export function checkedExtracts({ loaded, definitions, coverage, settings }: Read): CheckedExtract[] {
  return loaded.flatMap(each => {
    const definition = definitions.find(({ name }) => name === each.name);
    const found = coverage.find(({ extract }) => extract === each.name);
    const layout = settings.extracts[each.name] ?? defaultLayout;
    return definition && found ? [{ definition, layout, loaded: each, coverage: found }] : [];
  });
}

export function contextOf(input: CheckInput): CheckContext {
  const extracts = checkedExtracts(input).filter(({ loaded }) =>
    loaded.files.some(({ rowsRead }) => rowsRead > 0),
  );
  let events: Promise<readonly EventCounts[]> | undefined;
  return {
    ...input,
    events: () => {
      events ??= countEvents({ ...input, extracts });
      return events;
    },
    measures: measuresAsGiven(input.measures, input.loaded, input.coverage),
    extracts,
    with: (extract, ...columns) =>
      extracts.find(
        ({ loaded }) => loaded.name === extract && columns.every(column => loaded.columns.includes(column)),
      ),
  };
}
