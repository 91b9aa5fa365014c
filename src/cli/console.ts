import type { Problem } from '../problems.js';

/** What a command writes: results to stdout, everything else to stderr. Injected, so that tests read it as text. */
export interface Console {
  result(text: string): void;
  say(text: string): void;
  problem(problem: Problem): void;
  /** A stage of a run has begun. */
  begin(stage: Stage): void;
  /** It has ended. */
  done(stage: DoneStage): void;
  /** Characters in a line of stdout; not known when it is no terminal. */
  readonly width?: number | undefined;
  /** Whether all is to be told: notes, every problem, and where the time went. */
  readonly isVerbose?: boolean;
  /** Whether only problems and results are. */
  readonly isQuiet?: boolean;
}

export interface Stage {
  readonly name: string;
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

export interface DoneStage extends Stage {
  readonly detail: string;
  readonly seconds: number;
}

/** So many problems of one rule are shown; the rest are counted here and listed in the run's record. */
const MOST_OF_A_RULE = 10;

export function sayProblems(console: Console, problems: readonly Problem[]): void {
  const most = console.isVerbose ? Number.POSITIVE_INFINITY : MOST_OF_A_RULE;
  const shown = new Map<string, number>();
  for (const problem of problems) {
    const count = (shown.get(problem.rule) ?? 0) + 1;
    shown.set(problem.rule, count);
    if (count <= most) console.problem(problem);
  }
  for (const [rule, count] of shown) {
    if (count > most) console.say(`… and ${count - most} more [${rule}]`);
  }
}
