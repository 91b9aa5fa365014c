import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/rule.js';
import { Injector, inOneLine, type Outcome } from './injector/injector.js';
import { FAULT_KINDS, HARMLESS_KINDS } from './injector/kinds.js';
import { People } from './injector/people.js';
import { Sample } from './injector/sample.js';

/** Every kind of fault once, at a place that is the same in every run. `npm run inject-faults` tries many more places. */

const SEED = 'once';
const MOST_EXTRA = 1;
/** While the engine works on one, the next is written and the last compared. */
const AT_ONCE = 3;
/** In milliseconds. All kinds take a minute on a machine that does nothing else, and others may be at work. */
const LONGEST = 600_000;

describe('a fault put into the sample', () => {
  let clean: readonly Finding[] = [];
  const outcomes = new Map<string, Outcome>();

  beforeAll(async () => {
    const injector = await Injector.open({ onlyRelated: true });
    clean = injector.cleanFindings;
    const waiting = [...FAULT_KINDS, ...HARMLESS_KINDS];
    const work = async () => {
      for (let kind = waiting.shift(); kind; kind = waiting.shift())
        outcomes.set(kind.name, await injector.run(kind, SEED));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }, LONGEST);

  function outcomeOf(name: string): Outcome {
    const outcome = outcomes.get(name);
    if (!outcome) throw new Error(`"${name}" was not tried`);
    return outcome;
  }

  it('when the sample is clean then there are notes only', () => {
    expect(clean.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('when kinds are counted then there are at least 40, each of another name', () => {
    expect(new Set(FAULT_KINDS.map(({ name }) => name)).size).toBe(FAULT_KINDS.length);
    expect(FAULT_KINDS.length).toBeGreaterThanOrEqual(40);
  });

  it.each(FAULT_KINDS.map(({ name }) => name))(
    'when there is %s then its rule names file and line, and tells at most one thing besides',
    name => {
      const outcome = outcomeOf(name);
      expect(outcome.isNamed, inOneLine(outcome)).toBe(true);
      expect(outcome.extra.length, inOneLine(outcome)).toBeLessThanOrEqual(MOST_EXTRA);
    },
  );

  it.each([...FAULT_KINDS, ...HARMLESS_KINDS].map(({ name }) => name))(
    'when there is %s then nobody is named by id or date of birth',
    name => expect(outcomeOf(name).namesPeople).toEqual([]),
  );

  it('when somebody is named then it is seen', () => {
    const people = new People(new Sample());
    expect(people.count).toBeGreaterThan(10_000);
    // The first of people.csv.
    expect(people.namedIn('Found "P00001", born 2014-10-25 or 25/10/2014.')).toContain('P00001');
    expect(people.namedIn('born 24/07/2011, born 2011-07-24')).toEqual(['24/07/2011', '2011-07-24']);
  });

  it.each(HARMLESS_KINDS.map(({ name }) => name))('when there is %s then nothing is told', name => {
    const outcome = outcomeOf(name);
    expect(outcome.extra.length, inOneLine(outcome)).toBe(0);
  });
});
