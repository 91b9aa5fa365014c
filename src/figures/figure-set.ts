import type { Figure, FigureKey } from './figure.js';

type KeySpec = Pick<FigureKey, 'measure' | 'period' | 'month'> & Partial<FigureKey>;

/** Figures by key. Looking one up costs the same however many there are. */
export class FigureSet {
  private readonly byKey: ReadonlyMap<string, Figure>;

  constructor(readonly all: readonly Figure[]) {
    this.byKey = new Map(all.map(figure => [keyOf(figure), figure]));
  }

  /** `of` defaults to value, `team` and `category` to the total. */
  get(spec: KeySpec): Figure | undefined {
    return this.byKey.get(keyOf({ of: 'value', team: '', category: '', ...spec }));
  }

  /** The same figure over several months, in their order; a month without one is undefined. */
  series(spec: Omit<KeySpec, 'month'>, months: readonly string[]): (Figure | undefined)[] {
    return months.map(month => this.get({ ...spec, month }));
  }

  /** The categories that a measure has figures for in a month, in their printed order. */
  categories(spec: KeySpec): string[] {
    const { measure, period, month, of = 'value', team = '' } = spec;
    return this.all
      .filter(
        f =>
          f.measure === measure && f.period === period && f.month === month && f.of === of && f.team === team,
      )
      .map(figure => figure.category)
      .filter(category => category !== '');
  }
}

export function keyOf({ measure, of, period, month, team, category }: FigureKey): string {
  // A character that no CSV field may hold keeps "a|b" + "c" apart from "a" + "b|c".
  return [measure, of, period, month, team, category].join('\u0000');
}
