/** The numbers of a chart, month by month, as they stand in the table under it. */
import type { Chart, ChartPoint } from '../charts/chart.js';
import { LABEL_ROOM, SERIES_SIZE, VALUES_WIDTH } from '../charts/sizes.js';
import { partsDrawn } from '../charts/stacked-chart.js';
import { unitWords } from '../figures/display.js';
import { shortMonthName } from '../months.js';
import { NOT_COMPARABLE } from './chart-view.js';

interface MonthsRow {
  /** With the unit in the first row that the chart is about: "Month, %". */
  readonly name: string;
  /** The row that the chart is about; else a part of it, or what it is compared with. */
  readonly isMain: boolean;
  /** One for each month, without its unit. */
  readonly values: readonly string[];
}

export interface MonthsTable {
  /** "Sep", "20": in two lines as narrow as the month. */
  readonly months: readonly { readonly name: string; readonly year: string }[];
  readonly rows: readonly MonthsRow[];
  /** What the signs in it mean; '' where there are none. */
  readonly key: string;
  /** Widths, in percent of the chart's, that put every number under its month. */
  readonly left: string;
  readonly right: string;
}

/** As in the statistics of the Department for Education. */
const NO_DATA = ':';
const NO_CASES = 'z';
const OTHER_DEFINITION = 'x';
/** After the number. */
const RESTATED = 'r';

export function monthsTable(chart: Chart): MonthsTable | null {
  if (chart.kind === 'series') {
    const unit = unitWords(chart.unit);
    const name = unit === '' ? 'Month' : `Month, ${unit}`;
    const rows = [{ name, isMain: true, points: chart.points }];
    if (chart.yearEarlier.length > 0) {
      rows.push({ name: 'Year before', isMain: false, points: chart.yearEarlier });
    }
    return tableOf(rows);
  }
  if (chart.kind === 'stacked') {
    const parts = partsDrawn(chart).map(({ category, points }) => ({
      name: category,
      isMain: false,
      points,
    }));
    return tableOf([...parts, { name: 'Total', isMain: true, points: chart.totals }]);
  }
  return null;
}

function tableOf(
  rows: readonly { name: string; isMain: boolean; points: readonly ChartPoint[] }[],
): MonthsTable {
  const shown = rows.map(({ name, isMain, points }) => ({
    name,
    isMain,
    values: points.map(shortValue),
  }));
  const signs = new Set(shown.flatMap(row => row.values));
  const key = [
    signs.has(NO_DATA) ? `${NO_DATA} no data` : '',
    signs.has(NO_CASES) ? `${NO_CASES} no cases` : '',
    signs.has(OTHER_DEFINITION) ? `${OTHER_DEFINITION} under another definition` : '',
    rows.some(row => row.points.some(isMarked)) ? `${RESTATED} restated since it was published` : '',
    signs.has('c') ? 'c too small to print, or would give that away' : '',
  ].filter(meaning => meaning !== '');
  return {
    months: (rows[0]?.points ?? []).map(point => {
      const [name = '', year = ''] = shortMonthName(point.month).split(' ');
      return { name, year };
    }),
    rows: shown,
    key: key.join('; '),
    left: percent(VALUES_WIDTH),
    right: percent(LABEL_ROOM),
  };
}

function isMarked({ isRestated, value }: ChartPoint): boolean {
  return isRestated === true && value !== null;
}

/** "34.6" of "34.6 per 10,000", "39" of "39%"; "39r" where the month was published as another number. */
function shortValue(point: ChartPoint): string {
  return isMarked(point) ? `${bareValue(point)}${RESTATED}` : bareValue(point);
}

function bareValue({ value, shown }: ChartPoint): string {
  if (shown === 'no cases') return NO_CASES;
  if (shown === NOT_COMPARABLE) return OTHER_DEFINITION;
  if (value === null) return shown === 'c' ? shown : NO_DATA;
  return shown.split(/[ %]/)[0] ?? shown;
}

function percent(width: number): string {
  return ((100 * width) / SERIES_SIZE.width).toFixed(2);
}
