import { monthName } from '../months.js';
import type { Figure, Unit } from './figure.js';
import { roundText } from './rounding.js';

/** How figures are written for readers, in one place so that a table, a chart and a sentence never differ. */

const SUFFIX: Readonly<Record<Unit, (isOne: boolean) => string>> = {
  percent: () => '%',
  count: () => '',
  days: isOne => (isOne ? ' day' : ' days'),
  weeks: isOne => (isOne ? ' week' : ' weeks'),
  'per 10000': () => ' per 10,000',
  fte: () => ' FTE',
  score: () => '',
  'cases per worker': isOne => (isOne ? ' case per worker' : ' cases per worker'),
  'cases per fte': isOne => (isOne ? ' case per FTE' : ' cases per FTE'),
};

/** "39%", "1,203 days", "34.6 per 10,000". */
export function formatValue(value: number, unit: Unit, decimals: number): string {
  const number = formatNumber(value, decimals);
  return `${number}${SUFFIX[unit](number === '1')}`;
}

/** What stands behind a number: "%", "days", "per 10,000"; '' for a plain number. */
export function unitWords(unit: Unit): string {
  return SUFFIX[unit](false).trim();
}

/** "1,203" with a thousands comma, rounded half away from zero. */
export function formatNumber(value: number, decimals: number): string {
  const [whole = '0', fraction] = roundText(value, decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The figure as a reader sees it, or why there is none. `decimals` comes from the measure. */
export function formatFigure(figure: Figure | undefined, decimals: number): string {
  if (!figure) return 'no data';
  if (figure.status === 'no-cases') return 'no cases';
  if (figure.status === 'suppressed') return 'c';
  if (figure.value === null) return 'no data';
  return formatValue(figure.value, figure.unit, decimals);
}

/** Why there is no figure, for a reader: without the word that tells programs what kind of reason it is. */
export function reasonInWords({ reason }: Pick<Figure, 'reason'>): string {
  return reason
    .replace(/^(?:history|definition|population|manual): /, '')
    .replace(/\b\d{4}-\d{2}$/, month => monthName(month));
}
