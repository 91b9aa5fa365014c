import { describe, expect, it } from 'vitest';
import { randomFrom, surviveFaults } from '../../scripts/survive-faults/survive.js';

/** `npm run survive-faults` tries every moment and every way; here one of each. */
describe('a build to which the worst happens', () => {
  it('when it is killed, or the disk or the browser fails, then no pack is lost and the next run begins clean', async () => {
    const outcomes = await surviveFaults({ isShort: true, wanted: '', random: randomFrom(1) }, () => {});
    expect(outcomes.flatMap(({ name, failures }) => failures.map(failure => `${name}: ${failure}`))).toEqual(
      [],
    );
    const tried = outcomes.filter(outcome => outcome.tried > 0).map(outcome => outcome.name);
    expect(tried).toEqual(
      expect.arrayContaining([
        'killed at the end of a stage',
        'killed at a step on the disk',
        'builds at once',
      ]),
    );
  }, 240_000);
});
