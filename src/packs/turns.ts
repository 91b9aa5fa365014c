/** So many at a time, and the others in the order of asking: what is begun all at once is all held in memory at once. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private underWay = 0;

  constructor(private readonly most: number) {}

  /** Does the work when its turn has come; whatever becomes of it, the next has its turn after it. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.underWay < this.most) this.underWay += 1;
    else await new Promise<void>(resolve => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.underWay -= 1;
    }
  }
}
