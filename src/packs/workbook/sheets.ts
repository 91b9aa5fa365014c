import { unitWords } from '../../figures/display.js';
import type { Figure } from '../../figures/figure.js';
import { FIGURE_COLUMNS, figureRow } from '../../figures/tidy.js';
import { headlinePeriod, isAdditive, type Measure } from '../../measures/measure.js';
import { monthName, monthsTo } from '../../months.js';
import { areaFigures, movedSince } from '../area-table.js';
import type { Area } from '../areas.js';
import { breakdownColumns, shareOf } from '../breakdown-view.js';
import { comparatorUnit, ownFigure, ownSpan, published } from '../comparators-view.js';
import { decimalsIn, ratingView, unitDetail } from '../figure-text.js';
import type { PackInput } from '../pack-input.js';
import { chartMonths, packMonths } from '../pack-months.js';
import {
  countCell,
  type FigureSource,
  figureCell,
  mayBeKnown,
  monthCell,
  NOTHING,
  textCell,
  valueCell,
} from './cells.js';
import type { Cell, Sheet } from './workbook.js';

/** The tables of a pack as sheets. Everything is taken from the pack's own input, so that what is held back stays so. */

/** A sheet before its name is made one that Excel takes. */
export type SheetTable = Omit<Sheet, 'lines' | 'table'>;

export interface SheetInput extends PackInput, FigureSource {
  /** Of a pack that tells teams apart. */
  readonly showsTeams: boolean;
}

const NAME = 46;
const WORDS = 24;
const NUMBER = 12;

const MEASURE_COLUMNS = [
  { heading: 'Area', width: WORDS },
  { heading: 'Measure', width: NAME },
];
const RATED_COLUMNS = [
  { heading: 'Figure', width: NUMBER },
  { heading: 'Unit', width: NUMBER },
  { heading: 'Numerator', width: NUMBER },
  { heading: 'Denominator', width: NUMBER },
  { heading: 'Target', width: WORDS },
  { heading: 'Rating', width: NUMBER },
];

/** An area's measures beside the month before, a year before and the year to date. */
export function areaSheet(area: Area, input: SheetInput): SheetTable {
  const { current, previous, yearEarlier } = packMonths(input.month);
  const headings = [current, previous, yearEarlier].map(({ name }) => name);
  const [now = '', before = '', yearBefore = ''] = headings;
  return {
    name: area.name,
    about: `Measures in ${now}, beside ${before}, ${yearBefore} and the year to date`,
    title: `${area.name}: ${now}`,
    columns: [
      { heading: 'Measure', width: NAME },
      { heading: 'Unit and span', width: WORDS },
      { heading: now, width: NUMBER },
      { heading: 'Numerator', width: NUMBER },
      { heading: 'Denominator', width: NUMBER },
      { heading: before, width: NUMBER },
      { heading: yearBefore, width: NUMBER },
      { heading: 'Year to date', width: NUMBER },
      { heading: 'Year to date, a year before', width: NUMBER },
      { heading: 'Target', width: WORDS },
      { heading: 'Rating', width: NUMBER },
      { heading: `Since ${before}`, width: WORDS },
      { heading: `Since ${yearBefore}`, width: WORDS },
    ],
    rows: areaFigures(area.measures, input).map(figures => {
      const { measure, detail, yearToDate } = figures;
      const cell = (figure: Figure | undefined) => figureCell(figure, measure, input);
      const since = (earlier: Figure | undefined) =>
        textCell(movedSince(figures, earlier, input)?.words ?? '');
      return [
        textCell(measure.name),
        textCell(detail || unitWords(measure.unit)),
        cell(figures.now),
        ...workingsOf(figures.now),
        cell(figures.previous),
        cell(figures.yearEarlier),
        yearToDate ? cell(yearToDate.now) : NOTHING,
        yearToDate ? cell(yearToDate.yearEarlier) : NOTHING,
        textCell(figures.now?.target ?? ''),
        textCell(ratingView(figures.now?.rating)?.word ?? ''),
        since(figures.previous),
        since(figures.yearEarlier),
      ];
    }),
  };
}

/** Every measure's series, a row a month. */
export function monthsSheet(input: SheetInput): SheetTable {
  const months = monthsTo(input.month, input.settings.series_months);
  return {
    name: 'Months',
    about: 'The series of every measure, a row a month',
    title: `Months to ${monthName(input.month)}`,
    columns: [
      ...MEASURE_COLUMNS,
      { heading: 'Month', width: NUMBER },
      ...RATED_COLUMNS,
      { heading: 'Variation', width: WORDS },
      { heading: 'Definition', width: NUMBER },
    ],
    rows: input.measures.flatMap(measure =>
      input.figures
        .series({ measure: measure.id, period: headlinePeriod(measure) }, months)
        .filter(figure => figure !== undefined)
        .map(figure => [
          ...measureCells(measure),
          monthCell(figure.month),
          ...ratedCells(figure, measure, input),
          textCell(figure.variation ?? ''),
          textCell(figure.definition),
        ]),
    ),
  };
}

/** Measures by category, as the pack's own tables have them: a row for each category and period. */
export function categoriesSheet(input: SheetInput): SheetTable {
  return {
    name: 'Categories',
    about: 'Measures by category, with counts and shares',
    title: `Categories: ${monthName(input.month)}`,
    columns: [
      ...MEASURE_COLUMNS,
      { heading: 'Categories', width: WORDS },
      { heading: 'Category', width: WORDS },
      { heading: 'Period', width: NUMBER },
      { heading: 'Figure', width: NUMBER },
      { heading: 'Unit', width: NUMBER },
      { heading: 'Share of the total', width: NUMBER },
      { heading: 'Numerator', width: NUMBER },
      { heading: 'Denominator', width: NUMBER },
    ],
    rows: input.measures.flatMap(measure => categoryRows(measure, input)),
  };
}

function categoryRows(measure: Measure, input: SheetInput): Cell[][] {
  const columns = breakdownColumns(measure, input.month);
  const [first] = columns;
  if (!measure.category || !first) return [];
  const titles = measure.category.titles.join(' and ');
  const categories = input.figures.categories({ measure: measure.id, ...first });
  if (categories.length === 0) return [];
  return [...categories, ''].flatMap(category =>
    columns.map(({ name, period, month }) => {
      const key = { measure: measure.id, period, month };
      const figure = input.figures.get({ ...key, category });
      const share = isAdditive(measure) ? shareOf(figure, input.figures.get(key)) : null;
      return [
        ...measureCells(measure),
        textCell(titles),
        textCell(category || 'Total'),
        textCell(name),
        figureCell(figure, measure, input),
        textCell(unitWords(measure.unit)),
        share === null ? NOTHING : valueCell(share, 'percent', 0),
        ...workingsOf(figure),
      ];
    }),
  );
}

/** The teams beside each other in the month. */
export function teamsSheet(input: SheetInput): SheetTable {
  const measures = new Map(input.measures.map(measure => [measure.id, measure]));
  const shown = ({ team, category, of, month }: Figure) =>
    input.showsTeams && team !== '' && category === '' && of === 'value' && month === input.month;
  return {
    name: 'Teams',
    about: `Measures by team in ${monthName(input.month)}`,
    title: `Teams: ${monthName(input.month)}`,
    columns: [...MEASURE_COLUMNS, { heading: 'Team', width: WORDS }, ...RATED_COLUMNS],
    rows: input.figures.all.filter(shown).flatMap(figure => {
      const measure = measures.get(figure.measure);
      if (!measure || figure.period !== headlinePeriod(measure)) return [];
      return [[...measureCells(measure), textCell(figure.team), ...ratedCells(figure, measure, input)]];
    }),
  };
}

/** What others published, each value with its group and year. */
export function comparatorsSheet(input: SheetInput): SheetTable {
  return {
    name: 'Comparators',
    about: 'What others published, with its year, beside our own figure',
    title: 'Comparators',
    columns: [
      ...MEASURE_COLUMNS,
      { heading: 'Unit', width: WORDS },
      { heading: 'Group', width: WORDS },
      { heading: 'Year', width: NUMBER },
      { heading: 'Published', width: NUMBER },
      { heading: 'Ours', width: NUMBER },
      { heading: 'Ours is of', width: WORDS },
      { heading: 'How near', width: NAME },
    ],
    rows: input.measures.flatMap(measure =>
      published(measure, input.comparators).map(row => [
        ...measureCells(measure),
        textCell(row.of === 'rate' ? 'per 10,000 children' : unitDetail(measure) || unitWords(measure.unit)),
        textCell(row.group),
        textCell(row.year),
        valueCell(row.value, comparatorUnit(row, measure), decimalsIn(row.value)),
        figureCell(ownFigure(measure, row.of, input), measure, input),
        textCell(ownSpan(measure, input.month)),
        textCell(measure.national === 'near' ? `near: ${measure.nationalNote}` : 'the same definition'),
      ]),
    ),
  };
}

/** The months of the charts in the columns of figures.csv; a percentage is there, and so here, 39.4 for 39.4%. */
export function figuresSheet(input: SheetInput): SheetTable {
  const months = new Set(chartMonths(input.month));
  const measures = new Map(input.measures.map(measure => [measure.id, measure]));
  return {
    name: 'Figures',
    about: 'Every figure of thirteen months in the columns of figures.csv, where 39.4 is 39.4%',
    title: `Figures of thirteen months to ${monthName(input.month)}`,
    columns: FIGURE_COLUMNS.map(heading => ({ heading, width: heading === 'measure' ? NAME : NUMBER + 2 })),
    rows: input.figures.all.flatMap(figure => {
      const measure = measures.get(figure.measure);
      if (!measure || !months.has(figure.month) || (figure.team !== '' && !input.showsTeams)) return [];
      const known = { ...figure, value: mayBeKnown(figure, measure, input) };
      return [figureRow(known).map((value, index) => tidyCell(value, FIGURE_COLUMNS[index]))];
    }),
  };
}

function tidyCell(value: string | number | null, column: string | undefined): Cell {
  if (column === 'month' && typeof value === 'string') return monthCell(value);
  return typeof value === 'string' ? textCell(value) : { ...NOTHING, value };
}

/** What a reader must know of the data. */
export function notesSheet(input: SheetInput): SheetTable {
  return {
    name: 'Notes',
    about: 'About the data',
    title: 'About the data',
    columns: [
      { heading: 'Subject', width: NAME },
      { heading: 'Note', width: 120 },
    ],
    rows: input.dataNotes.map(({ subject, text }) => [textCell(subject), textCell(text)]),
  };
}

/** What a figure was worked out from: numerator, denominator. */
function workingsOf(figure: Figure | undefined): [Cell, Cell] {
  return figure?.status === 'ok'
    ? [countCell(figure.numerator), countCell(figure.denominator)]
    : [NOTHING, NOTHING];
}

/** Under MEASURE_COLUMNS. */
function measureCells({ area, name }: Measure): [Cell, Cell] {
  return [textCell(area), textCell(name)];
}

/** Under RATED_COLUMNS. */
function ratedCells(figure: Figure, measure: Measure, input: SheetInput): Cell[] {
  return [
    figureCell(figure, measure, input),
    textCell(unitWords(figure.unit)),
    ...workingsOf(figure),
    textCell(figure.target),
    textCell(ratingView(figure.rating)?.word ?? ''),
  ];
}
