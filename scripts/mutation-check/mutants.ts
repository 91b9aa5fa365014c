/** A query with one thing in it changed: what a test must notice. */
export interface Mutant {
  /** Of the file, from 1. */
  readonly line: number;
  /** The line as it was and as it reads now, without the space around it. */
  readonly was: string;
  readonly reads: string;
  /** What tells the mutant from the others of its query: the changed line, numbered where another reads the same. */
  readonly name: string;
  readonly sql: string;
}

interface Change {
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

const OPERATORS: Readonly<Record<string, string>> = {
  '<=': '<',
  '<': '<=',
  '>=': '>',
  '>': '>=',
  '=': '<>',
  '<>': '=',
};

/** Words whose opposite is another condition. */
const OPPOSITES: Readonly<Record<string, string>> = {
  'IS NOT NULL': 'IS NULL',
  'IS NULL': 'IS NOT NULL',
  'IS NOT TRUE': 'IS TRUE',
  'NOT IN': 'IN',
  IN: 'NOT IN',
  // What holds where nothing is recorded: coalesce(..., false).
  false: 'true',
  true: 'false',
};

/** Every mutant of a query, in the order of its text. Comments and strings are left alone. */
export function mutantsOf(sql: string): Mutant[] {
  const code = withoutWords(sql);
  const changes = [...operators(code), ...opposites(code), ...numbers(code), ...dateBounds(code)];
  const seen = new Map<string, number>();
  return changes
    .sort((a, b) => a.at - b.at)
    .map(change => {
      const mutated = sql.slice(0, change.at) + change.by + sql.slice(change.at + change.length);
      const line = sql.slice(0, change.at).split('\n').length;
      const reads = lineOf(mutated, line);
      const count = (seen.get(reads) ?? 0) + 1;
      seen.set(reads, count);
      const name = count === 1 ? reads : `${reads} [${count}]`;
      return { line, was: lineOf(sql, line), reads, name, sql: mutated };
    });
}

function lineOf(sql: string, line: number): string {
  return (sql.split('\n')[line - 1] ?? '').trim();
}

/** The query with its comments and strings blanked out, so that every place is still where it was. */
function withoutWords(sql: string): string {
  return sql.replace(/--[^\n]*|'(?:[^']|'')*'/g, words => ' '.repeat(words.length));
}

function operators(code: string): Change[] {
  return matches(code, /<=|>=|<>|<|>|=/g).map(({ at, text }) => ({
    at,
    length: text.length,
    by: OPERATORS[text] ?? text,
  }));
}

function opposites(code: string): Change[] {
  return matches(code, /\b(?:IS NOT NULL|IS NULL|IS NOT TRUE|NOT IN|IN|false|true)\b/g).map(
    ({ at, text }) => ({ at, length: text.length, by: OPPOSITES[text] ?? text }),
  );
}

/** Every number one lower and one higher: working days, hours, months, ages, places in an order. */
function numbers(code: string): Change[] {
  return matches(code, /(?<![\w.])\d+\b/g).flatMap(({ at, text }) =>
    [-1, 1].map(step => ({ at, length: text.length, by: String(Number(text) + step) })),
  );
}

/** The days that a condition is bounded by without saying a number: BETWEEN two columns, and open at the end of a day. */
function dateBounds(code: string): Change[] {
  const between = matches(code, /(?<=\bBETWEEN )[a-z_.]+|(?<=\bBETWEEN [a-z_.]+ AND )[a-z_.]+/g);
  const openAt = matches(code, /(?<=\bopen_at\([a-z_.]+, [a-z_.]+, )[a-z_.]+(?=\))/g);
  return [...between, ...openAt].flatMap(({ at, text }) =>
    [' - 1', ' + 1'].map(step => ({ at, length: text.length, by: `${text}${step}` })),
  );
}

function matches(code: string, pattern: RegExp): { at: number; text: string }[] {
  return [...code.matchAll(pattern)].map(match => ({ at: match.index, text: match[0] }));
}
