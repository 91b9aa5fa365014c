import { monthName } from '../../months.js';
import { councilColours } from '../../workspace/council-colours.js';
import { areasOf } from '../areas.js';
import { readersOf } from '../cover-view.js';
import { isPublished } from '../editions.js';
import { noticeOf, packTitle } from '../frame-view.js';
import type { Pack } from '../manifest.js';
import type { PackInput } from '../pack-input.js';
import { showsTeams } from '../pack-views.js';
import { dateCell, HELD_BACK, isSign, KEY, linkCell, textCell } from './cells.js';
import { sheetNames, tableNames } from './names.js';
import {
  areaSheet,
  categoriesSheet,
  comparatorsSheet,
  figuresSheet,
  monthsSheet,
  notesSheet,
  type SheetTable,
  teamsSheet,
} from './sheets.js';
import type { Cell, Sheet, Workbook } from './workbook.js';

const CONTENTS = 'Contents';

/** A pack's figures, tables and series as a workbook: contents first, then a sheet for each table that has rows. */
export function packWorkbook(pack: Pack, given: PackInput): Workbook {
  const input = { ...given, isPublished: isPublished(pack), showsTeams: showsTeams(pack) };
  const tables = [
    ...areasOf(input.measures).map(area => areaSheet(area, input)),
    monthsSheet(input),
    categoriesSheet(input),
    teamsSheet(input),
    comparatorsSheet(input),
    figuresSheet(input),
    notesSheet(input),
  ].filter(({ rows }) => rows.length > 0);
  const names = [CONTENTS, ...tables.map(({ name }) => name)];
  const [[contents = CONTENTS, ...sheets], [contentsTable = '', ...named]] = [
    sheetNames(names),
    tableNames(names),
  ];
  const notice = noticeOf(pack, input);
  const made = tables.map((table, index): Sheet => {
    const lines = linesOf(table, notice, contents);
    return { ...table, name: sheets[index] ?? '', table: named[index] ?? '', lines };
  });
  return {
    title: packTitle(pack, input),
    council: input.settings.council.name,
    createdOn: input.extractedOn,
    colour: councilColours(input.settings).main,
    sheets: [contentsSheet(pack, input, contents, contentsTable, made), ...made],
  };
}

/** Above a table: where one can go back to, what every page says, and what its signs mean. */
function linesOf(table: SheetTable, notice: string, contents: string): Cell[][] {
  const signs = table.rows.some(row => row.some(isSign));
  const words = [notice, signs ? KEY : ''].filter(line => line !== '');
  return [...words.map(line => [textCell(line)]), [linkCell(`To ${contents}`, contents)]];
}

function contentsSheet(
  pack: Pack,
  input: PackInput,
  name: string,
  table: string,
  sheets: readonly Sheet[],
): Sheet {
  const { settings, errorsNotice } = input;
  const facts: [string, string][] = [
    ['Council', settings.council.name],
    ['Month', monthName(input.month)],
    ['For', readersOf(pack, settings)],
    ['Classification', isPublished(pack) ? settings.report.classification : ''],
    ['Notice', noticeOf(pack, input)],
    ['Errors in the data', errorsNotice],
    ['Key', KEY],
    ['Numbers', numbersNote(pack)],
    ['Without a sheet', input.measures.length === 0 ? 'This pack has no figures.' : ''],
  ];
  const lines = facts.filter(([, text]) => text !== '');
  return {
    name,
    about: '',
    title: packTitle(pack, input),
    lines: [
      ...lines.map(([subject, text]) => [textCell(subject), textCell(text)]),
      [textCell('Extracted on'), dateCell(input.extractedOn)],
      [textCell('Made by'), textCell(`scorecard ${input.toolVersion}`)],
      [],
    ],
    table,
    columns: [
      { heading: 'Sheet', width: 34 },
      { heading: 'What it holds', width: 80 },
      { heading: 'Rows', width: 10 },
      { heading: 'Name of its table', width: 34 },
    ],
    rows: sheets.map(sheet => [
      linkCell(sheet.name, sheet.name),
      textCell(sheet.about),
      { value: sheet.rows.length, format: '#,##0', link: '' },
      textCell(sheet.table),
    ]),
  };
}

function numbersNote(pack: Pack): string {
  const exact = 'Cells hold exact values and show them as the pack prints them.';
  if (!isPublished(pack)) return exact;
  return `${exact} A percentage or an average that is published without its counts is rounded, and ${HELD_BACK} holds no number.`;
}
