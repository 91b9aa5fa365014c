import { didYouMean } from '../../nearest.js';
import type { Problem } from '../../problems.js';
import type { ColumnDefinition, ExtractDefinition } from '../definitions.js';
import { type Given, headingsCounted, headingsNeeded, headingsOf, type Layout, slip } from './layout.js';

/** The names in a layout: extracts, columns, codes, sources and headings that there are none of. */
export function checkLayoutContent(layout: Layout, definitions: readonly ExtractDefinition[]): Problem[] {
  return [
    ...layout.gives.flatMap((part, index) => checkPart(layout, part, ['gives', index], definitions)),
    ...Object.entries(layout.sources).flatMap(([name, { headings, told_by, also }]) =>
      [...told_by, ...Object.keys(also)].flatMap(heading =>
        unknown(layout, ['sources', name], 'heading', heading, headings),
      ),
    ),
  ];
}

function checkPart(
  layout: Layout,
  part: Given,
  path: readonly PropertyKey[],
  definitions: readonly ExtractDefinition[],
): Problem[] {
  const definition = definitions.find(({ name }) => name === part.extract);
  if (!definition) {
    const known = definitions.map(({ name }) => name);
    return unknown(layout, [...path, 'extract'], 'extract', part.extract, known);
  }
  const columns = definition.columns.map(({ name }) => name);
  const sources = Object.keys(layout.sources);
  const headings = headingsOf(layout, part);
  return [
    ...[part.from, ...part.with].flatMap(each => unknown(layout, [...path, 'from'], 'source', each, sources)),
    ...Object.entries(part.columns).flatMap(([name, column]) => [
      ...unknown(layout, [...path, 'columns', name], `column of ${definition.name}`, name, columns),
      // What a SELECT of the layout's own gives may have names of its own.
      ...(part.rows === undefined ? headingsNeeded(column, headings) : []).flatMap(heading =>
        unknown(layout, [...path, 'columns', name], 'heading', heading, headings),
      ),
    ]),
    ...Object.entries(part.stands_for).flatMap(([measure, count]) => [
      ...headingsCounted(count, headings).flatMap(heading =>
        unknown(layout, [...path, 'stands_for', measure], 'heading', heading, headings),
      ),
      ...count.instead_of.flatMap(extract =>
        unknown(
          layout,
          [...path, 'stands_for', measure],
          'extract',
          extract,
          definitions.map(({ name }) => name),
        ),
      ),
    ]),
    ...missing(layout, part, path, definition),
    ...definition.columns.flatMap(column => checkCodes(layout, part, path, column)),
  ];
}

/** Rows without what an extract must have would all be left out. */
function missing(
  layout: Layout,
  part: Given,
  path: readonly PropertyKey[],
  { name, columns }: ExtractDefinition,
): Problem[] {
  const absent = columns.filter(column => column.required && !(column.name in part.columns));
  if (absent.length === 0) return [];
  const message = `${name} must have ${absent.map(column => column.name).join(', ')}, which is not given here.`;
  return [slip(layout, [...path, 'columns'], 'missing-column', message)];
}

function checkCodes(
  layout: Layout,
  part: Given,
  path: readonly PropertyKey[],
  column: ColumnDefinition,
): Problem[] {
  if (column.codes.length === 0) return [];
  return Object.values(part.codes[column.name] ?? {}).flatMap(code =>
    unknown(layout, [...path, 'codes', column.name], `code of ${column.name}`, code, column.codes),
  );
}

function unknown(
  layout: Layout,
  path: readonly PropertyKey[],
  kind: string,
  name: string,
  known: readonly string[],
): Problem[] {
  if (known.includes(name)) return [];
  const advice = didYouMean(name, known) || ` There are ${known.join(', ')}.`;
  const rule = `unknown-${kind.split(' ')[0]}`;
  return [slip(layout, path, rule, `"${name}" is no ${kind}.${advice}`)];
}
