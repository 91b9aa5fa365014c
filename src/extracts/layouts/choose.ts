import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../../nearest.js';
import type { Problem } from '../../problems.js';
import { isTable } from '../../table-files.js';
import type { ExtractLayout, Settings } from '../../workspace/settings.js';
import type { ExtractDefinition } from '../definitions.js';
import { type ExtractSources, writtenAs } from '../sources/extract-sources.js';
import { type HeadingRow, readHeadingRow } from './heading-row.js';
import type { Given, Layout } from './layout.js';
import { soundLayouts } from './library.js';
import { type Candidate, candidatesIn, isOurs, matches, OWN_LAYOUT } from './recognise.js';

/** Through which layout each extract is read, of those that are not in our own, and from which files. */

/** How one extract is read through a layout. */
export interface LayoutUse {
  readonly layout: Layout;
  /** What gives rows to the extract. */
  readonly parts: readonly Given[];
  /** Files in extracts/ of each source that the parts read. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** Sources whose faults are told here: several extracts may read one file. */
  readonly tells: ReadonlySet<string>;
  /** YYYY-MM-DD; '' where nobody has said it. */
  readonly extractedOn: string;
}

export interface Chosen {
  readonly uses: ReadonlyMap<string, LayoutUse>;
  readonly problems: readonly Problem[];
}

interface Question {
  readonly folder: string;
  readonly settings: Settings;
  readonly definitions: readonly ExtractDefinition[];
  /** What stands in extracts/. */
  readonly sources: ExtractSources;
  /** Files of each extract by the name that ours have, or by the settings. */
  readonly own: ReadonlyMap<string, readonly string[]>;
}

const NONE: Chosen = { uses: new Map(), problems: [] };

/** @throws UserError 2 where a layout of the workspace is faulty */
export function chooseLayouts(question: Question): Chosen {
  const { folder, settings, definitions } = question;
  const asked = Object.values(settings.extracts).some(({ layout }) => layout !== undefined);
  const rows = strangeRows(question);
  if (rows.size === 0 && !asked && !existsSync(join(folder, 'layouts'))) return NONE;
  const layouts = soundLayouts(definitions, folder);
  const strangers = new Map(
    [...rows].map(([name, { names }]) => [name, candidatesIn(name, names, layouts)] as const),
  );
  const problems: Problem[] = [];
  const found: [string, Layout][] = [];
  for (const { name } of definitions) {
    const choice = choiceFor(name, question, layouts, strangers);
    if (choice && 'severity' in choice) problems.push(choice);
    else if (choice) found.push([name, choice]);
  }
  return { uses: usesOf(found, question, strangers), problems };
}

/** How a file is written of which nothing is known. */
const OF_ANY: Pick<ExtractLayout, 'encoding' | 'delimiter'> = { encoding: 'utf-8' };

/** What each file may be that is not ours, the likeliest first. */
type Strangers = ReadonlyMap<string, readonly Candidate[]>;

/** Heading rows of the files that are not ours: no extract has their name, or it cannot be that extract. */
function strangeRows({ definitions, sources, own, settings }: Question): ReadonlyMap<string, HeadingRow> {
  const rows = new Map<string, HeadingRow>();
  for (const name of sources.names) {
    if (!isTable(name) && !/\.(csv|csv\.gz|tsv|txt)$/i.test(name)) continue;
    const owner = definitions.find(definition => own.get(definition.name)?.includes(name));
    const { layout, files } = (owner && settings.extracts[owner.name]) ?? {};
    if (layout === undefined && files) continue;
    const row = readHeadingRow(sources.headingPath(name), 'utf-8', writtenAs(name, OF_ANY).delimiter);
    if (owner && layout === undefined && (row.names.length === 0 || isOurs(row.names, owner))) continue;
    rows.set(name, row);
  }
  return rows;
}

function choiceFor(
  extract: string,
  { settings, own }: Question,
  layouts: readonly Layout[],
  strangers: Strangers,
): Layout | Problem | undefined {
  const { layout: asked, files } = settings.extracts[extract] ?? {};
  const place = { file: 'scorecard.yml', key: `extracts.${extract}.layout` };
  if (asked === OWN_LAYOUT) return undefined;
  if (asked !== undefined) {
    const ids = [OWN_LAYOUT, ...layouts.map(({ id }) => id)];
    const layout = layouts.find(({ id }) => id === asked);
    const unknown = `There is no layout "${asked}".${didYouMean(asked, ids) || ` There are ${ids.join(', ')}.`}`;
    if (!layout) return { severity: 'error', rule: 'unknown-layout', message: unknown, place };
    if (partsOf(extract, layout, strangers, files).length > 0) return layout;
    const none = `No file in extracts/ gives ${extract} in the layout ${asked}: none has its headings. Put one there, or take the setting away.`;
    return { severity: 'error', rule: 'no-such-file', message: none, place };
  }
  // What is there in our own layout stands before anything else.
  if ((own.get(extract) ?? []).some(name => !strangers.has(name))) return undefined;
  const able = layouts.filter(layout => partsOf(extract, layout, strangers, undefined, layouts).length > 0);
  if (able.length < 2) return able[0];
  const message = `${extract} is given in several layouts: ${able.map(({ id }) => id).join(', ')}. Say which in scorecard.yml under extracts.${extract}.layout.`;
  return { severity: 'error', rule: 'several-layouts', message, place };
}

/** What of a layout gives the extract rows from the files that there are. */
function partsOf(
  extract: string,
  layout: Layout,
  strangers: Strangers,
  patterns?: readonly string[],
  among: readonly Layout[] = [layout],
): Given[] {
  return layout.gives.filter(
    part => part.extract === extract && filesOf(part.from, layout, strangers, patterns, among).length > 0,
  );
}

/** A file is of the source that knows most of its headings, of all sources of the layouts that it may be of. */
function filesOf(
  source: string,
  layout: Layout,
  strangers: Strangers,
  patterns?: readonly string[],
  among: readonly Layout[] = [layout],
): string[] {
  return [...strangers]
    .filter(([name, candidates]) => {
      if (patterns && !patterns.some(pattern => matches(name, pattern))) return false;
      const best = candidates.find(each => among.some(({ id }) => id === each.layout));
      return best?.layout === layout.id && best.source === source;
    })
    .map(([name]) => name);
}

function usesOf(
  found: readonly [string, Layout][],
  { settings }: Question,
  strangers: Strangers,
): ReadonlyMap<string, LayoutUse> {
  const uses = new Map<string, LayoutUse & { tells: Set<string> }>();
  for (const [extract, layout] of found) {
    const own = settings.extracts[extract];
    const patterns = own?.layout === undefined ? undefined : own.files;
    const parts = partsOf(extract, layout, strangers, patterns);
    const files = new Map<string, readonly string[]>();
    for (const { with: others } of parts)
      for (const source of others) files.set(source, filesOf(source, layout, strangers));
    for (const { from } of parts) files.set(from, filesOf(from, layout, strangers, patterns));
    const extractedOn = own?.extracted_on ?? settings.extracted_on ?? '';
    uses.set(extract, { layout, parts, files, tells: new Set(), extractedOn });
  }
  // A fault of a file is told by the extract that needs the fewest others, and once.
  const told = new Set<string>();
  const inOrder = [...uses.values()].sort((a, b) => a.parts.length - b.parts.length);
  for (const role of ['from', 'with'] as const) {
    for (const { layout, parts, tells } of inOrder) {
      for (const source of parts.flatMap(part => part[role])) {
        const key = `${layout.id} ${source}`;
        if (!told.has(key)) tells.add(source);
        told.add(key);
      }
    }
  }
  return uses;
}
