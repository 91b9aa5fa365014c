import { yearStart } from '../months.js';
import { canGrow, couldBeOne } from './freedom.js';
import type { Flow, Ground, Sum } from './quantities.js';

type Run = readonly [first: number, last: number];

const YEAR = 12;

/**
 * Which counts are not printed, month by month in their order. What is decided for a month depends on that month and those
 * before it and is never changed by a later one: every pack that shows the month shows the same, so that two packs laid
 * side by side give no more than one.
 */
export class Hiding {
  private readonly hidden: Uint8Array[];
  /** Hidden months that no year to date has been printed since, by quantity. */
  private readonly waiting: number[][];
  /** Hidden months, from the first to the last, whose sum the years to date give. */
  private readonly runs: Run[][];
  /** Months of the financial year in which a quantity is hidden. */
  private readonly timesThisYear: number[];

  /** In how many sums a quantity is a part. */
  private readonly timesPart: number[];
  /** Whether a part is also a part of another sum, or a total: hiding it takes more away. */
  private readonly isElsewhere: boolean[];

  /** @param threshold counts from 1 to it are small */
  constructor(
    private readonly ground: Ground,
    private readonly threshold: number,
  ) {
    const { quantities, months } = ground;
    this.hidden = quantities.map(() => new Uint8Array(months.length));
    this.waiting = quantities.map(() => []);
    this.runs = quantities.map(() => []);
    this.timesThisYear = quantities.map(() => 0);
    this.timesPart = quantities.map(() => 0);
    for (const part of ground.sums.flatMap(sum => sum.parts))
      this.timesPart[part] = (this.timesPart[part] ?? 0) + 1;
    const totals = new Set(ground.sums.map(sum => sum.total));
    this.isElsewhere = this.timesPart.map((times, index) => times > 1 || totals.has(index));
    for (const month of months.keys()) this.decide(month);
  }

  isHidden(quantity: number, month: number): boolean {
    return this.hidden[quantity]?.[month] === 1;
  }

  /** A sum over months is hidden where it would give a hidden month away: it may hold whole runs of them only. */
  isSpanHidden(quantity: number, from: number, to: number, runs = this.runs[quantity] ?? []): boolean {
    const inside = runs.filter(([first, last]) => first >= from && last <= to);
    for (let month = Math.max(from, 0); month <= to; month++) {
      const isInRun = inside.some(([first, last]) => month >= first && month <= last);
      if (this.isHidden(quantity, month) && !isInRun) return true;
    }
    return false;
  }

  private decide(month: number): void {
    const { quantities, flows, months, sums } = this.ground;
    if (yearStart(months[month] ?? '') === months[month]) this.startYear();
    for (const [index, { isAttribute }] of quantities.entries()) {
      if (isAttribute && this.isSmall(index, month)) this.hide(index, month);
      // A month beside one that is hidden keeps the year to date from giving that one away.
      if (this.waiting[index]?.length && this.count(index, month) !== 0) this.hide(index, month);
    }
    for (const { open, started, ended } of flows)
      if (this.isHidden(open, month - 1)) this.hideAll([started, ended], month);
    let before: number;
    do {
      before = this.hiddenIn(month);
      for (const sum of sums) this.secureSum(sum, month);
      for (const flow of flows) this.secureFlow(flow, month);
      this.secureYears(month);
    } while (this.hiddenIn(month) > before);
    this.closeRuns(month);
  }

  private startYear(): void {
    for (const index of this.waiting.keys()) this.waiting[index] = [];
    this.timesThisYear.fill(0);
  }

  private hiddenIn(month: number): number {
    return this.hidden.reduce((sum, months) => sum + (months[month] ?? 0), 0);
  }

  private count(quantity: number, month: number): number | null {
    return this.ground.quantities[quantity]?.values[month] ?? null;
  }

  private countsIn(quantity: number, months: readonly number[]): number[] {
    return months.map(month => this.count(quantity, month) ?? 0);
  }

  private countsOf(quantities: readonly number[], month: number): number[] {
    return quantities.map(quantity => this.count(quantity, month) ?? 0);
  }

  private isSmall(quantity: number, month: number): boolean {
    const count = this.count(quantity, month);
    return count !== null && count > 0 && count <= this.threshold;
  }

  private hide(quantity: number, month: number): void {
    const months = this.hidden[quantity];
    if (!months || months[month] === 1 || this.count(quantity, month) === null) return;
    months[month] = 1;
    this.timesThisYear[quantity] = (this.timesThisYear[quantity] ?? 0) + 1;
    if (this.ground.quantities[quantity]?.isWholeTotal) this.waiting[quantity]?.push(month);
  }

  private hideAll(quantities: readonly number[], month: number): void {
    for (const quantity of quantities) this.hide(quantity, month);
  }

  /** So many parts of a total are hidden that none can be worked out; of a small total all, zeros too. */
  private secureSum({ total, parts }: Sum, month: number): void {
    if (this.isHidden(total, month) && this.isSmall(total, month)) this.hideAll(parts, month);
    while (!this.isSumSafe(total, parts, month)) {
      const mask = this.maskAmong(parts, month);
      if (mask === undefined) {
        this.hideAll([total, ...parts], month);
        return;
      }
      this.hide(mask, month);
    }
  }

  private isSumSafe(total: number, parts: readonly number[], month: number): boolean {
    const hidden = parts.filter(part => this.isHidden(part, month) && this.count(part, month) !== 0);
    const counts = this.countsOf(hidden, month);
    if (this.isHidden(total, month)) {
      // What the total may be must not end where the printed parts do.
      const room = counts.reduce((sum, count) => sum + count - 1, 0);
      return room >= this.threshold - 1;
    }
    if (hidden.length === 0) return true;
    const growth = hidden.map((part, index) => this.growth(part, counts[index] ?? 0));
    const canMaskMore = this.maskAmong(parts, month) !== undefined;
    return canGrow(counts, growth) && (!canMaskMore || couldBeOne(counts, this.threshold));
  }

  /** How far a hidden part must be able to grow: to the threshold; by as much, where another sum leans on it. */
  private growth(part: number, count: number): number {
    if (count <= this.threshold) return this.threshold - count;
    return (this.timesPart[part] ?? 0) > 1 ? this.threshold - 1 : 0;
  }

  private growthOf(counts: readonly number[]): number[] {
    return counts.map(count => Math.max(this.threshold - count, 0));
  }

  /**
   * Of the parts still printed, one that no other measure prints; that is hidden in other months of the year; or else the
   * smallest.
   */
  private maskAmong(parts: readonly number[], month: number): number | undefined {
    const cost = (part: number) => [
      this.isElsewhere[part] ? 1 : 0,
      // Month ends before the series are not known, and must not make one pack choose otherwise than another.
      this.ground.quantities[part]?.hasWholeYears && this.timesThisYear[part] ? 0 : 1,
      this.count(part, month) ?? 0,
    ];
    return parts
      .filter(part => !this.isHidden(part, month) && this.count(part, month))
      .map(part => ({ part, cost: cost(part) }))
      .sort((one, other) => firstDifference(one.cost, other.cost) || one.part - other.part)[0]?.part;
  }

  /**
   * Who started is hidden with who ended. Where the change in who is open would still tell too much, that is hidden too,
   * and so are those who start and end in the month after.
   */
  private secureFlow(flow: Flow, month: number): void {
    const all = [flow.open, flow.started, flow.ended];
    if (!all.some(each => this.isHidden(each, month))) return;
    this.hideAll([flow.started, flow.ended], month);
    const tells = this.isHidden(flow.open, month - 1)
      ? all.some(each => this.isSmall(each, month))
      : !this.isPairFree(flow, month);
    if (tells) this.hide(flow.open, month);
  }

  /** Whether both could be 1 to the threshold while their difference is what the two month ends give. */
  private isPairFree({ open, started, ended }: Flow, month: number): boolean {
    const [now, before] = [this.count(open, month), this.count(open, month - 1)];
    const [came, went] = [this.count(started, month) ?? 0, this.count(ended, month) ?? 0];
    if (came === 0 || went === 0) return false;
    const changes = [came - went, ...(now === null || before === null ? [] : [now - before])];
    const isSmall = (count: number) => count <= this.threshold;
    return (
      (!isSmall(came) || changes.every(change => change <= 0)) &&
      (!isSmall(went) || changes.every(change => change >= 0))
    );
  }

  /** Twelve months that are a measure of their own are printed where the sum of the twelve may be. */
  private secureYears(month: number): void {
    for (const [index, { yearOf }] of this.ground.quantities.entries()) {
      if (yearOf === null) continue;
      const closing = this.closing(yearOf, month);
      const runs = [...(this.runs[yearOf] ?? []), ...(closing ? [closing] : [])];
      if (this.isSpanHidden(yearOf, month - YEAR + 1, month, runs)) this.hide(index, month);
    }
  }

  /** From here on the year to date may be printed again: its hidden months are a run of which only the sum is known. */
  private closeRuns(month: number): void {
    const closed = [...this.waiting.keys()].map(index => this.closing(index, month));
    for (const [index, run] of closed.entries()) {
      if (run) this.runs[index]?.push(run);
      if (run || this.isHopeless(index)) this.waiting[index] = [];
    }
  }

  private closing(quantity: number, month: number): Run | null {
    const months = this.waiting[quantity] ?? [];
    const [first] = months;
    if (first === undefined || this.isHopeless(quantity)) return null;
    const rows = [quantity, ...this.partnersOf(quantity)];
    const areTogether = rows.every(row => String(this.waiting[row]) === String(months));
    return areTogether && rows.every(row => this.isRunFree(row, months)) ? [first, month] : null;
  }

  /** Whether the sum of hidden months may be known. Who started and who ended move together, and leave each other room. */
  private isRunFree(quantity: number, months: readonly number[]): boolean {
    const counts = this.countsIn(quantity, months).filter(count => count > 0);
    if (!canGrow(counts, this.growthOf(counts)) || !couldBeOne(counts, this.threshold)) return false;
    return this.partnersOf(quantity).every(partner => {
      const [own, others] = [this.countsIn(quantity, months), this.countsIn(partner, months)];
      const spare = own.map((count, index) => Math.min(count, others[index] ?? 0));
      return canGrow(own, this.growthOf(own), spare);
    });
  }

  /** Who ended, of those who started; and the other way about. */
  private partnersOf(quantity: number): number[] {
    return this.flowsOf(quantity).map(({ started, ended }) => (started === quantity ? ended : started));
  }

  /** The months hang together through who is open at their ends, which is hidden: no year to date could stand. */
  private isHopeless(quantity: number): boolean {
    return this.flowsOf(quantity).some(({ open }) =>
      (this.waiting[quantity] ?? []).some(
        month => this.isHidden(open, month) || this.isHidden(open, month - 1),
      ),
    );
  }

  private flowsOf(quantity: number): Flow[] {
    return this.ground.flows.filter(({ started, ended }) => started === quantity || ended === quantity);
  }
}

function firstDifference(one: readonly number[], other: readonly number[]): number {
  return one.map((cost, index) => cost - (other[index] ?? 0)).find(difference => difference !== 0) ?? 0;
}
