import type { SameCases } from './reader.js';

/** Months over which counts must agree before a reader takes them for the same cases. */
const FEWEST_MONTHS = 13;
/** Series with so many different numbers in them are not the same by chance. */
const FEWEST_NUMBERS = 4;

interface Series {
  /** Reader's names by month. */
  readonly names: ReadonlyMap<string, string>;
  readonly period: string;
  readonly measure: string;
  readonly category: string;
  readonly values: ReadonlyMap<string, number>;
}

/**
 * Counts that are the same in every month, and counts that are the sum of two others or of one level of a breakdown in every
 * month: a reader who knows the service knows why. Found in the numbers themselves, so that none is forgotten.
 */
export function alike(truths: ReadonlyMap<string, number>): SameCases[] {
  const series = seriesOf(truths);
  const firstOf = new Map<string, Series>();
  const pairs: SameCases[] = [];
  for (const each of series) {
    const key = keyOf(each.period, each.values);
    if (key === '') continue;
    const first = firstOf.get(key);
    if (!first) firstOf.set(key, each);
    else for (const [month, name] of each.names) pairs.push([first.names.get(month) ?? '', [name]]);
  }
  const different = [...firstOf.values()];
  return [...pairs, ...sumsOfLevels(series, firstOf), ...sumsOfTwo(different, firstOf)];
}

function seriesOf(truths: ReadonlyMap<string, number>): Series[] {
  const series = new Map<string, Series & { names: Map<string, string>; values: Map<string, number> }>();
  for (const [name, truth] of [...truths].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const [measure = '', period = '', month = '', category = '', role = ''] = name.split('|');
    if (role === 'amount') continue;
    const key = [measure, period, category, role].join('|');
    const own = series.get(key) ?? { measure, period, category, names: new Map(), values: new Map() };
    own.names.set(month, name);
    own.values.set(month, truth);
    series.set(key, own);
  }
  return [...series.values()];
}

/** '' where there are too few months, or too few numbers to recognise. */
function keyOf(period: string, values: ReadonlyMap<string, number>): string {
  if (values.size < FEWEST_MONTHS || new Set(values.values()).size < FEWEST_NUMBERS) return '';
  return `${period}: ${[...values].map(([month, value]) => `${month} ${value}`).join(', ')}`;
}

function added(parts: readonly Series[]): Map<string, number> {
  const [first, ...others] = parts;
  const sums = new Map<string, number>();
  for (const [month, value] of first?.values ?? []) {
    const rest = others.map(each => each.values.get(month));
    if (rest.every(each => each !== undefined))
      sums.set(
        month,
        rest.reduce((sum, each) => sum + each, value),
      );
  }
  return sums;
}

function joined(whole: Series, parts: readonly Series[]): SameCases[] {
  return [...whole.names].map(([month, name]) => [name, parts.map(part => part.names.get(month) ?? '')]);
}

/** Assessments that end without further action, with and without a strategy discussion, are those of another measure. */
function sumsOfLevels(series: readonly Series[], known: ReadonlyMap<string, Series>): SameCases[] {
  const found: SameCases[] = [];
  const measures = new Set(
    series.filter(({ category }) => category.includes(' / ')).map(({ measure }) => measure),
  );
  for (const measure of measures) {
    for (const period of ['month', 'snapshot', 'ytd', 'rolling-12']) {
      const own = series.filter(
        each => each.measure === measure && each.period === period && each.category !== '',
      );
      for (const level of [0, 1]) {
        const names = new Set(own.map(({ category }) => category.split(' / ')[level]));
        for (const name of names) {
          const parts = own.filter(({ category }) => category.split(' / ')[level] === name);
          const whole = parts.length > 1 ? known.get(keyOf(period, added(parts))) : undefined;
          if (whole) found.push(...joined(whole, parts));
        }
      }
    }
  }
  return found;
}

/** Totals that are two others added together. */
function sumsOfTwo(series: readonly Series[], known: ReadonlyMap<string, Series>): SameCases[] {
  const totals = series.filter(({ category }) => category === '');
  const found: SameCases[] = [];
  for (const [index, one] of totals.entries()) {
    for (const other of totals.slice(index + 1)) {
      if (other.period !== one.period || other.measure === one.measure) continue;
      const whole = known.get(keyOf(one.period, added([one, other])));
      if (whole && whole.measure !== one.measure && whole.measure !== other.measure)
        found.push(...joined(whole, [one, other]));
    }
  }
  return found;
}
