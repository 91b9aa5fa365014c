import { describe, expect, it } from 'vitest';
import { inShard, readShard } from '../../../src/cli/workspaces/shard.js';

describe('a share of the workspaces', () => {
  it('when every share is built then every workspace is built just once', () => {
    const councils = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const shares = [1, 2, 3].map(number => inShard(councils, { number, of: 3 }));
    expect(shares).toEqual([
      ['a', 'd', 'g'],
      ['b', 'e'],
      ['c', 'f'],
    ]);
  });

  it('when it is the pod of an Indexed Job then its number comes from there, which counts from 0', () => {
    expect(readShard('job/14', { JOB_COMPLETION_INDEX: '0' })).toEqual({ number: 1, of: 14 });
    expect(readShard('job/14', { JOB_COMPLETION_INDEX: '13' })).toEqual({ number: 14, of: 14 });
  });

  it.each(['0/3', '4/3', '3', '3/0', '1.5/3', '-1/3', 'job/', '3/14 '])(
    'when it is %j then it is refused',
    text => {
      expect(() => readShard(text, { JOB_COMPLETION_INDEX: '0' })).toThrow(/is no share of a whole/);
    },
  );

  it('when there is no Indexed Job, or it has more pods than shares, then that is said', () => {
    expect(() => readShard('job/3', {})).toThrow(/JOB_COMPLETION_INDEX, which is not set/);
    expect(() => readShard('job/3', { JOB_COMPLETION_INDEX: '3' })).toThrow(/JOB_COMPLETION_INDEX is 3/);
  });
});
