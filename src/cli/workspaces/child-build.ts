import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readRunRecord } from '../../history/run-record.js';
import type { Problem } from '../../problems.js';
import { toolPath } from '../../tool-folder.js';

/**
 * A build of one workspace in a process of its own: what goes wrong in it, memory included, stays in it, and what it held is
 * given back to the machine when it ends.
 */

export type Outcome = 'made' | 'unchanged' | 'failed';

export interface ChildBuild {
  readonly outcome: Outcome;
  readonly exitCode: number;
  readonly seconds: number;
  /** Ids of the packs that are there. */
  readonly packs: readonly string[];
  readonly warnings: number;
  /** Where the packs are; '' where there are none. */
  readonly folder: string;
  /** Why it failed. Places are those of the build: within the workspace. */
  readonly problems: readonly Problem[];
}

/** A line of `--log json`; what is told besides problems and messages is not looked at. */
const lineSchema = z.object({
  level: z.string(),
  event: z.string(),
  rule: z.string().optional(),
  message: z.string().optional(),
  file: z.string().optional(),
  line: z.number().optional(),
  column: z.union([z.string(), z.number()]).optional(),
  key: z.string().optional(),
});
type Line = z.infer<typeof lineSchema>;

const resultSchema = z.object({ folder: z.string(), unchanged: z.boolean().optional() });

const running = new Set<ReturnType<typeof spawn>>();

/** For when this process is stopped: each build then clears away what it had begun. */
export function stopBuilds(): void {
  for (const child of running) child.kill();
}

/** @param words those of `build`, without the workspace */
export async function buildInChild(workspace: string, words: readonly string[]): Promise<ChildBuild> {
  const start = performance.now();
  const told: Line[] = [];
  const result: string[] = [];
  const command = [toolPath('bin', 'scorecard.js'), 'build', ...words];
  const child = spawn(process.execPath, [...command, '--workspace', workspace, '--json', '--log', 'json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  running.add(child);
  createInterface({ input: child.stderr }).on('line', text => told.push(...lineOf(text)));
  createInterface({ input: child.stdout }).on('line', text => result.push(text));
  const ended = await new Promise<Ended>(resolve => {
    child.on('error', error => resolve({ code: 3, fault: error.message }));
    child.on('close', (code, signal) => resolve(code === null ? killed(signal) : { code, fault: '' }));
  });
  running.delete(child);
  const seconds = Math.round(performance.now() - start) / 1000;
  if (ended.code === 0) return { ...success(result.join('\n')), seconds };
  const problems = problemsOf(told, ended.fault);
  const none = { packs: [], warnings: 0, folder: '' };
  return { outcome: 'failed', exitCode: ended.code, seconds, ...none, problems };
}

interface Ended {
  readonly code: number;
  /** What the process could not say itself. */
  readonly fault: string;
}

function killed(signal: string | null): Ended {
  const fault = `The system ended this build (${signal}), often for want of memory. Run again with fewer --workers.`;
  return { code: 3, fault };
}

/** What the run's record says of packs that are there, whether they were made now or before. */
function success(result: string): Omit<ChildBuild, 'seconds'> {
  const { folder, unchanged } = resultSchema.parse(JSON.parse(result));
  const file = join(folder, 'run.json');
  const record = existsSync(file) ? readRunRecord(readFileSync(file, 'utf8')) : null;
  return {
    outcome: unchanged ? 'unchanged' : 'made',
    exitCode: 0,
    packs: record?.packs ?? [],
    warnings: record?.warnings.length ?? 0,
    folder,
    problems: [],
  };
}

/** None where the line is no record, such as a warning of Node. */
function lineOf(text: string): Line[] {
  try {
    return [lineSchema.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}

/** Its errors; where it has none, what a strict build stopped at, or else its last words. */
function problemsOf(told: readonly Line[], fault: string): Problem[] {
  const found = told.filter(({ event }) => event === 'problem');
  const errors = found.filter(({ level }) => level === 'error');
  const shown = (errors.length > 0 ? errors : found).map(problemOf);
  if (shown.length > 0 && fault === '') return shown;
  const words = fault || told.findLast(({ event }) => event === 'message')?.message;
  const message = words ?? 'The build ended without a word. Build this workspace alone to see more.';
  return [...shown, { severity: 'error', rule: 'build-ended', message }];
}

function problemOf({ level, rule = '', message = '', file, line, column, key }: Line): Problem {
  const more = {
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(key === undefined ? {} : { key }),
  };
  const severity = level === 'error' || level === 'warning' ? level : 'note';
  return { severity, rule, message, ...(file === undefined ? {} : { place: { file, ...more } }) };
}
