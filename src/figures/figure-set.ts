import type { Figure, FigureKey } from './figure.js';

type KeySpec = Pick<FigureKey, 'measure' | 'period' | 'month'> & Partial<FigureKey>;

/** Figures by key. Looking one up costs the same however many there are; those never looked up cost next to nothing. */
export class FigureSet {
  private readonly ofMeasure = new Map<string, Figure[]>();
  private readonly byKey = new Map<string, ReadonlyMap<string, Figure>>();

  constructor(readonly all: readonly Figure[]) {
    for (const figure of all) {
      const others = this.ofMeasure.get(figure.measure);
      if (others) others.push(figure);
      else this.ofMeasure.set(figure.measure, [figure]);
    }
  }

  /** `of` defaults to value, `team` and `category` to the total. */
  get(spec: KeySpec): Figure | undefined {
    return this.keysOf(spec.measure).get(keyOf({ of: 'value', team: '', category: '', ...spec }));
  }

  /** The same figure over several months, in their order; a month without one is undefined. */
  series(spec: Omit<KeySpec, 'month'>, months: readonly string[]): (Figure | undefined)[] {
    return months.map(month => this.get({ ...spec, month }));
  }

  /** The categories that a measure has figures for in a month, in their printed order. */
  categories(spec: KeySpec): string[] {
    const { measure, period, month, of = 'value', team = '' } = spec;
    return (this.ofMeasure.get(measure) ?? [])
      .filter(f => f.period === period && f.month === month && f.of === of && f.team === team)
      .map(figure => figure.category)
      .filter(category => category !== '');
  }

  private keysOf(measure: string): ReadonlyMap<string, Figure> {
    const known = this.byKey.get(measure);
    if (known) return known;
    const keys = new Map((this.ofMeasure.get(measure) ?? []).map(figure => [keyOf(figure), figure]));
    this.byKey.set(measure, keys);
    return keys;
  }
}

export function keyOf({ measure, of, period, month, team, category }: FigureKey): string {
  // A character that no CSV field may hold keeps "a|b" + "c" apart from "a" + "b|c".
  return [measure, of, period, month, team, category].join('\u0000');
}
