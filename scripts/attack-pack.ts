/**
 * `npm run attack-pack [-- [services] [seed]]`: plays the reader of tests/disclosure/reader.ts against the public packs of 50
 * invented services, among them some that are all small numbers, and of the sample, once with the measures of its public pack
 * and once with every measure. Says what was tried and what he found; ends with 1 where he found anything.
 */

import { attackInvented, inventedPacks } from '../tests/disclosure/invented.js';
import type { Attack } from '../tests/disclosure/reader.js';
import { attackSample, samplePacks } from '../tests/disclosure/sample-packs.js';
import { explained } from '../tests/disclosure/untrue.js';

/** The most that may start in a category in a month: small numbers only, small, middling, large. */
const SIZES = [1, 3, 8, 30];

const [services = 50, seed = 6] = process.argv.slice(2).map(Number);
let found = 0;

function tell(name: string, attack: Attack): void {
  const { targets, identities, untrue, saidByPattern, unexpectedNoughts } = attack;
  const { counts, unexplained } = explained(untrue);
  found += attack.found.length + unexpectedNoughts.length + unexplained.length;
  console.log(
    [
      `${name}: ${targets.length} hidden counts of 1 to 5, ${attack.found.length} narrowed`,
      `${identities} identities, ${untrue.length} more that do not hold`,
      `${saidByPattern.length} sums of which c's and noughts alone say that they are 2 or more`,
    ].join('; '),
  );
  for (const reason of counts) console.log(`  do not hold, ${reason}`);
  for (const says of unexplained) console.log(`  DOES NOT HOLD, AND NOBODY KNOWS WHY: ${says}`);
  for (const { count, truth, values } of attack.found)
    console.log(`  NARROWED: ${count} is ${truth}, and can only be ${values.join(', ')}`);
  for (const name of unexpectedNoughts) console.log(`  A NOUGHT BEHIND A c: ${name}`);
}

for (let index = 0; index < services; index++) {
  const most = SIZES[index % SIZES.length] ?? 1;
  for (const packs of inventedPacks(most, 1, seed + index))
    tell(`service ${index + 1}, up to ${most} a month in a category`, attackInvented(packs));
}
// Where a sum does not hold of the records he is told by how much.
const told = { untrueSums: 'told by how much' } as const;
tell('the sample, its public pack', attackSample(await samplePacks('scorecard 2020'), told));
tell('the sample, every measure', attackSample(await samplePacks(), told));
console.log(found === 0 ? 'He found nothing.' : `He found ${found}.`);
process.exitCode = found === 0 ? 0 : 1;
