import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { formatNumber, formatValue } from '../../src/figures/display.js';
import { headlinePeriod, type Measure } from '../../src/measures/measure.js';
import { toolPath } from '../../src/tool-folder.js';

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
  const ofMonth = (row: Row) => row.month === MONTH && row.team === '';
  const answers = read('expected.csv').filter(row => ofMonth(row) && row.category === '');
  const returns = read('extracts', 'manual_returns.csv').filter(ofMonth);
  return measure => {
    if (measure.kind === 'manual') return returned(measure, returns);
    const period = headlinePeriod(measure);
    const row = answers.find(each => each.measure === measure.id && each.period === period);
    return row ? worked(measure, row) : '';
  };
}

function returned(measure: Measure, returns: readonly Row[]): string {
  const row = returns.find(each => each.measure === measure.id);
  if (!row) return '';
  if (row.value) return `${row.value} is returned, so the figure is ${shown(measure, Number(row.value))}.`;
  return `${row.numerator} of ${row.denominator} are returned: ${division(measure, row)}.`;
}

function worked(measure: Measure, row: Row): string {
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
      return `${amount(row.value)} counted.${left}`;
  }
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
  return formatValue(value, measure.unit, Math.max(1, measure.decimals));
}
