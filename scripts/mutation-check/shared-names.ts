import type { Measure } from '../../src/measures/measure.js';

/** Tables, views and functions that measures share, and what is made from each. */

interface Made {
  readonly name: string;
  /** The lines of the file that make it, from 1. */
  readonly firstLine: number;
  readonly text: string;
}

/** The measures whose figures a line of shared SQL can change: those that use what it makes, directly or through others. */
export function measuresThatUse(
  { sql, line }: { sql: string; line: number },
  shared: readonly { sql: string }[],
  measures: readonly Measure[],
): Measure[] {
  const changed = madeBy(sql).findLast(made => made.firstLine <= line);
  if (!changed) return [];
  const all = shared.flatMap(each => madeBy(each.sql));
  const names = new Set([changed.name]);
  // A file may use what any other makes: go round until nothing is added.
  for (let before = 0; before < names.size; ) {
    before = names.size;
    for (const made of all.filter(each => usesAny(each.text, names))) names.add(made.name);
  }
  return measures.filter(measure => measure.versions.some(version => usesAny(version.sql, names)));
}

function madeBy(sql: string): Made[] {
  const parts = sql.split(/^(?=CREATE )/m);
  let line = 1;
  return parts.flatMap(text => {
    const firstLine = line;
    line += text.split('\n').length - 1;
    const name = /^CREATE (?:MACRO|VIEW|TABLE) (\w+)/.exec(text)?.[1];
    return name ? [{ name, firstLine, text }] : [];
  });
}

function usesAny(text: string, names: ReadonlySet<string>): boolean {
  return text.match(/\w+/g)?.some(word => names.has(word)) ?? false;
}
