import { sqlProblem } from '../measures/cases.js';
import { UserError } from '../problems.js';
import { type CheckContext, type CheckInput, contextOf } from './context.js';
import { FINDERS, QUERY_MAKERS } from './finders/all.js';
import { createLives } from './finders/date-finders.js';
import { findingsOf } from './findings.js';
import { createLeftOutIds } from './left-out.js';
import { type Line, linesOfRows } from './locate.js';
import { readingHits } from './reading-hits.js';
import { askRows, createCheckMacros, type RowQuery, sifted } from './row-query.js';
import type { Finding, Hit, Rule } from './rule.js';

/** What the rules find in the rows of extracts, and on which lines: most of the work, and the same whatever measures there are. */
export interface FoundInRows {
  readonly hits: Promise<readonly Hit[]>;
  /** Of each extract the lines of the rows that were last looked for, by row key. */
  readonly lines: Map<string, ReadonlyMap<string, readonly Line[]>>;
}

/**
 * Everything that the rules find in the extracts of a run, what matters most first. The engine must hold the extracts, the
 * calendar and the shared SQL.
 * @param inRows what `findInRows` gave of just these extracts and rules, where somebody has asked before
 */
export async function findFindings(
  input: CheckInput,
  rules: readonly Rule[],
  inRows = findInRows(input, rules),
): Promise<Finding[]> {
  const context = contextOf(input);
  const [asked, found] = await Promise.all([inRows.hits, foundHits(context, rules)]);
  const hits = [...readingHits(context), ...asked, ...found];
  await lookForLines(context, hits, inRows.lines);
  return findingsOf(context, rules, hits, inRows.lines);
}

export function findInRows(input: CheckInput, rules: readonly Rule[]): FoundInRows {
  return { hits: hitsInRows(input, rules), lines: new Map() };
}

async function hitsInRows(input: CheckInput, rules: readonly Rule[]): Promise<readonly Hit[]> {
  const context = contextOf(input);
  await createCheckMacros(input.database);
  await createLeftOutIds(context);
  await createLives(context);
  return askedHits(context, rules);
}

type Asked = RowQuery & { readonly rule: Rule; readonly column?: string };

async function askedHits(context: CheckContext, rules: readonly Rule[]): Promise<Hit[]> {
  const queries = await sifted(
    context.database,
    rules.flatMap(rule => queriesOf(context, rule)),
  );
  const hits = await context.database.spread(queries, async (database, { rule, column, ...query }) => {
    try {
      return await askRows(database, rule.id, query, column);
    } catch (error) {
      const file = rule.finds.kind === 'sql' ? rule.finds.file : `checks/${rule.id}.yml`;
      throw new UserError(2, [sqlProblem(file, error)]);
    }
  });
  return hits.flat();
}

function queriesOf(context: CheckContext, rule: Rule): Asked[] {
  const { finds } = rule;
  if (finds.kind === 'finder')
    return QUERY_MAKERS[finds.name]?.(context).map(query => ({ ...query, rule })) ?? [];
  if (finds.kind === 'reading' || !context.with(finds.extract)) return [];
  return [{ rule, extract: finds.extract, column: finds.column, sql: finds.sql }];
}

async function foundHits(context: CheckContext, rules: readonly Rule[]): Promise<Hit[]> {
  const finders = rules.flatMap(({ finds }) => (finds.kind === 'finder' ? (FINDERS[finds.name] ?? []) : []));
  return (await Promise.all(finders.map(find => find(context)))).flat();
}

/** An extract is read again only where the lines of other rows than before are looked for. */
async function lookForLines(
  context: CheckContext,
  hits: readonly Hit[],
  known: FoundInRows['lines'],
): Promise<void> {
  const sought = new Map<string, Set<string>>();
  for (const { extract, rowKey } of hits) {
    if (rowKey !== '') sought.set(extract, (sought.get(extract) ?? new Set()).add(rowKey));
  }
  await Promise.all(
    context.extracts.map(async extract => {
      const { name } = extract.loaded;
      const keys = [...(sought.get(name) ?? [])];
      if (keys.every(key => known.get(name)?.has(key))) return;
      known.set(name, await linesOfRows(context, extract, new Set(keys)));
    }),
  );
}
