import { describe, expect, it } from 'vitest';
import { readWorkers, withWorkers } from '../../../src/cli/workspaces/workers.js';

describe('builds side by side', () => {
  it.each([
    [{ cores: 2, bytes: 16e9 }, 2],
    [{ cores: 16, bytes: 8e9 }, 4],
    [{ cores: 4, bytes: 1e9 }, 1],
  ])('when nobody says how many then %o decides: %i', (machine, expected) => {
    expect(readWorkers(undefined, machine)).toBe(expected);
  });

  it.each(['0', '-1', '1.5', 'two', ''])('when they are %j then they are refused', text => {
    expect(() => readWorkers(text)).toThrow(/is no number of builds/);
  });

  it('when there are more items than workers then no more than these are worked on at once, and results keep order', async () => {
    let atWork = 0;
    let most = 0;
    const results = await withWorkers([30, 10, 20, 5], 2, async milliseconds => {
      atWork += 1;
      most = Math.max(most, atWork);
      await new Promise(resolve => setTimeout(resolve, milliseconds));
      atWork -= 1;
      return milliseconds;
    });
    expect(results).toEqual([30, 10, 20, 5]);
    expect(most).toBe(2);
  });
});
