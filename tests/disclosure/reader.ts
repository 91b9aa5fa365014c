import type { Figure } from '../../src/figures/figure.js';
import { decimalsShown } from '../../src/figures/labels.js';
import { headlinePeriod, type Measure } from '../../src/measures/measure.js';
import { addMonths, yearStart } from '../../src/months.js';
import type { Population, Target } from '../../src/workspace/tables.js';
import { isSmallAndHidden, type Line, type Narrowed, narrow, type Unknown } from './solver.js';

/**
 * A reader who wants to know what a c stands for. He holds what was printed and nothing else: the figures of this pack and of
 * those before it. He knows how counts hang together, how numbers are rounded, and has a solver for whole numbers.
 */

/** A count, and the counts of other measures that make it up: one or several. */
export type SameCases = readonly [whole: string, parts: readonly string[]];

/**
 * What he makes of a sum that does not hold of the records. He leaves it out; or is told by how much it does not hold, which is
 * more than he can know; or trusts it all the same.
 */
export type UntrueSums = 'left out' | 'told by how much' | 'trusted';

export interface ReaderInput {
  readonly packs: readonly (readonly Figure[])[];
  readonly measures: readonly Measure[];
  readonly targets?: readonly Target[];
  readonly populations?: readonly Population[];
  /** Counts that anyone can tell are the same cases: a percentage's and a count's, or a part's and a whole's. */
  readonly same?: readonly SameCases[];
  readonly untrueSums?: UntrueSums;
}

export type { Narrowed };

export interface Attack {
  /** Hidden counts of 1 to 5. */
  readonly targets: readonly string[];
  /** Those that he can narrow down. */
  readonly found: readonly Narrowed[];
  /** Sums that c's and noughts alone, without any number, say something of: two c's add up to 2 or more. */
  readonly saidByPattern: readonly Narrowed[];
  readonly identities: number;
  /** Identities that do not hold of the records: who is open are children, who comes and goes records. */
  readonly untrue: readonly string[];
  /** Noughts that are printed as c where the rule says that a c stands for 1 or more. */
  readonly unexpectedNoughts: readonly string[];
}

interface Known {
  /** The printed count; null for one that is not printed. */
  value: number | null;
  least: number;
  most: number;
  /** Held back as a small number, or to keep one from being worked out: 1 to the threshold of it may not be learned. */
  isHidden: boolean;
}

interface Whole {
  readonly total: string;
  readonly parts: readonly string[];
}

const THRESHOLD = 5;
const FEWEST_JUDGED = 10;
const MOST = 100_000;
const ROLES = ['all', 'met', 'notMet', 'amount'];
const PER_CHILDREN = 10_000;

export class Reader {
  private readonly known = new Map<string, Known>();
  private readonly lines: Line[] = [];
  /** Totals with their parts of the same month. */
  private readonly wholes: Whole[] = [];
  private readonly flows: { readonly open: string[]; readonly moved: string[] }[] = [];
  private readonly measures: ReadonlyMap<string, Measure>;
  /** Names of one and the same count. */
  private readonly alias = new Map<string, string>();

  constructor(private readonly input: ReaderInput) {
    this.measures = new Map(input.measures.map(measure => [measure.id, measure]));
    const figures = new Map<string, Figure>();
    for (const figure of input.packs.flat()) {
      const key = [figure.measure, figure.of, figure.period, figure.month, figure.category].join('|');
      // What one pack prints and another does not, is printed; of two numbers the later one, since records change.
      const isPrinted = figure.status === 'ok' || figures.get(key)?.status !== 'ok';
      if (figure.team === '' && isPrinted) figures.set(key, figure);
    }
    for (const [whole, parts] of input.same ?? [])
      if (parts.length === 1) this.alias.set(this.find(parts[0] ?? ''), this.find(whole));
    const all = [...figures.values()];
    for (const figure of all) this.read(figure);
    this.hangTogether(all);
    this.noughts();
  }

  /**
   * @param truths every count as it is, by the reader's names
   * @param isSought whether he looks for a count; all are looked for without it
   */
  attack(truths: ReadonlyMap<string, number>, isSought = (_count: string) => true): Attack {
    const truthOf = this.truthsByName(truths);
    const untrue = this.lines.filter(line => !isTrue(line, truthOf));
    const lines = this.lines.flatMap(line => (untrue.includes(line) ? this.made(line, truthOf) : [line]));
    const unexpectedNoughts: string[] = [];
    const unknown = new Map<string, Unknown>();
    for (const [name, known] of this.known) {
      if (known.value !== null) continue;
      const truth = truthOf.get(name);
      if (truth !== undefined && truth < known.least) {
        unexpectedNoughts.push(name);
        known.least = truth;
      }
      unknown.set(name, { ...known, isHidden: known.isHidden && isSought(name), truth: truth ?? null });
    }
    const printed = new Map(
      [...this.known].flatMap(([name, { value }]) => (value === null ? [] : [[name, value] as const])),
    );
    const found = narrow({ lines, printed, unknown, threshold: THRESHOLD });
    const noughtsOnly = new Map([...printed].filter(([, value]) => value === 0));
    const nobody: Unknown = { least: 0, most: MOST, isHidden: false, truth: null };
    const withoutNumbers = new Map([
      ...[...this.known.keys()].map(name => [name, nobody] as const),
      // What rates and percentages leave of a count are numbers too.
      ...[...unknown].map(
        ([name, each]) => [name, { ...each, least: Math.min(each.least, 1), most: MOST }] as const,
      ),
    ]);
    for (const name of noughtsOnly.keys()) withoutNumbers.delete(name);
    const sums = lines.filter(({ isSum }) => isSum);
    const saidByPattern =
      found.length === 0
        ? []
        : narrow({
            lines: sums,
            printed: noughtsOnly,
            unknown: withoutNumbers,
            threshold: THRESHOLD,
            only: new Set(found.map(({ count }) => count)),
          });
    return {
      targets: [...unknown].flatMap(([name, each]) => (isSmallAndHidden(each, THRESHOLD) ? [name] : [])),
      found: found.filter(each => !isSaidBy(saidByPattern, each)),
      saidByPattern,
      identities: lines.length,
      untrue: untrue.map(({ says }) => says),
      unexpectedNoughts,
    };
  }

  /** What he makes of a line that does not hold. */
  private made(line: Line, truths: ReadonlyMap<string, number>): Line[] {
    const { untrueSums = 'left out' } = this.input;
    if (untrueSums === 'trusted') return [line];
    if (untrueSums === 'left out' || !line.isSum) return [];
    const sum = sumOf(line, truths) ?? 0;
    return [{ ...line, low: sum, high: sum }];
  }

  private truthsByName(truths: ReadonlyMap<string, number>): Map<string, number> {
    const found = new Map<string, number>();
    for (const [name, truth] of truths) found.set(this.find(name), truth);
    return found;
  }

  private find(name: string): string {
    let at = name;
    for (let next = this.alias.get(at); next !== undefined && next !== at; next = this.alias.get(at))
      at = next;
    return at;
  }

  private learn(
    name: string,
    { value = null, least = 0, most = MOST, isHidden = false }: Partial<Known>,
  ): void {
    const at = this.find(name);
    const before = this.known.get(at);
    if (!before) {
      this.known.set(at, { value, least, most, isHidden });
      return;
    }
    before.value ??= value;
    before.least = Math.max(before.least, least);
    before.most = Math.min(before.most, most);
    before.isHidden ||= isHidden;
  }

  private read(figure: Figure): void {
    const measure = this.measures.get(figure.measure);
    if (!measure || measure.disclosure === 'none' || figure.status === 'no-data') return;
    const name = (role: string) => nameOf(figure, role);
    if (figure.of === 'rate') this.readRate(figure, measure);
    else if (figure.status === 'suppressed') this.readHidden(figure, measure, name);
    else if (isRatio(measure) && measure.disclosure === 'attribute') {
      const [all, met] = [figure.denominator ?? 0, figure.numerator ?? 0];
      this.learn(name('all'), { value: all });
      this.learn(name('met'), { value: met });
      this.learn(name('notMet'), { value: all - met });
    } else if (figure.status === 'no-cases') this.learn(name('all'), { value: 0 });
    else if (isRatio(measure)) this.readQuotient(figure, measure, 'met', FEWEST_JUDGED);
    else if (measure.kind === 'average')
      this.readQuotient(
        figure,
        measure,
        'amount',
        measure.disclosure === 'process' ? FEWEST_JUDGED : THRESHOLD + 1,
      );
    else this.learn(name('all'), { value: measure.kind === 'rate' ? figure.numerator : figure.value });
  }

  /** The c of a month stands for 1 or more; `noughts` says where not. That of a year follows from its months. */
  private readHidden(figure: Figure, measure: Measure, name: (role: string) => string): void {
    const least = figure.period === 'ytd' || figure.period === 'rolling-12' ? 0 : 1;
    if (measure.disclosure === 'process') {
      const most = figure.reason.startsWith('fewer than') ? FEWEST_JUDGED - 1 : MOST;
      // How many cases the council's own timeliness was judged by is sought only where it is also a count of children.
      this.learn(name('all'), { least, most });
      return;
    }
    const roles = isRatio(measure) ? ['all', 'met', 'notMet'] : ['all'];
    for (const role of roles) this.learn(name(role), { least, isHidden: true });
    if (isRatio(measure)) this.wholes.push({ total: name('all'), parts: [name('met'), name('notMet')] });
  }

  /** A number rounded to what is printed is a range, and so says what counts it can be the quotient of. */
  private readQuotient(figure: Figure, measure: Measure, role: 'met' | 'amount', least: number): void {
    const [all, part] = [nameOf(figure, 'all'), nameOf(figure, role)];
    this.learn(all, { least });
    this.learn(part, {});
    const scale = 10 ** decimalsShown(figure, measure, this.input.targets ?? []);
    const printed = Math.round((figure.value ?? 0) * scale);
    const factor = 2 * scale * (role === 'met' ? 100 : 1);
    const by = role === 'met' ? 1 : measure.divisor;
    const says = `${nameOf(figure, 'value')} is printed as ${figure.value}`;
    this.line(
      says,
      [
        [part, factor],
        [all, -(2 * printed - 1) * by],
      ],
      0,
      Number.POSITIVE_INFINITY,
      false,
    );
    this.line(
      says,
      [
        [part, factor],
        [all, -(2 * printed + 1) * by],
      ],
      Number.NEGATIVE_INFINITY,
      -1,
      false,
    );
    if (role === 'met')
      this.line(
        says,
        [
          [all, 1],
          [part, -1],
        ],
        0,
        Number.POSITIVE_INFINITY,
        false,
      );
  }

  /** Population times rate, as far as the rounding lets one tell. */
  private readRate(figure: Figure, measure: Measure): void {
    const population = populationAt(this.input.populations ?? [], figure.month);
    if (figure.value === null || population === undefined) return;
    const name = nameOf(figure, isRatio(measure) ? 'met' : 'all');
    if (figure.numerator !== null) {
      this.learn(name, { value: figure.numerator });
      return;
    }
    const half = 0.5 / 10 ** decimalsShown(figure, measure, this.input.targets ?? []);
    const [low, high] = [figure.value - half, figure.value + half].map(
      rate => (rate * population) / PER_CHILDREN,
    );
    this.learn(name, { least: Math.ceil((low ?? 0) - 1e-9), most: Math.floor((high ?? 0) + 1e-9) });
  }

  private line(
    says: string,
    pairs: readonly (readonly [string, number])[],
    low: number,
    high: number,
    isSum: boolean,
  ): void {
    const terms = new Map<string, number>();
    for (const [name, coefficient] of pairs) {
      const at = this.find(name);
      terms.set(at, (terms.get(at) ?? 0) + coefficient);
    }
    for (const [name, coefficient] of terms) if (coefficient === 0) terms.delete(name);
    if (terms.size > 0) this.lines.push({ says, terms, low, high, isSum });
  }

  private sum(total: string, parts: readonly string[]): void {
    const pairs = parts.map(part => [part, 1] as const);
    this.line(`${total} = ${parts.join(' + ')}`, [...pairs, [total, -1]], 0, 0, true);
  }

  /** Categories make totals, months make years, who is open is who was, and came, and did not leave. */
  private hangTogether(figures: readonly Figure[]): void {
    const values = figures.filter(({ of, status }) => of === 'value' && status !== 'no-data');
    const categoriesOf = new Map<string, string[]>();
    for (const figure of values.filter(({ category }) => category !== '')) {
      const place = placeOf(figure);
      categoriesOf.set(place, [...(categoriesOf.get(place) ?? []), figure.category]);
    }
    for (const figure of values) {
      const measure = this.measures.get(figure.measure);
      if (!measure || measure.disclosure === 'none' || measure.distinct) continue;
      for (const role of ROLES) {
        if (!this.known.has(this.find(nameOf(figure, role)))) continue;
        this.sumMonths(figure, measure, role);
        const categories = figure.category === '' ? categoriesOf.get(placeOf(figure)) : undefined;
        if (!categories) continue;
        const parts = categories.map(category => nameOf({ ...figure, category }, role));
        this.wholes.push({ total: nameOf(figure, role), parts });
      }
    }
    for (const [total, parts] of this.input.same ?? [])
      if (parts.length > 1) this.wholes.push({ total, parts });
    for (const { total, parts } of this.wholes) this.sum(total, parts);
    for (const measure of this.measures.values()) this.followFlows(measure, values);
  }

  private sumMonths(figure: Figure, measure: Measure, role: string): void {
    const from =
      figure.period === 'ytd'
        ? yearStart(figure.month)
        : figure.period === 'rolling-12'
          ? addMonths(figure.month, -11)
          : null;
    if (from === null) return;
    const period = headlinePeriod(measure);
    const months = monthsOf(from, figure.month).map(month => nameOf({ ...figure, month, period }, role));
    this.sum(nameOf(figure, role), months);
  }

  private followFlows({ id, startedBy, endedBy }: Measure, figures: readonly Figure[]): void {
    if (startedBy === '') return;
    const months = figures
      .filter(({ measure, category }) => measure === id && category === '')
      .map(({ month }) => month);
    for (const month of new Set(months)) {
      const [open, before] = [month, addMonths(month, -1)].map(each => `${id}|snapshot|${each}||all`);
      const [came, went] = [startedBy, endedBy].map(each => `${each}|month|${month}||all`);
      if (!open || !before || !came || !went) continue;
      this.flows.push({ open: [open, before], moved: [came, went] });
      if ([open, before, came, went].some(each => !this.known.has(this.find(each)))) continue;
      const says = `${open} = ${before} + ${came} - ${went}`;
      this.line(
        says,
        [
          [open, -1],
          [before, 1],
          [came, 1],
          [went, -1],
        ],
        0,
        0,
        true,
      );
    }
  }

  /** A nought is a c where the total that it is part of is one, and who came or went where who is open is not printed. */
  private noughts(): void {
    const isPrinted = (name: string) => this.known.get(this.find(name))?.value != null;
    for (const { open, moved } of this.flows)
      if (!open.every(isPrinted)) this.mayBeNought([...moved, ...open]);
    for (const { total, parts } of this.wholes) if (!isPrinted(total)) this.mayBeNought(parts);
  }

  private mayBeNought(names: readonly string[]): void {
    for (const name of names) {
      const known = this.known.get(this.find(name));
      if (known?.isHidden) known.least = 0;
    }
  }
}

/** A percentage with its counts, worked out or returned. */
function isRatio({ kind, unit }: Measure): boolean {
  return kind === 'ratio' || (kind === 'manual' && unit === 'percent');
}

function nameOf(figure: Pick<Figure, 'measure' | 'period' | 'month' | 'category'>, role: string): string {
  return [figure.measure, figure.period, figure.month, figure.category, role].join('|');
}

function placeOf({ measure, period, month }: Figure): string {
  return [measure, period, month].join('|');
}

function populationAt(populations: readonly Population[], month: string): number | undefined {
  const rows = populations
    .filter(({ from }) => from <= month)
    .sort((one, other) => (one.from < other.from ? 1 : -1));
  return rows[0]?.population;
}

/** Whether a line holds; one with a count that nobody knows may. */
function isTrue(line: Line, truths: ReadonlyMap<string, number>): boolean {
  const sum = sumOf(line, truths);
  return sum === null || (sum >= line.low && sum <= line.high);
}

/** null where it has a count that nobody knows. */
function sumOf({ terms }: Line, truths: ReadonlyMap<string, number>): number | null {
  let sum = 0;
  for (const [name, coefficient] of terms) {
    const truth = truths.get(name);
    if (truth === undefined) return null;
    sum += coefficient * truth;
  }
  return sum;
}

function isSaidBy(pattern: readonly Narrowed[], { count, values }: Narrowed): boolean {
  const said = pattern.find(each => each.count === count);
  return said?.values.every(value => values.includes(value)) ?? false;
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
    const set = (role: string, value: number | null) => truths.set(nameOf(figure, role), value ?? 0);
    if (isRatio(measure)) {
      // A percentage that was returned without its counts has none.
      if (figure.denominator === null && figure.status === 'ok') continue;
      set('all', figure.denominator);
      set('met', figure.numerator);
      set('notMet', (figure.denominator ?? 0) - (figure.numerator ?? 0));
    } else if (measure.kind === 'average') {
      set('all', figure.denominator);
      set('amount', Math.round((figure.numerator ?? 0) * measure.divisor));
    } else set('all', measure.kind === 'rate' ? figure.numerator : figure.value);
  }
  return truths;
}
