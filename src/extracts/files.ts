import { join } from 'node:path';
import { didYouMean } from '../nearest.js';
import { type Problem, UserError } from '../problems.js';
import { defaultLayout, type ExtractLayout, type Settings } from '../workspace/settings.js';
import type { ExtractDefinition } from './definitions.js';
import { chooseLayouts, type LayoutUse } from './layouts/choose.js';
import { matches } from './layouts/recognise.js';
import { withinLimit } from './size-limit.js';
import type { ExtractSources } from './sources/extract-sources.js';
import { manyForms, ownPatterns } from './sources/forms.js';

/** Which files hold an extract. */
export interface ExtractFiles {
  readonly definition: ExtractDefinition;
  readonly layout: ExtractLayout;
  /** Names in extracts/, sorted, so that a run reads them in the same order everywhere. */
  readonly files: readonly string[];
  /** The layout that they are read through, where it is not our own. */
  readonly through?: LayoutUse;
}

export interface FoundFiles {
  readonly extracts: readonly ExtractFiles[];
  readonly problems: readonly Problem[];
}

/** @throws UserError 1 when the workspace holds no extract at all */
export function findExtractFiles(
  folder: string,
  settings: Settings,
  definitions: readonly ExtractDefinition[],
  sources: ExtractSources,
): FoundFiles {
  const path = join(folder, 'extracts');
  const present = sources.names;
  const known = definitions.map(definition => definition.name);
  const problems: Problem[] = [...sources.problems];
  const own = definitions.map(definition => {
    const layout = settings.extracts[definition.name] ?? defaultLayout;
    const patterns = layout.files ?? ownPatterns(definition.name);
    const files = present.filter(name => patterns.some(pattern => matches(name, pattern)));
    problems.push(...unmatched(definition.name, layout, [...present, ...unopened(sources, layout)]));
    return { definition, layout, files };
  });
  const ours = new Map(own.map(({ definition: { name }, files }) => [name, files]));
  const chosen = chooseLayouts({ folder, settings, definitions, sources, own: ours });
  problems.push(...chosen.problems);
  const extracts = own.map((extract): ExtractFiles => {
    const through = chosen.uses.get(extract.definition.name);
    return through ? { ...extract, through, files: filesGiving(through) } : extract;
  });
  if (extracts.every(extract => extract.files.length === 0)) {
    const message = `There is no extract here. Put CSV files such as ${known[1]}.csv into it, or name your files in scorecard.yml under extracts.`;
    const none: Problem = { severity: 'error', rule: 'no-extracts', message, place: { file: path } };
    throw new UserError(1, [...sources.problems, none]);
  }
  const used = new Set(
    extracts.flatMap(({ files, through }) => [...files, ...[...(through?.files.values() ?? [])].flat()]),
  );
  const within = withinLimit(sources, extracts);
  problems.push(...strangers(sources, used, known), ...manyForms(extracts), ...within.problems);
  return { extracts: within.extracts, problems };
}

function filesGiving({ parts, files }: LayoutUse): string[] {
  return [...new Set(parts.flatMap(({ from }) => files.get(from) ?? []))].sort();
}

/** Tables named of a file that cannot be opened: what is wrong with that file is told already. */
function unopened({ problems }: ExtractSources, { files = [] }: ExtractLayout): string[] {
  const broken = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ place }) => `${place?.file?.replace(/^extracts\//, '')}/`);
  return files.filter(name => broken.some(start => name.startsWith(start)));
}

/** A file that the settings name and that is not there is a slip; a default file that is not there is no data. */
function unmatched(extract: string, layout: ExtractLayout, present: readonly string[]): Problem[] {
  return (layout.files ?? [])
    .filter(pattern => !present.some(name => matches(name, pattern)))
    .map(pattern => ({
      severity: 'error',
      rule: 'no-such-file',
      message: `No file in extracts/ is called "${pattern}".${didYouMean(pattern, present)}`,
      place: { file: 'scorecard.yml', key: `extracts.${extract}.files` },
    }));
}

function isWorkbook(name: string): boolean {
  return /\.(xlsx?|xlsm|ods)$/i.test(name);
}

function strangers(sources: ExtractSources, used: ReadonlySet<string>, known: readonly string[]): Problem[] {
  const csvs = known.map(name => `${name}.csv`);
  const holders = new Set([...used].map(name => sources.holderOf(name)));
  const files = sources.names.filter(name => /\.(csv|csv\.gz|parquet)$/i.test(name) || isWorkbook(name));
  return [...files, ...sources.databases]
    .filter(name => !holders.has(name))
    .map(name => ({
      severity: 'warning',
      rule: 'unused-file',
      message: isWorkbook(name)
        ? 'No workbook is read. Have the case system export CSV, or save the sheet as "CSV UTF-8 (Comma delimited)".'
        : `No extract is read from this file.${didYouMean(name, csvs) || ' Name it in scorecard.yml under extracts, or take it away.'}`,
      place: { file: `extracts/${name}` },
    }));
}
