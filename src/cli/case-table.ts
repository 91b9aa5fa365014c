import { stringify } from 'csv-stringify/sync';
import { formatNumber } from '../figures/display.js';
import { guardText } from '../figures/tidy.js';
import {
  type CaseList,
  isStandard,
  type ListedCase,
  type Standing,
  standingsInOrder,
} from '../measures/listed-cases.js';
import type { Measure } from '../measures/measure.js';
import { dateName } from '../months.js';
import { columnsOfText } from './text-columns.js';

/** The cases behind a figure, for a terminal and as CSV. */

function headingsOf(measure: Measure): Readonly<Record<Standing, string>> {
  const judged = isStandard(measure)
    ? { met: 'Met the standard', 'not met': 'Missed the standard' }
    : { met: `Counted: ${measure.counts}`, 'not met': 'Not counted: all others' };
  return {
    ...judged,
    counted: 'Counted',
    'not yet due': 'Not yet due, and in no figure until they are',
    'not judged': 'Not judged: something that the standard needs is not recorded',
  };
}

export function casesTable(list: CaseList, measure: Measure, asAt: string, width = 120): string {
  if (list.cases.length === 0) return 'No case is behind this figure.';
  const headings = headingsOf(measure);
  const sections = standingsInOrder(measure).flatMap(standing => {
    const cases = list.cases.filter(each => each.standing === standing);
    if (cases.length === 0) return [];
    const names = columnNames(list, measure);
    const rows = cases.map(each => rowOf(each, list, measure));
    const keep = names.map((name, index) => isWorthShowing(name, index, rows, list));
    const only = (row: readonly string[]) => row.filter((_, index) => keep[index]);
    return [
      `${headings[standing]} (${formatNumber(cases.length, 0)})`,
      ...columnsOfText([only(names), ...rows.map(only)], width),
      '',
    ];
  });
  const late = list.cases.some(({ isStillOpen }) => isStillOpen)
    ? [`"so far": nothing is recorded since, up to ${dateName(asAt)}.`]
    : [];
  return [...sections, ...late].join('\n').trimEnd();
}

/** Not an empty column, nor the day of the event where a date of the record says the same. */
function isWorthShowing(
  name: string,
  index: number,
  rows: readonly (readonly string[])[],
  { dateNames }: CaseList,
): boolean {
  const isSame = (offset: number) => rows.every(row => row[index] === row[index + 1 + offset]);
  if (name === 'event_on' && dateNames.some((_, offset) => isSame(offset))) return false;
  return rows.some(row => row[index] !== '');
}

function columnNames({ dateNames }: CaseList, measure: Measure): string[] {
  return [
    ...[
      'record_id',
      'person_id',
      'month',
      'team',
      ...levelNames(measure),
      'event_on',
      ...dateNames,
      'limit_on',
    ],
    ...['working_days_late', 'amount', 'weight', 'not_judged'],
  ];
}

function levelNames({ category }: Measure): string[] {
  return (category?.titles ?? []).map((_, index) => `category_${index + 1}`);
}

function rowOf(each: ListedCase, { dateNames }: CaseList, measure: Measure): string[] {
  const { workingDaysLate: late, weight, amount } = each;
  return [
    ...[each.record, each.person, each.month, each.team],
    ...[each.category1, each.category2].slice(0, levelNames(measure).length),
    each.eventOn,
    ...dateNames.map((_, index) => each.dates[index] ?? ''),
    each.limitOn,
    late === null ? '' : `${late}${each.isStillOpen ? ' so far' : ''}`,
    amount === null ? '' : String(amount),
    weight === 1 ? '' : String(weight),
    each.notJudged,
  ].map(printable);
}

/** A cell may hold what moves a terminal's cursor. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

export function casesCsv(list: CaseList, measure: Measure): string {
  const rows = list.cases.map(each => {
    const cells = rowOf(each, list, measure);
    const late = each.workingDaysLate === null ? '' : String(each.workingDaysLate);
    const plain = cells.map(cell => (cell === `${late} so far` ? late : cell));
    return [each.standing, ...plain, each.isStillOpen ? 'yes' : 'no'].map(guardText);
  });
  return stringify([['standing', ...columnNames(list, measure), 'still_open'], ...rows], {
    record_delimiter: '\n',
  });
}
