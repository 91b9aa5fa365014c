/**
 * `npm run survive-faults [-- [--short] [seed] [kind]]`: kills builds, fills the disk, stops the browser, turns the clock, and says how
 * much was tried and survived. Survived: a pack stands there whole, the earlier or the new one, nothing that a person
 * put beside it is lost, the next run begins as if nothing had been, and what could be told was told in plain words.
 */

import { type Outcome, randomFrom, surviveFaults } from './survive-faults/survive.js';

const isShort = process.argv.includes('--short');
const seed = Number(process.argv.slice(2).find(word => /^\d+$/.test(word)) ?? Date.now() % 1_000_000);

const wanted = process.argv.slice(2).find(word => /^[a-z]/.test(word)) ?? '';

function tell({ name, tried, failures, notHere }: Outcome): void {
  if (notHere !== '') console.log(`${name}: not tried, ${notHere}`);
  else console.log(`${name}: ${tried} tried, ${tried - failures.length} survived`);
  for (const failure of failures) console.log(`  NOT SURVIVED: ${failure.trim().replaceAll('\n', '\n    ')}`);
}

const outcomes = await surviveFaults({ isShort, wanted, random: randomFrom(seed) }, tell);
const tried = outcomes.reduce((sum, outcome) => sum + outcome.tried, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failures.length, 0);
console.log(`${tried} faults tried, ${tried - failed} survived (seed ${seed}).`);
process.exitCode = failed === 0 ? 0 : 1;
