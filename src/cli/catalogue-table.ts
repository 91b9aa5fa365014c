import {
  type CatalogueEntry,
  definitionInWords,
  needsInWords,
  targetsInWords,
  versionsInWords,
} from './catalogue-entry.js';
import { labelled, wrap } from './wrap.js';

/**
 * The catalogue for a terminal. What is short and compared down the page stands in columns; sentences stand below,
 * wrapped. Where the terminal is too narrow for columns every fact has a line of its own.
 */

const MARGIN = 2;
const GAP = 2;
const NARROWEST_NAME = 20;
const WIDEST_TARGET = 14;
const DETAIL = { indent: 4, labelWidth: 10 };

interface Column {
  readonly title: string;
  readonly width: number;
  readonly text: (entry: CatalogueEntry) => string;
}

export function catalogueTable(entries: readonly CatalogueEntry[], width: number): string {
  const columns = columnsFor(entries, width);
  const areas = [...new Set(entries.map(entry => entry.measure.area))];
  const lists = areas.map(area => [
    ...wrap(area, width),
    ...(columns ? row(columns.map(column => ({ ...column, lines: [column.title] }))) : []),
    ...entries
      .filter(entry => entry.measure.area === area)
      .flatMap(entry => (columns ? inColumns(entry, columns, width) : stacked(entry, width))),
  ]);
  return lists.map(lines => lines.join('\n')).join('\n\n');
}

/** null where the name would have no room. */
function columnsFor(entries: readonly CatalogueEntry[], width: number): readonly Column[] | null {
  const fitted = [
    { title: 'Id', text: idOf, most: Number.POSITIVE_INFINITY },
    { title: 'Polarity', text: polarityOf, most: Number.POSITIVE_INFINITY },
    ...(entries.some(entry => entry.here)
      ? [
          { title: 'Target', text: targetOf, most: WIDEST_TARGET },
          { title: 'Here', text: isHere, most: Number.POSITIVE_INFINITY },
        ]
      : []),
  ].map(({ title, text, most }) => ({ title, text, width: Math.min(most, widest(title, entries, text)) }));
  const [id, ...others] = fitted;
  const taken = fitted.reduce((sum, column) => sum + column.width + GAP, MARGIN);
  if (!id || width - taken < NARROWEST_NAME) return null;
  const longest = widest('Name', entries, nameOf);
  const name = { title: 'Name', text: nameOf, width: Math.min(longest, width - taken) };
  return [id, name, ...others];
}

function widest(
  title: string,
  entries: readonly CatalogueEntry[],
  text: (entry: CatalogueEntry) => string,
): number {
  return Math.max(title.length, ...entries.map(entry => text(entry).length));
}

const idOf = ({ measure }: CatalogueEntry) => measure.id;
const nameOf = ({ measure }: CatalogueEntry) => measure.name;
const polarityOf = ({ measure }: CatalogueEntry) => measure.polarity;
const targetOf = ({ here }: CatalogueEntry) => (here && targetsInWords(here)) || '-';
const isHere = ({ here }: CatalogueEntry) => (here?.missing === '' ? 'yes' : 'no');

function inColumns(entry: CatalogueEntry, columns: readonly Column[], width: number): string[] {
  const cells = columns.map(column => ({ ...column, lines: wrap(column.text(entry), column.width) }));
  return [...row(cells), ...details(entry, width)];
}

/** Cells of several lines side by side. */
function row(cells: readonly (Column & { readonly lines: readonly string[] })[]): string[] {
  const height = Math.max(...cells.map(cell => cell.lines.length));
  return Array.from({ length: height }, (_, index) => {
    const parts = cells.map(cell => (cell.lines[index] ?? '').padEnd(cell.width));
    return `${' '.repeat(MARGIN)}${parts.join(' '.repeat(GAP))}`.trimEnd();
  });
}

function stacked(entry: CatalogueEntry, width: number): string[] {
  const layout = { ...DETAIL, width };
  const title = labelled('', entry.measure.id, { indent: MARGIN, labelWidth: 0, width });
  const facts = [
    ...labelled('name', nameOf(entry), layout),
    ...labelled('polarity', polarityOf(entry), layout),
    ...(entry.here ? labelled('target', targetOf(entry), layout) : []),
    ...(entry.here ? labelled('here', isHere(entry), layout) : []),
  ];
  return [...title, ...facts, ...details(entry, width)];
}

function details({ measure, here }: CatalogueEntry, width: number): string[] {
  const layout = { ...DETAIL, width };
  return [
    ...labelled('counts', definitionInWords(measure), layout),
    ...versionsInWords(measure).flatMap((version, index) =>
      labelled(index === 0 ? 'versions' : '', version, layout),
    ),
    ...labelled('needs', needsInWords(measure), layout),
    ...(here && here.missing !== '' ? labelled('missing', here.missing, layout) : []),
  ];
}
