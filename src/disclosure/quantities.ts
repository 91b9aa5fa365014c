import { LEVEL_BREAK } from '../figures/aggregate.js';
import type { Figure } from '../figures/figure.js';
import { groupBy } from '../group-by.js';
import { headlinePeriod, isSnapshot, type Measure } from '../measures/measure.js';

/**
 * The counts behind the figures, and how they add up. A count that several measures print (the plans started, say, which
 * are also what a percentage is out of) is one quantity, so that it is hidden everywhere or nowhere.
 */

/** A figure's counts: its cases; those that met the standard; those that did not. */
export type Role = 'all' | 'met' | 'notMet';

export interface Quantity {
  /** By month of the ground; null where there is no figure. */
  readonly values: readonly (number | null)[];
  /** About children: 1 to 5 of them are never printed. */
  readonly isAttribute: boolean;
  /** A total whose months add up to its year, and part of nothing: its year can stand while two of its months do not. */
  readonly isWholeTotal: boolean;
  /** Of events and not of month ends: the ground holds its financial years from their start. */
  readonly hasWholeYears: boolean;
  /** The quantity that this one is the twelve months of; null where it is none. */
  readonly yearOf: number | null;
}

/** A total and the parts that add up to it, by their places in `quantities`. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** Open now = open before + started - ended. */
export interface Flow {
  readonly open: number;
  readonly started: number;
  readonly ended: number;
}

export interface Ground {
  /** Oldest first, none left out. */
  readonly months: readonly string[];
  readonly quantities: readonly Quantity[];
  readonly sums: readonly Sum[];
  readonly flows: readonly Flow[];
  /** The place of a count in `quantities`. @param category '' for the total */
  readonly find: (measure: string, category: string, role: Role) => number | undefined;
}

/** Months over which two counts must be equal to be taken for one: those of a chart. */
const MONTHS_ALIKE = 13;
const YEAR = 12;

interface Draft {
  readonly measure: Measure;
  readonly values: (number | null)[];
  readonly isTotal: boolean;
}

type DraftSum = { readonly total: string; readonly parts: readonly string[] };

/**
 * @param monthly the figure of every month, or month end, of the whole service and its categories
 * @param months those of the ground, oldest first
 */
export function groundOf(
  measures: readonly Measure[],
  monthly: readonly Figure[],
  months: readonly string[],
): Ground {
  const drafts = new Map<string, Draft>();
  const sums: DraftSum[] = [];
  const figuresOf = groupBy(monthly, figure => figure.measure);
  for (const measure of measures.filter(each => each.disclosure !== 'none')) {
    readCounts(measure, figuresOf.get(measure.id) ?? [], months, drafts);
    if (measure.disclosure === 'attribute') sums.push(...sumsOf(measure, drafts));
  }
  sums.push(...addSubtotals(measures, drafts));
  return joinAlike(measures, drafts, sums, months);
}

function keyOf(measure: string, category: string, role: Role): string {
  return [measure, category, role].join('\u0000');
}

function readCounts(
  measure: Measure,
  figures: readonly Figure[],
  months: readonly string[],
  drafts: Map<string, Draft>,
): void {
  const place = new Map(months.map((month, index) => [month, index]));
  const period = headlinePeriod(measure);
  for (const figure of figures) {
    const index = place.get(figure.month);
    if (index === undefined || figure.period !== period || figure.of !== 'value' || figure.team !== '')
      continue;
    for (const [role, count] of Object.entries(countsOf(figure, measure)) as [Role, number][]) {
      const key = keyOf(measure.id, figure.category, role);
      let draft = drafts.get(key);
      if (!draft) {
        draft = {
          measure,
          values: months.map(() => null),
          isTotal: figure.category === '' && role === 'all',
        };
        drafts.set(key, draft);
      }
      draft.values[index] = count;
    }
  }
}

/** Whole counts that stand behind a figure; none where it has no value, or no counts to judge it by. */
export function countsOf(figure: Figure, measure: Measure): Partial<Record<Role, number>> {
  const { status, value, numerator, denominator } = figure;
  if (status === 'no-data') return {};
  if (measure.kind === 'rate') return numerator === null ? {} : { all: numerator };
  if (measure.kind === 'average') return denominator === null ? {} : { all: denominator };
  if (numerator !== null && denominator !== null) {
    if (measure.disclosure === 'process') return { all: denominator };
    return { all: denominator, met: numerator, notMet: denominator - numerator };
  }
  return isCount(measure) && value !== null ? { all: value } : {};
}

function isCount({ unit }: Measure): boolean {
  return unit === 'count';
}

/** Met and not met add up to all judged; categories to the total. */
function sumsOf(measure: Measure, drafts: Map<string, Draft>): DraftSum[] {
  const categories = categoriesOf(measure, drafts);
  const sums: DraftSum[] = [];
  for (const category of ['', ...categories]) {
    if (!drafts.has(keyOf(measure.id, category, 'met'))) continue;
    sums.push({
      total: keyOf(measure.id, category, 'all'),
      parts: (['met', 'notMet'] as const).map(role => keyOf(measure.id, category, role)),
    });
  }
  if (categories.length === 0 || measure.distinct || measure.kind === 'average') return sums;
  for (const role of ['all', 'met', 'notMet'] as const) {
    const total = keyOf(measure.id, '', role);
    if (!drafts.has(total)) continue;
    sums.push({ total, parts: categories.map(category => keyOf(measure.id, category, role)) });
  }
  return sums;
}

/**
 * Sums over one of two levels of categories. No table prints them, but another measure may: assessments that end without
 * further action are counted by themselves, and also with and without a strategy discussion.
 */
function addSubtotals(measures: readonly Measure[], drafts: Map<string, Draft>): DraftSum[] {
  return measures
    .filter(measure => measure.disclosure === 'attribute' && measure.category?.titles.length === 2)
    .flatMap(measure => {
      const others = [...drafts.values()].filter(draft => draft.measure !== measure);
      const printed = new Set(others.map(draft => seriesKey(draft.values)));
      return [0, 1].flatMap(level => printedSubtotals(measure, level, drafts, printed));
    });
}

interface Subtotal {
  readonly key: string;
  readonly parts: readonly string[];
}

function printedSubtotals(
  measure: Measure,
  level: number,
  drafts: Map<string, Draft>,
  printed: ReadonlySet<string>,
): DraftSum[] {
  const categories = categoriesOf(measure, drafts);
  const groups = groupBy(categories, category => category.split(LEVEL_BREAK)[level] ?? category);
  const named = (name: string, members: readonly string[]): Subtotal => ({
    key: keyOf(measure.id, `${level}${LEVEL_BREAK}${name}`, 'all'),
    parts: members.map(category => keyOf(measure.id, category, 'all')),
  });
  const found = [...groups]
    .map(([name, members]) => named(name, members))
    .filter(({ parts }) => {
      const series = seriesKey(addedSeries(parts, drafts));
      return series !== '' && printed.has(series);
    });
  if (found.length === 0) return [];
  // Whoever knows the total and these subtotals knows the sum of all else.
  const taken = new Set(found.flatMap(({ parts }) => parts));
  const rest = named(
    '',
    categories.filter(category => !taken.has(keyOf(measure.id, category, 'all'))),
  );
  const all = rest.parts.length > 0 ? [...found, rest] : found;
  for (const { key, parts } of all)
    drafts.set(key, { measure, values: addedSeries(parts, drafts), isTotal: false });
  return [
    ...all.map(({ key, parts }) => ({ total: key, parts })),
    { total: keyOf(measure.id, '', 'all'), parts: all.map(({ key }) => key) },
  ];
}

function addedSeries(keys: readonly string[], drafts: ReadonlyMap<string, Draft>): (number | null)[] {
  const series = keys.map(key => drafts.get(key)?.values ?? []);
  return (series[0] ?? []).map((_, index) => added(series.map(each => each[index] ?? null)));
}

function categoriesOf({ id }: Measure, drafts: ReadonlyMap<string, Draft>): string[] {
  return [...drafts.keys()]
    .map(key => key.split('\u0000'))
    .filter(([measure, category, role]) => measure === id && category !== '' && role === 'all')
    .map(([, category = '']) => category);
}

function added(counts: readonly (number | null)[]): number | null {
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

/** The latest months as text; '' where a series is too short, or has nothing in it that could be recognised. */
function seriesKey(values: readonly (number | null)[]): string {
  const latest = values.slice(-MONTHS_ALIKE);
  if (latest.length < MONTHS_ALIKE || latest.includes(null) || latest.every(value => value === 0)) return '';
  return latest.join(' ');
}

function joinAlike(
  measures: readonly Measure[],
  drafts: ReadonlyMap<string, Draft>,
  draftSums: readonly DraftSum[],
  months: readonly string[],
): Ground {
  const placeOf = new Map<string, number>();
  const members: { values: (number | null)[]; drafts: Draft[]; keys: string[] }[] = [];
  const known = new Map<string, number>();
  for (const [key, draft] of drafts) {
    const series = seriesKey(draft.values);
    let place = series === '' ? undefined : known.get(series);
    const alike = place === undefined ? undefined : members[place];
    if (!alike || !agree(alike.values, draft.values)) {
      place = members.push({ values: [...draft.values], drafts: [], keys: [] }) - 1;
      if (series !== '' && !known.has(series)) known.set(series, place);
    }
    const member = members[place ?? 0];
    member?.drafts.push(draft);
    member?.keys.push(key);
    draft.values.forEach((value, index) => {
      if (member) member.values[index] ??= value;
    });
    placeOf.set(key, place ?? 0);
  }
  const at = (key: string) => placeOf.get(key) ?? 0;
  const sums = draftSums.map(({ total, parts }) => ({ total: at(total), parts: parts.map(at) }));
  const isPart = new Set(sums.flatMap(sum => sum.parts));
  const years = yearsOf(members, months);
  return {
    months,
    sums: distinctSums(sums),
    quantities: members.map((member, index) => ({
      values: member.values,
      isAttribute: member.drafts.some(draft => draft.measure.disclosure === 'attribute'),
      isWholeTotal:
        !isPart.has(index) &&
        member.drafts.every(draft => draft.isTotal && !isSnapshot(draft.measure) && !draft.measure.distinct),
      hasWholeYears: member.drafts.every(draft => !isSnapshot(draft.measure)),
      yearOf: years.get(index) ?? null,
    })),
    flows: measures.flatMap(({ id, startedBy, endedBy }) => {
      const [open, started, ended] = [id, startedBy, endedBy].map(each =>
        placeOf.get(keyOf(each, '', 'all')),
      );
      return open === undefined || started === undefined || ended === undefined
        ? []
        : [{ open, started, ended }];
    }),
    find: (measure, category, role) => placeOf.get(keyOf(measure, category, role)),
  };
}

function agree(one: readonly (number | null)[], other: readonly (number | null)[]): boolean {
  return one.every((value, index) => {
    const second = other[index] ?? null;
    return value === null || second === null || value === second;
  });
}

/** Two measures of one total may have the same sum. */
function distinctSums(sums: readonly Sum[]): Sum[] {
  const byName = new Map(sums.map(sum => [`${sum.total}=${[...sum.parts].sort().join('+')}`, sum]));
  return [...byName.values()];
}

/** Which quantities over twelve months are the twelve months of which monthly ones, by their latest months. */
function yearsOf(
  members: readonly { readonly values: readonly (number | null)[]; readonly drafts: readonly Draft[] }[],
  months: readonly string[],
): Map<number, number> {
  const monthly = new Map<string, number>();
  members.forEach(({ values, drafts }, index) => {
    if (!drafts.some(draft => !isSnapshot(draft.measure) && !draft.measure.distinct)) return;
    const years = months.map((_, end) =>
      end < YEAR - 1 ? null : added(values.slice(end - YEAR + 1, end + 1)),
    );
    const key = seriesKey(years);
    if (key !== '' && !monthly.has(key)) monthly.set(key, index);
  });
  const found = new Map<number, number>();
  members.forEach(({ values, drafts }, index) => {
    if (!drafts.some(draft => draft.measure.window === YEAR)) return;
    const source = monthly.get(seriesKey(values));
    if (source !== undefined && source !== index) found.set(index, source);
  });
  return found;
}
