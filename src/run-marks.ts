import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/**
 * The mark of a run, for the names of what it leaves lying about if it is killed: the machine, the process and a random
 * part. Whoever comes next sees from it whether anybody still works there. No clock is asked: clocks jump.
 */

const MARK = /^([a-z0-9]+)-(\d+)-[0-9a-f]{8}$/;
const LONGEST_HOST = 40;

const host =
  hostname()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, LONGEST_HOST) || 'host';
const given = new Set<string>();

export interface RunMark {
  readonly host: string;
  readonly pid: number;
}

/** A new mark of this process. */
export function newMark(): string {
  const mark = `${host}-${process.pid}-${randomBytes(4).toString('hex')}`;
  given.add(mark);
  return mark;
}

/** null for a text that is no mark */
export function readMark(text: string): RunMark | null {
  const found = MARK.exec(text);
  return found ? { host: found[1] ?? '', pid: Number(found[2]) } : null;
}

export type RunState = 'at work' | 'ended' | 'not known';

/** Of a run on another machine nothing is known. */
export function stateOf(mark: string): RunState {
  const run = readMark(mark);
  if (run === null || run.host !== host) return 'not known';
  // A container starts counting anew, so that the number of a run that was killed may be ours.
  if (run.pid === process.pid) return given.has(mark) ? 'at work' : 'ended';
  return isAlive(run.pid) ? 'at work' : 'ended';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Refused: it is there and is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
