import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { formatNumber, formatValue } from '../../src/figures/display.js';
import { headlinePeriod, type Measure } from '../../src/measures/measure.js';
import { monthName } from '../../src/months.js';
import { toolPath } from '../../src/tool-folder.js';
import { listed } from '../../src/words.js';

/**
 * An example of each measure, worked out to the end: from the invented cases of tests/workspaces/edges in September 2020,
 * whose answers come from another program than this one.
 */

type Row = Readonly<Record<string, string>>;

const MONTH = '2020-09';
const FOLDER = ['tests', 'workspaces', 'edges'] as const;

export type ExampleOf = (measure: Measure) => string;

/** '' for a measure that these cases have no answer for. */
export function readExamples(): ExampleOf {
  const read = (...path: string[]) =>
    parse(readFileSync(toolPath(...FOLDER, ...path), 'utf8'), { columns: true }) as Row[];
  const answers = read('expected.csv').filter(row => row.month === MONTH && row.team === '');
  const returns = read('extracts', 'manual_returns.csv')
    .filter(row => (row.month ?? '') <= MONTH && row.team === '')
    .sort((a, b) => ((a.month ?? '') < (b.month ?? '') ? 1 : -1));
  return measure => {
    if (measure.kind === 'manual') return returned(measure, returns);
    const period = headlinePeriod(measure);
    const own = answers.filter(
      each => each.measure === measure.id && each.period === period && each.of === 'value',
    );
    const row = own.find(each => each.category === '');
    return row ? worked(measure, row, own) : '';
  };
}

function returned(measure: Measure, returns: readonly Row[]): string {
  const row = returns.find(each => each.measure === measure.id);
  if (!row) return '';
  const when = row.month === MONTH ? '' : `Of ${monthName(row.month ?? MONTH)}: `;
  if (row.value)
    return `${when}${row.value} is returned, so the figure is ${shown(measure, Number(row.value))}.`;
  return `${when}${row.numerator} of ${row.denominator} are returned: ${division(measure, row)}.`;
}

function worked(measure: Measure, row: Row, own: readonly Row[]): string {
  if (row.status === 'no-cases') return 'No case was judged, so there is no figure: neither 0% nor 100%.';
  if (row.status !== 'ok') return 'The record does not go back far enough, so there is no figure.';
  const left = leftOut(row);
  switch (measure.kind) {
    case 'ratio':
      return `${amount(row.numerator)} of ${amount(row.denominator)} judged cases are met: ${division(measure, row)}.${left}`;
    case 'average':
      return `A sum of ${amount(row.numerator)} over ${amount(row.denominator)}: ${division(measure, row)}.${left}`;
    case 'rate':
      return `${perChildren(row)} = ${shown(measure, Number(row.value))}.`;
    default:
      return `${counted(measure, row.value)}${parts(measure, own)}, so the figure is ${shown(measure, Number(row.value))}.${left}`;
  }
}

function counted(measure: Measure, number: string | undefined): string {
  // What is weighed, such as posts by their share of full time, adds up to no number of cases.
  if (measure.unit !== 'count') return `The cases add up to ${amount(number)}`;
  return number === '1' ? '1 case is counted' : `${amount(number)} cases are counted`;
}

/** So many are enough to show how a sum is made up. */
const MOST_PARTS = 4;

/** " (25 as Housing, 18 as Health and the others elsewhere)": the largest categories; '' for a measure without any. */
function parts({ category }: Measure, own: readonly Row[]): string {
  const rows = own
    .filter(row => row.category !== '' && Number(row.value) > 0)
    .sort((a, b) => Number(b.value) - Number(a.value));
  if (!category || rows.length === 0) return '';
  const names = rows.slice(0, MOST_PARTS).map(row => `${amount(row.value)} as ${row.category}`);
  const others = rows.length > MOST_PARTS ? ['the others elsewhere'] : [];
  return ` (${listed([...names, ...others])})`;
}

/** "100 × 13 ÷ 20 = 65%". */
function division(measure: Measure, { numerator = '', denominator = '' }: Row): string {
  const scale = measure.unit === 'percent' ? 100 : 1;
  const value = (scale * Number(numerator)) / Number(denominator);
  const factor = scale === 1 ? '' : `${scale} × `;
  return `${factor}${amount(numerator)} ÷ ${amount(denominator)} = ${shown(measure, value)}`;
}

const POPULATION = 36_100;

function perChildren({ value }: Row): string {
  const count = Math.round((Number(value) * POPULATION) / 10_000);
  return `${amount(String(count))} counted, of ${formatNumber(POPULATION, 0)} children: 10,000 × ${amount(String(count))} ÷ ${formatNumber(POPULATION, 0)}`;
}

/** " 3 more are not yet due, and 1 cannot be judged." */
function leftOut({ not_yet_due: due = '', not_judged: unjudged = '' }: Row): string {
  const parts = [
    Number(due) > 0 ? `${due} more ${due === '1' ? 'is' : 'are'} not yet due` : '',
    Number(unjudged) > 0 ? `${unjudged} cannot be judged` : '',
  ].filter(part => part !== '');
  return parts.length === 0 ? '' : ` ${parts.join(', and ')}.`;
}

function amount(number: string | undefined): string {
  const value = Number(number);
  return formatNumber(value, Number.isInteger(value) ? 0 : 2);
}

function shown(measure: Measure, value: number): string {
  // A rounded percentage would hide the division.
  return formatValue(
    value,
    measure.unit,
    measure.unit === 'count' ? measure.decimals : Math.max(1, measure.decimals),
  );
}
