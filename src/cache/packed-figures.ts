import type { Figure } from '../figures/figure.js';

/**
 * Figures as columns in place of rows: tens of thousands of them have the same few hundred texts, and a text that is
 * written once is read once. Numbers come back to the last digit.
 */

const TEXTS = [
  'measure',
  'of',
  'period',
  'month',
  'team',
  'category',
  'unit',
  'status',
  'reason',
  'target',
  'rating',
  'movement',
  'meaning',
  'variation',
  'assurance',
  'definition',
] as const satisfies readonly (keyof Figure)[];

const NUMBERS = [
  'value',
  'numerator',
  'denominator',
  'notYetDue',
  'notJudged',
] as const satisfies readonly (keyof Figure)[];

export interface PackedFigures {
  readonly count: number;
  readonly texts: readonly string[];
  /** By column: for each figure the place of its text among `texts`, -1 for none. */
  readonly places: Readonly<Record<(typeof TEXTS)[number], readonly number[]>>;
  readonly numbers: Readonly<Record<(typeof NUMBERS)[number], readonly (number | null)[]>>;
}

/** null where a figure holds a number that JSON cannot. */
export function packFigures(figures: readonly Figure[]): PackedFigures | null {
  const texts = new Map<string, number>();
  const placeOf = (text: string | null) => {
    if (text === null) return -1;
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  const places = byName(TEXTS, name => figures.map(figure => placeOf(figure[name])));
  const numbers = byName(NUMBERS, name => figures.map(figure => figure[name]));
  if (!NUMBERS.every(name => numbers[name].every(canBeWritten))) return null;
  return { count: figures.length, texts: [...texts.keys()], places, numbers };
}

/** JSON has no infinity, and writes minus nought as nought. */
function canBeWritten(value: number | null): boolean {
  return value === null || (Number.isFinite(value) && !Object.is(value, -0));
}

/** @throws Error where it is not what `packFigures` gave */
export function unpackFigures({ count, texts, places, numbers }: PackedFigures): Figure[] {
  for (const column of [...TEXTS.map(name => places[name]), ...NUMBERS.map(name => numbers[name])]) {
    if (column.length !== count) throw new Error('A column of packed figures is not whole');
  }
  const textOf = (name: (typeof TEXTS)[number], index: number) => texts[places[name][index] ?? -1] ?? null;
  const numberOf = (name: (typeof NUMBERS)[number], index: number) => numbers[name][index] ?? null;
  const figures: Figure[] = [];
  for (let index = 0; index < count; index++) {
    // Every figure has its parts in the same order, as where they are made.
    figures.push({
      measure: textOf('measure', index),
      of: textOf('of', index),
      period: textOf('period', index),
      month: textOf('month', index),
      team: textOf('team', index),
      category: textOf('category', index),
      value: numberOf('value', index),
      numerator: numberOf('numerator', index),
      denominator: numberOf('denominator', index),
      notYetDue: numberOf('notYetDue', index),
      notJudged: numberOf('notJudged', index),
      unit: textOf('unit', index),
      status: textOf('status', index),
      reason: textOf('reason', index),
      target: textOf('target', index),
      rating: textOf('rating', index),
      movement: textOf('movement', index),
      meaning: textOf('meaning', index),
      variation: textOf('variation', index),
      assurance: textOf('assurance', index),
      definition: textOf('definition', index),
    } as Figure);
  }
  return figures;
}

function byName<Name extends string, Value>(
  names: readonly Name[],
  columnOf: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map(name => [name, columnOf(name)])) as Record<Name, Value>;
}
