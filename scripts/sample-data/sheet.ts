import { type Child, root } from './children.js';

/** Turns records into the rows of an extract: in order of time, numbered in that order. */

export type Cell = string | number | null;

export interface Sheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export class Numbers<T> {
  private readonly known = new Map<T, string>();

  constructor(
    records: readonly T[],
    private readonly prefix: string,
    width = 5,
  ) {
    records.forEach((record, index) => {
      this.known.set(record, `${prefix}${String(index + 1).padStart(width, '0')}`);
    });
  }

  of(record: T): string {
    const number = this.known.get(record);
    if (number === undefined) throw new Error(`a record without a number (${this.prefix})`);
    return number;
  }

  has(record: T): boolean {
    return this.known.has(record);
  }
}

/** Person numbers, given as children are first met: an extract written later names the same child in the same way. */
export class People {
  private readonly known = new Map<Child, string>();

  of(child: Child): string {
    const first = root(child);
    let number = this.known.get(first);
    if (number === undefined) {
      number = `P${String(this.known.size + 1).padStart(5, '0')}`;
      this.known.set(first, number);
    }
    return number;
  }

  all(): readonly (readonly [Child, string])[] {
    return [...this.known];
  }
}

export function csv(sheet: Pick<Sheet, 'columns' | 'rows'>): string {
  const cell = (value: Cell) => {
    const text = value === null ? '' : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${[sheet.columns, ...sheet.rows].map(row => row.map(cell).join(',')).join('\n')}\n`;
}
