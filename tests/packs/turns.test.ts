import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Turns } from '../../src/packs/turns.js';

/** A piece of work that ends when it is told to. */
function workOf(name: string, begun: string[]) {
  let end = () => {};
  const over = new Promise<void>(resolve => {
    end = resolve;
  });
  const work = async () => {
    begun.push(name);
    await over;
    return name;
  };
  return { work, end: () => end() };
}

describe('turns', () => {
  it('when as many as may be are under way then others wait in the order of asking', async () => {
    const turns = new Turns(2);
    const begun: string[] = [];
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(name => workOf(name, begun));
    const all = [a, b, c, d].flatMap(each => (each ? [turns.take(each.work)] : []));
    await setImmediate();
    expect(begun).toEqual(['a', 'b']);
    b?.end();
    await setImmediate();
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const each of [a, c, d]) each?.end();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('when work fails then whoever asked is told, and the next has its turn', async () => {
    const turns = new Turns(1);
    const failing = turns.take(async () => {
      throw new Error('no paper');
    });
    const next = turns.take(async () => 'printed');
    await expect(failing).rejects.toThrow('no paper');
    expect(await next).toBe('printed');
    expect(await turns.take(async () => 'printed again')).toBe('printed again');
  });
});
