import { availableParallelism, totalmem } from 'node:os';
import { UserError } from '../../problems.js';

/** How many builds run side by side, and how they are kept to it. */

/** What a build of a large council takes at its highest with its browser: see docs/scale.md. */
const BYTES_EACH = 2e9;

/** @throws UserError 2 for what is no number of workers */
export function readWorkers(text: string | undefined, machine = thisMachine()): number {
  if (text === undefined) return Math.max(1, Math.min(machine.cores, Math.floor(machine.bytes / BYTES_EACH)));
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  const message = `--workers "${text}" is no number of builds. Give 1 or more; without it, as many as this machine has processors and memory for.`;
  throw UserError.of(2, 'unknown-workers', message);
}

/** What this process may use; in a container less than the machine has. */
function thisMachine(): { cores: number; bytes: number } {
  const allowed = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return { cores: availableParallelism(), bytes: Math.min(totalmem(), allowed) };
}

/** Does the work for every item, at most `most` at once; results in the order of the items. */
export async function withWorkers<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...items.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return results;
}
