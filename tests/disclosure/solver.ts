import loadHighs, { type Highs, type Model } from 'highs';

/** What whole numbers hidden counts can be, by a solver (HiGHS). */

// The package's types describe its CommonJS form, in which the loader is the module's default.
const highs = await (loadHighs as unknown as () => Promise<Highs>)();

/** Coefficients by count; they add up to between low and high. */
export interface Line {
  readonly says: string;
  readonly terms: ReadonlyMap<string, number>;
  readonly low: number;
  readonly high: number;
  /** Of counts, without a printed number that was rounded. */
  readonly isSum: boolean;
}

export interface Unknown {
  readonly least: number;
  readonly most: number;
  readonly isHidden: boolean;
  /** null where the test does not know it either: a month before every series */
  readonly truth: number | null;
}

export interface Narrowed {
  readonly count: string;
  readonly truth: number;
  /** Those of 1 to the threshold that it can be. */
  readonly values: readonly number[];
}

export interface Puzzle {
  readonly lines: readonly Line[];
  readonly printed: ReadonlyMap<string, number>;
  readonly unknown: ReadonlyMap<string, Unknown>;
  readonly threshold: number;
  /** Only these are looked at, where given. */
  readonly only?: ReadonlySet<string>;
}

/** Hidden counts of 1 to the threshold that cannot be each of 1 to the threshold. */
export function narrow(puzzle: Puzzle): Narrowed[] {
  const open = puzzle.lines
    .map(line => withoutPrinted(line, puzzle.printed))
    .filter(({ terms }) => terms.size > 0);
  const joined = new Set(open.flatMap(({ terms }) => [...terms.keys()]));
  const alone = [...puzzle.unknown.keys()].filter(name => !joined.has(name));
  return [
    ...alone.flatMap(name => narrowAlone(name, puzzle)),
    ...components(open).flatMap(lines => new Component(lines, puzzle).narrow()),
  ];
}

/** A count that no line speaks of, only bounds. */
function narrowAlone(count: string, { unknown, threshold, only }: Puzzle): Narrowed[] {
  const each = unknown.get(count);
  if (!each || !isSmallAndHidden(each, threshold) || only?.has(count) === false) return [];
  const values = Array.from({ length: threshold }, (_, index) => index + 1);
  const possible = values.filter(value => value >= each.least && value <= each.most);
  return possible.length === threshold ? [] : [{ count, truth: each.truth ?? 0, values: possible }];
}

export function isSmallAndHidden({ isHidden, truth }: Unknown, threshold: number): boolean {
  return isHidden && truth !== null && truth >= 1 && truth <= threshold;
}

function withoutPrinted({ says, terms, low, high, isSum }: Line, printed: ReadonlyMap<string, number>): Line {
  let sum = 0;
  const left = new Map<string, number>();
  for (const [name, coefficient] of terms) {
    const value = printed.get(name);
    if (value === undefined) left.set(name, coefficient);
    else sum += coefficient * value;
  }
  return { says, terms: left, low: low - sum, high: high - sum, isSum };
}

/** Lines that hang together by the counts in them. */
function components(lines: readonly Line[]): Line[][] {
  const root = new Map<string, string>();
  const find = (name: string): string => {
    let at = name;
    for (let next = root.get(at); next !== undefined && next !== at; next = root.get(at)) at = next;
    if (at !== name) root.set(name, at);
    return at;
  };
  for (const { terms } of lines) {
    const [first = '', ...others] = [...terms.keys()];
    for (const other of others) root.set(find(other), find(first));
  }
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const at = find([...line.terms.keys()][0] ?? '');
    const group = groups.get(at);
    if (group) group.push(line);
    else groups.set(at, [line]);
  }
  return [...groups.values()];
}

/** How an answer is looked for. One that is not found in time counts as none. */
type Numbers = 'fractions' | 'near the truth' | 'whole';
const NEAR = 12;
const LONGEST_SECONDS = 30;

class Component {
  private readonly names: readonly string[];
  private readonly place: ReadonlyMap<string, number>;
  private readonly unknown: readonly Unknown[];
  private readonly sought: readonly number[];
  /** Values that a sought count was seen to be able to have. */
  private readonly seen: readonly Set<number>[];
  private readonly models = new Map<Numbers, Model>();

  constructor(
    private readonly lines: readonly Line[],
    private readonly puzzle: Puzzle,
  ) {
    this.names = [...new Set(lines.flatMap(({ terms }) => [...terms.keys()]))];
    this.place = new Map(this.names.map((name, index) => [name, index]));
    const nobody: Unknown = { least: 0, most: 100_000, isHidden: false, truth: null };
    this.unknown = this.names.map(name => puzzle.unknown.get(name) ?? nobody);
    this.sought = [...this.names.keys()].filter(index => this.isSought(index));
    this.seen = this.names.map(() => new Set());
  }

  narrow(): Narrowed[] {
    if (this.sought.length === 0) return [];
    if (this.isTruthPossible()) for (const index of this.sought) this.seen[index]?.add(this.truthAt(index));
    // Fractions are quick, and mostly come out whole; next, numbers not far from the true ones; the slow way is the last.
    try {
      for (let value = 1; value <= this.puzzle.threshold; value++) this.tryValue(value);
    } finally {
      for (const model of this.models.values()) model.dispose();
    }
    return this.sought.flatMap(index => {
      const values = [...(this.seen[index] ?? [])].sort();
      if (values.length >= this.puzzle.threshold) return [];
      return [{ count: this.names[index] ?? '', truth: this.unknown[index]?.truth ?? 0, values }];
    });
  }

  /** It is not where a reader trusts what is not true. */
  private isTruthPossible(): boolean {
    if (this.unknown.some(({ truth }) => truth === null)) return true;
    return this.lines.every(line =>
      this.holds(
        line,
        this.names.map((_, index) => this.truthAt(index)),
      ),
    );
  }

  private truthAt(index: number): number {
    return this.unknown[index]?.truth ?? 0;
  }

  private isSought(index: number): boolean {
    const unknown = this.unknown[index];
    if (!unknown || !isSmallAndHidden(unknown, this.puzzle.threshold)) return false;
    return this.puzzle.only?.has(this.names[index] ?? '') ?? true;
  }

  /** As many at once as can have a value; those left are asked one by one. */
  private tryValue(value: number): void {
    const ruledOut = new Set<number>();
    const left = () => this.sought.filter(index => !this.seen[index]?.has(value) && !ruledOut.has(index));
    for (const numbers of ['fractions', 'near the truth'] as const) {
      let before: number;
      let after = left();
      do {
        before = after.length;
        if (before > 0) this.comeNear(this.modelOf(numbers), after, value);
        after = left();
      } while (after.length < before && after.length > 0);
    }
    // What no fraction can be, no whole number can.
    for (const index of left()) if (!this.canBe('fractions', index, value)) ruledOut.add(index);
    for (const index of left()) if (!this.seen[index]?.has(value)) this.canBe('near the truth', index, value);
    for (const index of left()) if (!this.seen[index]?.has(value)) this.canBe('whole', index, value);
  }

  private comeNear(model: Model, indexes: readonly number[], value: number): void {
    const meant = new Set(indexes);
    for (const [place, index] of this.sought.entries()) {
      const isMeant = meant.has(index);
      const row = this.lines.length + 2 * place;
      model.changeColCost(this.names.length + place, isMeant ? 1 : 0);
      model.changeRowBounds(row, isMeant ? -value : -highs.infinity, highs.infinity);
      model.changeRowBounds(row + 1, isMeant ? value : -highs.infinity, highs.infinity);
    }
    this.solve(model);
  }

  /** Whether it may have a value, as far as such numbers tell. */
  private canBe(numbers: Numbers, index: number, value: number): boolean {
    const model = this.modelOf(numbers);
    for (const place of this.sought.keys()) model.changeColCost(this.names.length + place, 0);
    model.changeColBounds(index, value, value);
    this.solve(model);
    const [least, most] = this.boundsOf(index, numbers);
    model.changeColBounds(index, least, most);
    return model.getModelStatus() !== highs.constants.modelStatus.infeasible;
  }

  private solve(model: Model): void {
    model.run();
    if (model.getModelStatus() === highs.constants.modelStatus.infeasible) return;
    const { colValue } = model.getSolution();
    const values = this.names.map((_, index) => Math.round(colValue[index] ?? 0));
    if (!this.isPossible(values)) return;
    for (const index of this.sought) {
      const value = values[index] ?? 0;
      if (value >= 1 && value <= this.puzzle.threshold) this.seen[index]?.add(value);
    }
  }

  /** The solver works with fractions: an answer counts when its whole numbers hold exactly. */
  private isPossible(values: readonly number[]): boolean {
    const areInside = this.unknown.every(({ least, most }, index) => {
      const value = values[index] ?? 0;
      return value >= least && value <= most;
    });
    return areInside && this.lines.every(line => this.holds(line, values));
  }

  private holds({ terms, low, high }: Line, values: readonly number[]): boolean {
    let sum = 0;
    for (const [name, coefficient] of terms) sum += coefficient * (values[this.place.get(name) ?? 0] ?? 0);
    return sum >= low && sum <= high;
  }

  private modelOf(numbers: Numbers): Model {
    const model = this.models.get(numbers) ?? this.model(numbers);
    this.models.set(numbers, model);
    return model;
  }

  /** The counts, and for each that is sought how far it is from the value asked for. */
  private model(numbers: Numbers): Model {
    const { infinity, constants } = highs;
    const count = this.names.length;
    const rows: (readonly (readonly [number, number])[])[] = this.lines.map(({ terms }) =>
      [...terms].map(([name, coefficient]) => [this.place.get(name) ?? 0, coefficient] as const),
    );
    for (const [distance, index] of this.sought.entries())
      rows.push(
        [
          [count + distance, 1],
          [index, -1],
        ],
        [
          [count + distance, 1],
          [index, 1],
        ],
      );
    const starts = [0];
    for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
    const bound = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * infinity);
    const free = this.sought.flatMap(() => [-infinity, -infinity]);
    const distances = this.sought.map(() => 0);
    const { integer, continuous } = constants.variableType;
    const bounds = this.names.map((_, index) => this.boundsOf(index, numbers));
    const model = highs.createModel({
      numCols: count + this.sought.length,
      numRows: rows.length,
      colCost: [...this.names.map(() => 0), ...distances],
      colLower: [...bounds.map(([least]) => least), ...distances],
      colUpper: [...bounds.map(([, most]) => most), ...distances.map(() => infinity)],
      integrality: [
        ...this.names.map(() => (numbers === 'fractions' ? continuous : integer)),
        ...distances.map(() => continuous),
      ],
      rowLower: [...this.lines.map(({ low }) => bound(low)), ...free],
      rowUpper: [...this.lines.map(({ high }) => bound(high)), ...free.map(() => infinity)],
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: count + this.sought.length,
        starts,
        indices: rows.flat().map(([index]) => index),
        values: rows.flat().map(([, coefficient]) => coefficient),
      },
    });
    model.options.set('output_flag', false);
    model.options.set('time_limit', numbers === 'whole' ? LONGEST_SECONDS : LONGEST_SECONDS / 6);
    return model;
  }

  private boundsOf(index: number, numbers: Numbers): readonly [number, number] {
    const { least = 0, most = 0, truth = null } = this.unknown[index] ?? {};
    if (numbers !== 'near the truth' || truth === null) return [least, most];
    return [Math.max(least, truth - NEAR), Math.min(most, truth + NEAR)];
  }
}
