/** What a dot plot shows, in words: who is highest and lowest, and where this council stands. */
import type { DotRow, DotsChart } from './chart.js';

type RowWithValue = DotRow & { readonly value: number };

export function dotsText({ name, rows }: DotsChart): string {
  const present = rows.filter(hasValue);
  return [
    `${name}: dot plot of ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}, values from zero.`,
    extremes(present),
    ...present.filter(({ isOwn }) => isOwn).map(row => standing(row, present)),
    ...rows.filter(row => !hasValue(row)).map(row => `${row.name}: ${row.shown}.`),
  ]
    .filter(sentence => sentence !== '')
    .join(' ');
}

function extremes(rows: readonly RowWithValue[]): string {
  if (rows.length === 0) return 'None has a figure.';
  const values = rows.map(({ value }) => value);
  const [most, least] = [Math.max(...values), Math.min(...values)];
  if (rows.length > 1 && most === least) return `All ${rows.length} are the same, ${rows[0]?.shown}.`;
  if (rows.length < 2) return '';
  return `Highest ${saidAt(most, rows)}, lowest ${saidAt(least, rows)}.`;
}

/** All that share the value: "England 2019-20 and London 2019-20 (22%)". */
function saidAt(value: number, rows: readonly RowWithValue[]): string {
  const sharing = rows.filter(row => row.value === value);
  return `${sharing.map(({ name }) => name).join(' and ')} (${sharing[0]?.shown})`;
}

function standing(own: RowWithValue, rows: readonly RowWithValue[]): string {
  const above = rows.filter(({ value }) => value > own.value).length;
  const below = rows.filter(({ value }) => value < own.value).length;
  const words = `${own.name} ${own.shown}`;
  return rows.length < 2 ? `${words}.` : `${words}: ${above} above it, ${below} below.`;
}

function hasValue(row: DotRow): row is RowWithValue {
  return row.value !== null;
}
