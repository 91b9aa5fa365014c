import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Measure } from '../src/measures/measure.js';
import { toolPath } from '../src/tool-folder.js';
import { type Comparison, openComparison } from './mutation-check/comparison.js';
import { HandWorkedTests } from './mutation-check/hand-worked.js';
import { type Mutant, mutantsOf } from './mutation-check/mutants.js';
import { measuresThatUse } from './mutation-check/shared-names.js';

/**
 * Changes the queries of measures one operator, number or date bound at a time, and shows that a test fails for each:
 * npm run mutation-check [-- measure-id...]. Without ids: every measure.
 * "shared" stands for the SQL that measures share.
 */

type Fate = 'comparison' | 'hand-worked' | 'invalid' | 'survived';

interface Outcome {
  /** The measure's id; of shared SQL its file. */
  readonly of: string;
  readonly file: string;
  readonly mutant: Mutant;
  readonly fate: Fate;
}

interface Accepted {
  readonly measure: string;
  readonly mutation: string;
  readonly why: string;
}

async function fateOf(
  comparison: Comparison,
  measure: Measure,
  version: number,
  mutant: Mutant,
  tests: HandWorkedTests,
): Promise<Fate> {
  const versions = measure.versions.map((each, index) =>
    index === version ? { ...each, sql: mutant.sql } : each,
  );
  const verdict = await comparison.compare({ ...measure, versions });
  if (verdict === 'cannot run') return 'invalid';
  if (verdict === 'differs') return 'comparison';
  const file = measure.versions[version]?.sqlFile ?? '';
  return tests.notice(file, mutant.sql, [testsOf(measure)]) ? 'hand-worked' : 'survived';
}

async function mutateMeasure(
  comparison: Comparison,
  measure: Measure,
  tests: HandWorkedTests,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, { sql, sqlFile }] of measure.versions.entries()) {
    for (const mutant of mutantsOf(sql)) {
      const fate = await fateOf(comparison, measure, index, mutant, tests);
      outcomes.push({ of: measure.id, file: sqlFile, mutant, fate });
    }
  }
  return outcomes;
}

/** A change of shared SQL is noticed where it is in any of the measures that use it. */
async function mutateShared(
  comparison: Comparison,
  { file, sql }: { file: string; sql: string },
  tests: HandWorkedTests,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const { shared, measures } = comparison.catalogue;
  for (const mutant of mutantsOf(sql)) {
    const users = measuresThatUse({ sql, line: mutant.line }, shared, measures);
    let fate: Fate = (await comparison.replaceShared(file, mutant.sql)) ? 'survived' : 'invalid';
    if (fate !== 'invalid' && (await isNoticed(comparison, users))) fate = 'comparison';
    await comparison.replaceShared(file, sql);
    if (fate === 'survived' && tests.notice(file, mutant.sql, users.map(testsOf))) fate = 'hand-worked';
    outcomes.push({ of: file, file, mutant, fate });
  }
  return outcomes;
}

/** A query that cannot run over the changed SQL is noticed too: nobody gets a wrong figure from it. */
async function isNoticed(comparison: Comparison, measures: readonly Measure[]): Promise<boolean> {
  for (const measure of measures) {
    if ((await comparison.compare(measure)) !== 'agrees') return true;
  }
  return false;
}

function testsOf({ id }: Measure): string {
  return `tests/measures/${id}.test.ts`;
}

function isAccepted(accepted: readonly Accepted[], { of, mutant }: Outcome): boolean {
  return accepted.some(row => row.measure === of && row.mutation === mutant.name && row.why.trim() !== '');
}

function report(outcomes: readonly Outcome[], accepted: readonly Accepted[]): void {
  for (const outcome of outcomes.filter(each => each.fate === 'survived')) {
    const note = isAccepted(accepted, outcome) ? ' (accepted)' : '';
    const { line, was, name } = outcome.mutant;
    console.log(`${outcome.of}, ${outcome.file} line ${line}: ${was} -> ${name}${note}`);
  }
}

function summary(outcomes: readonly Outcome[]): string {
  const count = (fate: Fate) => outcomes.filter(each => each.fate === fate).length;
  return `${outcomes.length} mutants: ${count('comparison')} killed by the comparison, ${count('hand-worked')} by hand-worked tests, ${count('invalid')} invalid, ${count('survived')} survived`;
}

async function main(ids: readonly string[]): Promise<boolean> {
  const file = toolPath('scripts', 'mutation-check', 'accepted.csv');
  const accepted = parse(readFileSync(file, 'utf8'), { columns: true }) as Accepted[];
  const comparison = await openComparison();
  const tests = new HandWorkedTests();
  try {
    const { measures, shared } = comparison.catalogue;
    const chosen = measures.filter(({ id }) => ids.length === 0 || ids.includes(id));
    const unknown = ids.filter(id => id !== 'shared' && !measures.some(measure => measure.id === id));
    if (unknown.length > 0) throw new Error(`there is no measure ${unknown.join(', ')}`);
    const outcomes: Outcome[] = [];
    const tell = (found: readonly Outcome[]) => {
      report(found, accepted);
      outcomes.push(...found);
    };
    for (const measure of chosen) tell(await mutateMeasure(comparison, measure, tests));
    for (const each of ids.includes('shared') ? shared : []) {
      tell(await mutateShared(comparison, each, tests));
    }
    console.log(summary(outcomes));
    return outcomes.every(each => each.fate !== 'survived' || isAccepted(accepted, each));
  } finally {
    tests.close();
    await comparison.close();
  }
}

if (!(await main(process.argv.slice(2)))) process.exitCode = 1;
