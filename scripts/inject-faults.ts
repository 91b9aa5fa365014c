/**
 * `npm run inject-faults [runs] [seed]`: puts one fault after another into the sample, each at a random row and file, and
 * says how many the checks named. The tests do the same once for each kind.
 */

import { Injector, inOneLine } from '../tests/checks/injector/injector.js';
import { FAULT_KINDS } from '../tests/checks/injector/kinds.js';

/** More say that the checks drown the fault in what follows from it. */
const MOST_EXTRA = 1;

const runs = Number(process.argv[2] ?? 200);
const seed = process.argv[3] ?? '1';

const injector = await Injector.open();
let named = 0;
let drowned = 0;
for (let run = 0; run < runs; run++) {
  const kind = FAULT_KINDS[run % FAULT_KINDS.length];
  if (!kind) throw new Error('no kinds of fault');
  const outcome = await injector.run(kind, `${seed}/${run}`);
  const isDrowned = outcome.extra.length > MOST_EXTRA;
  if (outcome.isNamed) named += 1;
  if (isDrowned) drowned += 1;
  if (!outcome.isNamed || isDrowned || process.argv.includes('--all'))
    console.log(`${run + 1}. ${inOneLine(outcome)}`);
}
console.log(
  `${runs} faults of ${FAULT_KINDS.length} kinds, seed ${seed}: ${named} named with file and line; ${drowned} with more than one finding besides.`,
);
process.exitCode = named === runs && drowned === 0 ? 0 : 1;
