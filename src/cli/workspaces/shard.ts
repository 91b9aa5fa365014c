import { UserError } from '../../problems.js';

/** One of several machines that divide the workspaces among themselves. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** How Kubernetes tells each pod of an Indexed Job which it is; it counts from 0. */
const JOB_INDEX = 'JOB_COMPLETION_INDEX';

/**
 * `3/14`, or `job/14` for the pod of a Kubernetes Indexed Job.
 * @throws UserError 2 for anything else
 */
export function readShard(text: string, environment: Readonly<Record<string, string | undefined>>): Shard {
  const [, name = '', count = ''] = /^([1-9]\d{0,5}|job)\/([1-9]\d{0,5})$/.exec(text) ?? [];
  const shard = { number: name === 'job' ? jobNumber(environment) : Number(name), of: Number(count) };
  if (name !== '' && shard.number <= shard.of) return shard;
  const told = name === 'job' ? ` (${JOB_INDEX} is ${shard.number - 1})` : '';
  const message = `--shard "${text}"${told} is no share of a whole. Give it as 3/14, the third of fourteen, or as job/14 in a Kubernetes Indexed Job.`;
  throw UserError.of(2, 'unknown-shard', message);
}

function jobNumber(environment: Readonly<Record<string, string | undefined>>): number {
  const index = environment[JOB_INDEX] ?? '';
  if (/^\d{1,6}$/.test(index)) return Number(index) + 1;
  const message = `--shard job/… takes its number from ${JOB_INDEX}, which is not set: this is no Kubernetes Indexed Job. Give the number itself, such as 3/14.`;
  throw UserError.of(2, 'unknown-shard', message);
}

/** Every item is in just one shard, and shards differ by one item at most. */
export function inShard<Item>(items: readonly Item[], { number, of }: Shard): Item[] {
  return items.filter((_, index) => index % of === number - 1);
}
