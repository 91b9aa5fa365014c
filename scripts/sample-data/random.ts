/** Seeded randomness. Each part of the sample has a stream of its own, so that a change in one leaves the others as they were. */

const SEED = 'aldermarsh-2020-09';

export class Random {
  private state: number;

  constructor(stream: string) {
    this.state = 2166136261;
    for (const letter of `${SEED}/${stream}`) {
      this.state = Math.imul(this.state ^ letter.charCodeAt(0), 16777619) >>> 0;
    }
  }

  /** From 0 up to 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from low to high, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** One of the keys, by its weight. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return (entries[entries.length - 1] as [K, number])[0];
  }

  shuffle<T>(items: readonly T[]): T[] {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = this.int(0, last);
      const kept = mixed[last] as T;
      mixed[last] = mixed[other] as T;
      mixed[other] = kept;
    }
    return mixed;
  }

  /** Around a mean, by the sum of uniform draws: no value further than 3.5 deviations. */
  normal(mean: number, deviation: number): number {
    let sum = 0;
    for (let draw = 0; draw < 12; draw += 1) sum += this.next();
    return mean + Math.max(-3.5, Math.min(3.5, sum - 6)) * deviation;
  }

  /** A waiting time with this mean. */
  waiting(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  /** A moment drawn again until it falls in the day, since little is recorded at night; the last draw stands. */
  byDay(draw: () => number, from = 450, to = 1230): number {
    let at = draw();
    for (let turn = 0; turn < 40 && (at % 1440 < from || at % 1440 > to); turn += 1) at = draw();
    return at;
  }

  /** Splits a number of children into sibling groups. */
  groups(total: number, weights: readonly number[] = [0.5, 0.27, 0.15, 0.08]): number[] {
    const sizes: number[] = [];
    for (let left = total; left > 0; ) {
      const drawn = Number(
        this.weighted(Object.fromEntries(weights.map((weight, index) => [String(index + 1), weight]))),
      );
      const size = Math.min(left, drawn);
      sizes.push(size);
      left -= size;
    }
    return sizes;
  }

  /** Takes whole groups, in random order, until they hold exactly this many children. */
  groupsHolding<T>(groups: readonly T[], size: (group: T) => number, total: number): T[] {
    for (let turn = 0; turn < 60; turn += 1) {
      const taken = this.groupsUpTo(groups, size, total);
      if (taken.reduce((sum, group) => sum + size(group), 0) === total) return taken;
    }
    throw new Error(`no groups hold exactly ${total}`);
  }

  /** Takes whole groups, in random order, as long as they hold no more than this many children. */
  groupsUpTo<T>(groups: readonly T[], size: (group: T) => number, total: number): T[] {
    let left = total;
    return this.shuffle(groups).filter(group => {
      if (size(group) > left) return false;
      left -= size(group);
      return true;
    });
  }
}
