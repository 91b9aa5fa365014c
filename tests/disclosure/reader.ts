import loadHighs, { type Highs, type ModelData } from 'highs';
import type { Figure } from '../../src/figures/figure.js';
import type { Measure } from '../../src/measures/measure.js';
import { addMonths, yearStart } from '../../src/months.js';

/**
 * A reader who wants to know what a c stands for. He holds what was printed and nothing else: the figures of this pack and of
 * those before it. He knows how counts hang together, and has a solver for whole numbers.
 */

// The package's types describe its CommonJS form, in which the loader is the module's default.
const highs = await (loadHighs as unknown as () => Promise<Highs>)();

/** Coefficients by count; they add up to between low and high. */
interface Line {
  readonly terms: ReadonlyMap<string, number>;
  readonly low: number;
  readonly high: number;
}

/** A count, and the counts of other measures that make it up: one or several. */
export type SameCases = readonly [whole: string, parts: readonly string[]];

interface Known {
  /** The printed count; null for a c. */
  readonly value: number | null;
  /** What the reader takes for granted of a c: 1, or 0 where a nought may stand behind it. */
  least: number;
}

export interface Narrowed {
  readonly count: string;
  readonly truth: number;
  readonly lowest: number;
  readonly highest: number;
}

const THRESHOLD = 5;
const MOST = 100_000;

/** @param same counts that anyone can tell are the same cases: a percentage's and a count's, or a part's and a whole's */
export class Reader {
  private readonly known = new Map<string, Known>();
  private readonly lines: Line[] = [];
  /** Totals with their parts of the same month. */
  private readonly wholes: SameCases[] = [];
  private readonly measures: ReadonlyMap<string, Measure>;

  constructor(
    packs: readonly (readonly Figure[])[],
    measures: readonly Measure[],
    private readonly same: readonly SameCases[] = [],
  ) {
    this.measures = new Map(measures.map(measure => [measure.id, measure]));
    const figures = new Map<string, Figure>();
    for (const figure of packs.flat()) {
      const key = [figure.measure, figure.of, figure.period, figure.month, figure.category].join('|');
      // What one pack prints and another does not, is printed.
      if (figure.team === '' && figures.get(key)?.status !== 'ok') figures.set(key, figure);
    }
    for (const figure of figures.values()) this.read(figure);
    this.hangTogether([...figures.values()]);
  }

  /** Hidden counts of 1 to 5 that he can narrow down. @param truths every count as it is, by the reader's names */
  attack(truths: ReadonlyMap<string, number>): Narrowed[] {
    // Where a nought stands behind a c after all, he does not rule it out.
    for (const [name, known] of this.known)
      if (known.value === null && (truths.get(name) ?? 0) < known.least) known.least = 0;
    // What does not hold of the truth would only lead him astray: flows count records, and who is open children.
    const holds = this.lines.filter(line => isTrue(line, truths));
    this.lines.splice(0, this.lines.length, ...holds);
    const found = this.components().flatMap(component => this.narrow(component, truths));
    return found.length > 0 ? beyondPattern(found, this.withoutNumbers(truths)) : [];
  }

  /** What he could tell from the c's and the noughts alone, such as that two c's add up to 2 or more. */
  private withoutNumbers(truths: ReadonlyMap<string, number>): Narrowed[] {
    const printed = [...this.known].filter(([, { value }]) => value !== null && value > 0);
    for (const [name] of printed) this.known.delete(name);
    const found = this.components().flatMap(component => this.narrow(component, truths));
    for (const [name, known] of printed) this.known.set(name, known);
    return found;
  }

  /** How many counts of 1 to 5 are hidden: a test that found none would prove nothing. */
  targets(truths: ReadonlyMap<string, number>): string[] {
    return [...this.known].flatMap(([name, { value }]) => {
      const truth = truths.get(name) ?? 0;
      return value === null && truth >= 1 && truth <= THRESHOLD ? [name] : [];
    });
  }

  private read(figure: Figure): void {
    const measure = this.measures.get(figure.measure);
    const isCounted = figure.of === 'value' && figure.status !== 'no-data';
    if (measure?.disclosure !== 'attribute' || !isCounted) return;
    const place = [figure.measure, figure.period, figure.month, figure.category];
    const name = (role: string) => [...place, role].join('|');
    const isShown = figure.status !== 'suppressed';
    // Of several months no more is taken for granted than of each.
    const isOneMonth = figure.period === 'month' || (figure.period === 'snapshot' && measure.window === 0);
    const learn = (role: string, value: number | null) =>
      this.known.set(name(role), { value, least: isOneMonth ? 1 : 0 });
    if (measure.kind === 'ratio') {
      const [met, all] = isShown ? [figure.numerator, figure.denominator] : [null, null];
      learn('all', all);
      learn('met', met);
      learn('notMet', all === null || met === null ? null : all - met);
      this.wholes.push([name('all'), [name('met'), name('notMet')]]);
      return;
    }
    const count =
      measure.kind === 'rate'
        ? figure.numerator
        : measure.kind === 'average'
          ? figure.denominator
          : figure.value;
    learn('all', isShown ? count : null);
  }

  private sum(total: string, parts: readonly string[], sign = 1): void {
    const terms = new Map<string, number>([[total, -sign]]);
    for (const part of parts) terms.set(part, (terms.get(part) ?? 0) + sign);
    this.lines.push({ terms, low: 0, high: 0 });
  }

  /** Categories make totals, months make years, who is open is who was, and came, and did not leave. */
  private hangTogether(figures: readonly Figure[]): void {
    for (const figure of figures) {
      const measure = this.measures.get(figure.measure);
      if (!measure || figure.of === 'rate') continue;
      for (const role of ['all', 'met', 'notMet']) {
        const name = (month: string, period: string = figure.period, category = figure.category) =>
          [figure.measure, period, month, category, role].join('|');
        if (!this.known.has(name(figure.month))) continue;
        if (figure.period === 'ytd' && !measure.distinct)
          this.sum(
            name(figure.month),
            monthsOf(yearStart(figure.month), figure.month).map(month => name(month, 'month')),
          );
        if (figure.period === 'rolling-12' && !measure.distinct)
          this.sum(
            name(figure.month),
            monthsOf(addMonths(figure.month, -11), figure.month).map(month => name(month, 'month')),
          );
        if (figure.category !== '' || measure.distinct) continue;
        const parts = figures.filter(
          ({ measure: id, period, month, category, of }) =>
            id === figure.measure &&
            period === figure.period &&
            month === figure.month &&
            category !== '' &&
            of === 'value',
        );
        if (parts.length === 0 || measure.kind === 'average') continue;
        const names = parts.map(part => name(figure.month, figure.period, part.category));
        this.wholes.push([name(figure.month), names]);
      }
    }
    for (const [total, parts] of this.wholes) this.sum(total, parts);
    this.followFlows(figures);
    this.noughts();
    for (const [whole, parts] of this.same) this.sum(whole, parts);
  }

  private followFlows(figures: readonly Figure[]): void {
    for (const { id, startedBy, endedBy } of this.measures.values()) {
      if (startedBy === '') continue;
      for (const { month } of figures.filter(
        ({ measure, category, of }) => measure === id && category === '' && of === 'value',
      )) {
        const [open, before] = [month, addMonths(month, -1)].map(each => `${id}|snapshot|${each}||all`);
        const [came, went] = [startedBy, endedBy].map(each => `${each}|month|${month}||all`);
        if (!open || !before || !came || !went) continue;
        const isWhole = [open, before, came, went].every(each => this.known.has(each));
        const hasHiddenEnd = [open, before].some(each => (this.known.get(each)?.value ?? null) === null);
        for (const each of [open, came, went]) {
          const known = this.known.get(each);
          if (known && hasHiddenEnd) known.least = 0;
        }
        if (!isWhole) continue;
        const terms = new Map([
          [open, -1],
          [before, 1],
          [came, 1],
          [went, -1],
        ]);
        this.lines.push({ terms, low: 0, high: 0 });
      }
    }
  }

  /** A nought may be a c where the total that it is part of is one, and where another measure prints the same count so. */
  private noughts(): void {
    for (let pass = 0; pass < 4; pass++) {
      for (const [total, parts] of [...this.wholes, ...this.same]) {
        if (this.known.get(total)?.value === null) this.mayBeNought(parts);
        if (parts.length === 1 && this.known.get(parts[0] ?? '')?.least === 0) this.mayBeNought([total]);
      }
    }
  }

  private mayBeNought(names: readonly string[]): void {
    for (const name of names) {
      const known = this.known.get(name);
      if (known) known.least = 0;
    }
  }

  /** Unknown counts that hang together, by the lines that join them. */
  private components(): Line[][] {
    const root = new Map<string, string>();
    const find = (name: string): string => {
      let at = name;
      while (root.has(at) && root.get(at) !== at) at = root.get(at) ?? at;
      return at;
    };
    const open = this.lines.map(line => this.withoutKnown(line)).filter(({ terms }) => terms.size > 0);
    for (const { terms } of open) {
      const [first = '', ...others] = [...terms.keys()];
      if (!root.has(first)) root.set(first, first);
      for (const other of others) {
        if (!root.has(other)) root.set(other, other);
        root.set(find(other), find(first));
      }
    }
    const groups = new Map<string, Line[]>();
    for (const line of open) {
      const at = find([...line.terms.keys()][0] ?? '');
      groups.set(at, [...(groups.get(at) ?? []), line]);
    }
    return [...groups.values()];
  }

  private withoutKnown({ terms, low, high }: Line): Line {
    let printed = 0;
    const left = new Map<string, number>();
    for (const [name, coefficient] of terms) {
      const value = this.known.get(name)?.value;
      if (value === null || value === undefined) left.set(name, coefficient);
      else printed += coefficient * value;
    }
    return { terms: left, low: low - printed, high: high - printed };
  }

  private narrow(lines: readonly Line[], truths: ReadonlyMap<string, number>): Narrowed[] {
    const names = [...new Set(lines.flatMap(({ terms }) => [...terms.keys()]))];
    const isTarget = (name: string) => {
      const truth = truths.get(name) ?? 0;
      return this.known.has(name) && truth >= 1 && truth <= THRESHOLD;
    };
    const seen = new Map(names.filter(isTarget).map(name => [name, { lowest: MOST, highest: 0 }]));
    if (seen.size === 0) return [];
    const least = names.map(name => this.known.get(name)?.least ?? 0);
    const model = highs.createModel(modelOf(lines, names, least));
    const sought = [...names.keys()].filter(index => seen.has(names[index] ?? ''));
    /** How low, or how high, some counts can be together, each from 1 to the threshold. */
    const push = (indexes: readonly number[], cost: number) => {
      for (const index of indexes) {
        model.changeColBounds(index, 1, THRESHOLD);
        model.changeColCost(index, cost);
      }
      model.run();
      if (model.getModelStatus() !== OPTIMAL) throw new Error('what is printed contradicts itself');
      notice(seen, names, model.getSolution().colValue);
      for (const index of indexes) {
        model.changeColCost(index, 0);
        model.changeColBounds(index, least[index] ?? 0, MOST);
      }
    };
    try {
      for (const cost of [1, -1]) {
        const isOpen = (index: number) => {
          const range = seen.get(names[index] ?? '');
          return range !== undefined && (cost === 1 ? range.lowest > 1 : range.highest < THRESHOLD);
        };
        // Many at once answers for most of them; those left are asked together, then one by one.
        let left = sought.filter(isOpen);
        let before: number;
        do {
          before = left.length;
          push(left, cost);
          left = left.filter(isOpen);
        } while (left.length < before && left.length > 0);
        for (const index of left) if (isOpen(index)) push([index], cost);
      }
    } finally {
      model.dispose();
    }
    return [...seen].flatMap(([count, range]) =>
      range.lowest > 1 || range.highest < THRESHOLD
        ? [{ count, truth: truths.get(count) ?? 0, ...range }]
        : [],
    );
  }
}

/** Whether a line holds; one with a count that nobody knows may. */
function isTrue({ terms, low, high }: Line, truths: ReadonlyMap<string, number>): boolean {
  let sum = 0;
  for (const [name, coefficient] of terms) {
    const truth = truths.get(name);
    if (truth === undefined) return true;
    sum += coefficient * truth;
  }
  return sum >= low && sum <= high;
}

function beyondPattern(found: readonly Narrowed[], pattern: readonly Narrowed[]): Narrowed[] {
  const known = new Map(pattern.map(each => [each.count, each]));
  return found.filter(({ count, lowest, highest }) => {
    const { lowest: least = 1, highest: most = THRESHOLD } = known.get(count) ?? {};
    return lowest > least || highest < most;
  });
}

const OPTIMAL = 7;
const NOISE = 1e-6;

/** One answer of the solver shows what many counts may be. */
function notice(
  seen: ReadonlyMap<string, { lowest: number; highest: number }>,
  names: readonly string[],
  values: Float64Array,
): void {
  for (const [index, name] of names.entries()) {
    const range = seen.get(name);
    const value = values[index] ?? 0;
    if (!range || value < 1 - NOISE || value > THRESHOLD + NOISE) continue;
    range.lowest = Math.min(range.lowest, Math.ceil(value - NOISE));
    range.highest = Math.max(range.highest, Math.floor(value + NOISE));
  }
}

function modelOf(lines: readonly Line[], names: readonly string[], least: readonly number[]): ModelData {
  const place = new Map(names.map((name, index) => [name, index]));
  const rows = lines.map(({ terms }) =>
    [...terms].map(([name, coefficient]) => [place.get(name) ?? 0, coefficient] as const),
  );
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
  return {
    numCols: names.length,
    numRows: lines.length,
    colCost: names.map(() => 0),
    colLower: least,
    colUpper: names.map(() => MOST),
    rowLower: lines.map(line => line.low),
    rowUpper: lines.map(line => line.high),
    matrix: {
      format: 'csr',
      numRows: lines.length,
      numCols: names.length,
      starts,
      indices: rows.flat().map(([index]) => index),
      values: rows.flat().map(([, coefficient]) => coefficient),
    },
  };
}

function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** Every count of the full figures by the reader's names, for the test to compare with. */
export function truthsOf(figures: readonly Figure[], measures: readonly Measure[]): Map<string, number> {
  const truths = new Map<string, number>();
  const byId = new Map(measures.map(measure => [measure.id, measure]));
  for (const figure of figures) {
    const measure = byId.get(figure.measure);
    if (!measure || figure.of === 'rate' || figure.team !== '' || figure.status === 'no-data') continue;
    const name = (role: string) =>
      [figure.measure, figure.period, figure.month, figure.category, role].join('|');
    if (measure.kind === 'ratio') {
      truths.set(name('all'), figure.denominator ?? 0);
      truths.set(name('met'), figure.numerator ?? 0);
      truths.set(name('notMet'), (figure.denominator ?? 0) - (figure.numerator ?? 0));
    } else {
      const count =
        measure.kind === 'rate'
          ? figure.numerator
          : measure.kind === 'average'
            ? figure.denominator
            : figure.value;
      truths.set(name('all'), count ?? 0);
    }
  }
  return truths;
}
