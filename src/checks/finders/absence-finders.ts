import { headingsNeeded, headingsOf, type Layout } from '../../extracts/layouts/layout.js';
import { soundLayouts } from '../../extracts/layouts/library.js';
import { unfit } from '../../figures/availability.js';
import { isAskedFor, type Measure } from '../../measures/measure.js';
import { headingLine } from '../../table-files.js';
import type { CheckContext } from '../context.js';
import { readingHits } from '../reading-hits.js';
import type { Hit } from '../rule.js';

/** What measures need and is not there: an extract without a file, a column without a heading, more than a layout has. */

/** One thing that is not there, with the measures that have no data because of it. */
interface Absence {
  readonly extract: string;
  /** '' where the whole extract is not there. */
  readonly column: string;
  readonly measures: readonly Measure[];
  /** Of what its files are read through; '' where a file or a heading would mend it. */
  readonly layout: string;
  /** What is not there, to be ended with what follows from it. */
  readonly words: string;
}

export function missingExtracts(context: CheckContext): Hit[] {
  return mendable(context)
    .filter(({ column }) => column === '')
    .map(absence => ({
      ...hitOf('missing-extract', absence),
      file: `extracts/${absence.extract}.csv`,
      measures: absence.measures.map(({ id }) => id),
    }));
}

/** A column that no file of the extract has and that a measure of the packs cannot do without. */
export function neededColumns(context: CheckContext): Hit[] {
  return mendable(context)
    .filter(({ column }) => column !== '')
    .map(absence => {
      const { extract, column } = absence;
      return { ...hitOf('needed-column', absence), ...firstHeading(context, extract), extract, column };
    });
}

/** In one sentence: a source that has never had them would otherwise fill every report with them. */
export function notAsked(context: CheckContext): Hit[] {
  const absences = absencesIn(context).filter(
    ({ layout, measures }) => layout === '' && !measures.some(isOfPacks(context)),
  );
  const names = absences.map(({ extract, column }) => (column === '' ? extract : `${extract}.${column}`));
  if (names.length === 0) return [];
  const detail = new Intl.ListFormat('en-GB').format(names);
  return [{ rule: 'not-asked', extract: '', column: '', value: '', rowKey: '', detail }];
}

export function notInLayout(context: CheckContext): Hit[] {
  const layouts = layoutsUsed(context);
  return absencesIn(context).flatMap(absence => {
    const layout = layouts.find(({ id }) => id === absence.layout);
    return layout ? [{ ...hitOf('not-in-layout', absence), value: layout.id, file: layout.file }] : [];
  });
}

/** What a file or a heading would mend, and a pack would show. */
function mendable(context: CheckContext): Absence[] {
  const isAsked = isOfPacks(context);
  return absencesIn(context)
    .filter(({ layout }) => layout === '')
    .map(absence => ({ ...absence, measures: absence.measures.filter(isAsked) }))
    .filter(({ measures }) => measures.length > 0);
}

function isOfPacks({ settings, meant }: CheckContext): (measure: Measure) => boolean {
  return measure => meant?.has(measure.id) ?? isAskedFor(measure, settings.report.measures_asked_by);
}

function hitOf(rule: string, { words, measures }: Absence): Hit {
  const ids = measures.map(({ id }) => id);
  const have = ids.length === 1 ? 'has' : 'have';
  const detail = `${words}, so ${new Intl.ListFormat('en-GB').format(ids)} ${have} no data.`;
  return { rule, extract: '', column: '', value: '', rowKey: '', detail };
}

function firstHeading({ loaded }: CheckContext, extract: string): { file: string; line?: number } {
  const file = loaded.find(({ name }) => name === extract)?.files[0]?.file ?? '';
  return { file, ...headingLine(file) };
}

function absencesIn(context: CheckContext): Absence[] {
  const layouts = layoutsUsed(context);
  // Of what could not be read, or stands there under another name, its own fault tells.
  const told = new Set(readingHits(context).map(({ extract }) => extract));
  return context.definitions.flatMap(({ name, columns }) => {
    const using = context.measures.filter(({ needs, kind }) => needs[name] && kind !== 'manual');
    const read = context.loaded.find(extract => extract.name === name);
    if (using.length === 0 || !read) return [];
    if (read.files.length === 0) return told.has(name) ? [] : [absentExtract(name, using, layouts)];
    if (!context.with(name)) return [];
    const layout = layouts.find(({ id }) => id === read.through?.layout);
    const absent = columns
      .filter(column => !read.columns.includes(column.name))
      .map(column => absentColumn(name, column.name, using, layout));
    const limits = using.flatMap(measure =>
      unfit(measure, read).map(words => ({
        extract: name,
        column: '',
        measures: [measure],
        layout: layout?.id ?? '',
        words,
      })),
    );
    return [...absent, ...limits].filter(({ measures }) => measures.length > 0);
  });
}

function absentExtract(name: string, measures: readonly Measure[], layouts: readonly Layout[]): Absence {
  const isGiven = layouts.some(({ gives }) => gives.some(({ extract }) => extract === name));
  const [layout] = isGiven ? [] : layouts;
  const reason = layout?.without[name];
  const words = layout ? `${name}: ${reason ?? 'it has none'}` : `There is no file of ${name}`;
  return { extract: name, column: '', measures, layout: layout?.id ?? '', words };
}

function absentColumn(
  extract: string,
  column: string,
  using: readonly Measure[],
  layout: Layout | undefined,
): Absence {
  const measures = using.filter(({ needs }) => needs[extract]?.includes(column));
  const parts = layout?.gives.filter(part => part.extract === extract && column in part.columns) ?? [];
  if (layout && parts.length === 0) {
    const reason = layout.without[`${extract}.${column}`] ?? 'it is not in it';
    return { extract, column, measures, layout: layout.id, words: `${extract}.${column}: ${reason}` };
  }
  const headings = parts.flatMap(part =>
    headingsNeeded(part.columns[column] ?? column, layout ? headingsOf(layout, part) : []),
  );
  const words = `There is no heading "${headings[0] ?? column}"`;
  return { extract, column, measures, layout: '', words };
}

/** Layouts other than ours through which some extract of the run was read. */
function layoutsUsed({ loaded, definitions, folder }: CheckContext): readonly Layout[] {
  const used = new Set(loaded.flatMap(({ through }) => (through ? [through.layout] : [])));
  return used.size === 0 ? [] : soundLayouts(definitions, folder).filter(({ id }) => used.has(id));
}
