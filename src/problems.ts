import { isTable, placeInWords } from './table-files.js';

/** What a person can mend: told in one or two sentences, with the place, and never with a stack trace. */

export type Severity = 'error' | 'warning' | 'note';

/**
 * Where something was found. Lines and columns count from 1; of a table, which has no lines, the line is its row. `key` is a
 * dotted path in a settings file.
 */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: string | number;
  readonly key?: string;
}

export interface Problem {
  readonly severity: Severity;
  /** A stable short name, such as `unknown-key`. */
  readonly rule: string;
  /** What is wrong and what to do, without the place. */
  readonly message: string;
  readonly place?: Place;
}

/** 1 data or commentary failed its checks · 2 command or configuration wrong · 3 missing on this machine. */
export type ExitCode = 1 | 2 | 3;

/** One or several problems that end the run. A plain Error is a bug of ours. */
export class UserError extends Error {
  constructor(
    readonly exitCode: ExitCode,
    readonly problems: readonly Problem[],
  ) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'UserError';
  }

  static of(exitCode: ExitCode, rule: string, message: string, place?: Place): UserError {
    return new UserError(exitCode, [{ severity: 'error', rule, message, ...(place ? { place } : {}) }]);
  }
}

/** `path:line:column: severity: message [rule]`, the form that editors and logs link. */
export function formatProblem(problem: Problem): string {
  const place = problem.place ? `${formatPlace(problem.place)}: ` : '';
  return `${place}${problem.severity}: ${problem.message} [${problem.rule}]`;
}

export function formatPlace({ file, line, column, key }: Place): string {
  const numbers = isTable(file)
    ? [line === undefined ? undefined : ` ${placeInWords(file, line)}`]
    : [line, typeof column === 'number' ? column : undefined];
  const position = [file, ...numbers].filter(part => part !== undefined).join(':');
  // Empty where the fault is of the whole file, or of a column without a heading.
  const name = key || (typeof column === 'string' ? column : '');
  return name === '' ? position : `${position}: ${name}`;
}
