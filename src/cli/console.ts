import { formatProblem, type Problem } from '../problems.js';

/** What a command writes: results to stdout, everything else to stderr. Injected, so that tests read it as text. */
export interface Console {
  result(text: string): void;
  say(text: string): void;
  /** Characters in a line of stdout; not known when it is no terminal. */
  readonly width?: number | undefined;
}

export const terminal: Console = {
  result: text => process.stdout.write(`${text}\n`),
  say: text => process.stderr.write(`${text}\n`),
  get width() {
    return process.stdout.columns;
  },
};

/** So many problems of one rule are shown; the rest are counted here and listed in the run's record. */
const MOST_OF_A_RULE = 10;

export function sayProblems(console: Console, problems: readonly Problem[]): void {
  const shown = new Map<string, number>();
  for (const problem of problems) {
    const count = (shown.get(problem.rule) ?? 0) + 1;
    shown.set(problem.rule, count);
    if (count <= MOST_OF_A_RULE) console.say(formatProblem(problem));
  }
  for (const [rule, count] of shown) {
    if (count > MOST_OF_A_RULE) console.say(`… and ${count - MOST_OF_A_RULE} more [${rule}]`);
  }
}
