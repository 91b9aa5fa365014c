import { basename } from 'node:path';
import { type Database, NotAllowed, sqlName, sqlText } from '../extracts/database.js';
import { engineWords } from '../extracts/engine-words.js';
import { didYouMean } from '../nearest.js';
import { type Problem, UserError } from '../problems.js';
import type { Measure, MeasureVersion } from './measure.js';

/** What all figures come from: a row for every case of a measure, in the same columns for all measures. */

/** What a measure's query may return, with the type of each. */
export const CASE_COLUMNS: Readonly<Record<string, string>> = {
  month: 'VARCHAR',
  record_id: 'VARCHAR',
  person_id: 'VARCHAR',
  team: 'VARCHAR',
  event_on: 'DATE',
  limit_on: 'DATE',
  met: 'BOOLEAN',
  not_judged: 'VARCHAR',
  amount: 'DECIMAL(18, 6)',
  weight: 'DECIMAL(18, 6)',
  category_1: 'VARCHAR',
  category_2: 'VARCHAR',
};

/**
 * Runs the shared SQL in the order of its files' numbers. Files of one ten (60-, 61-, …) do not use one another, so they
 * are run side by side.
 * @throws UserError 2 with every fault found in the first ten that has any
 */
export async function createSharedSql(
  database: Database,
  shared: readonly { file: string; sql: string }[],
): Promise<void> {
  const tens = new Map<string, { file: string; sql: string }[]>();
  for (const each of shared) {
    const ten = basename(each.file).slice(0, 1);
    tens.set(ten, [...(tens.get(ten) ?? []), each]);
  }
  for (const files of tens.values()) {
    const problems: Problem[] = [];
    await database.spread(files, async (connection, { file, sql }) => {
      try {
        await connection.define(sql);
      } catch (error) {
        problems.push(error instanceof NotAllowed ? notADefinition(file) : sqlProblem(file, error));
      }
    });
    if (problems.length > 0) throw new UserError(2, problems);
  }
}

/** The cases of one version of a measure, as a query over the extracts. */
export interface CaseQuery {
  readonly version: MeasureVersion;
  /** Its first line is the first line of the version's file. */
  readonly sql: string;
}

/**
 * How the cases of a measure are listed, each month by the version of the definition that was in force in it.
 * @param firstMonth the earliest that a figure of it needs; default the earliest that any does
 */
export async function caseQueries(
  database: Database,
  measure: Measure,
  firstMonth = '',
): Promise<{ queries: CaseQuery[]; problems: Problem[] }> {
  const queries: CaseQuery[] = [];
  const problems: Problem[] = [];
  for (const version of measure.versions) {
    try {
      if ((await database.statementCount(version.sql)) > 1) {
        problems.push(notOneQuery(version.sqlFile));
        continue;
      }
      const columns = await columnsOf(database, version);
      const faults = columnProblems(measure, version, columns);
      problems.push(...faults);
      if (faults.length === 0) {
        queries.push({ version, sql: caseQuery(measure, version, columns, firstMonth) });
      }
    } catch (error) {
      problems.push(sqlProblem(version.sqlFile, error));
    }
  }
  return { queries, problems };
}

/** A second statement could change what other measures count. */
function notOneQuery(file: string): Problem {
  const message = 'It holds several statements. A measure is one SELECT: put helpers before it as WITH.';
  return { severity: 'error', rule: 'not-one-query', message, place: { file } };
}

function notADefinition(file: string): Problem {
  const message = 'Shared SQL may only make tables, views and macros: begin each statement with CREATE.';
  return { severity: 'error', rule: 'not-a-definition', message, place: { file } };
}

async function columnsOf(database: Database, version: MeasureVersion): Promise<string[]> {
  // On one line with the query's first, so that the engine counts the lines as the file does.
  const rows = await database.rows<{ column_name: string }>(`DESCRIBE ${queryOf(version)}`);
  return rows.map(row => row.column_name);
}

/** The columns without which a measure of its kind could have no figure. */
function requiredColumns({ kind, judged, category }: Measure): string[] {
  const byKind = kind === 'ratio' ? ['met'] : kind === 'average' ? ['amount'] : [];
  const levels = category?.titles.map((_, index) => `category_${index + 1}`) ?? [];
  return ['month', 'record_id', ...byKind, ...(judged === 'after limit' ? ['limit_on'] : []), ...levels];
}

function columnProblems(measure: Measure, version: MeasureVersion, columns: readonly string[]): Problem[] {
  const known = Object.keys(CASE_COLUMNS);
  const missing = requiredColumns(measure)
    .filter(name => !columns.includes(name))
    .map(name => `It returns no column "${name}".`);
  const unknown = columns
    .filter(name => !known.includes(name))
    .map(
      name =>
        `It returns a column "${name}".${didYouMean(name, known) || ` A measure returns ${known.join(', ')}.`}`,
    );
  return [...missing, ...unknown].map(message => ({
    severity: 'error',
    rule: 'wrong-columns',
    message,
    place: { file: version.sqlFile },
  }));
}

function caseQuery(
  measure: Measure,
  version: MeasureVersion,
  columns: readonly string[],
  firstMonth: string,
): string {
  const selected = Object.entries(CASE_COLUMNS).map(([name, type]) => {
    const fallback = name === 'weight' ? '1' : 'NULL';
    const counted = countedSql(measure, name, columns);
    if (counted !== '') return `CAST(${counted} AS ${type}) AS ${name}`;
    return `CAST(${columns.includes(name) ? `found.${name}` : fallback} AS ${type}) AS ${name}`;
  });
  const notYetDue =
    measure.judged === 'after limit' && columns.includes('limit_on')
      ? 'coalesce(found.limit_on > report_month_end, false)'
      : 'false';
  const months = [
    firstMonth === ''
      ? 'found.month >= (SELECT min(month) FROM month_ends)'
      : `found.month >= ${sqlText(firstMonth)}`,
    'found.month <= report_month',
    ...(version.from ? [`found.month >= ${sqlText(version.from)}`] : []),
    ...(version.to ? [`found.month <= ${sqlText(version.to)}`] : []),
  ];
  // On one line up to the query, so that the engine counts its lines as the file does.
  return `SELECT ${sqlText(measure.id)} AS measure, ${sqlText(version.label)} AS version, ${selected.join(', ')}, ${notYetDue} AS not_yet_due FROM (${queryOf(version)}
    ) AS found CROSS JOIN report ${countedJoin(measure)} WHERE ${months.join(' AND ')}`;
}

/** What takes the place of a column where a source has counted for itself; '' where nothing does. */
function countedSql({ standIn }: Measure, column: string, columns: readonly string[]): string {
  if (!standIn) return '';
  if (column === 'met') return 'counted.met';
  if (column !== 'not_judged') return '';
  const own = columns.includes('not_judged') ? 'found.not_judged' : 'NULL';
  return `coalesce(${own}, CASE WHEN counted.met IS NULL THEN 'the source does not say' END)`;
}

function countedJoin({ id, standIn }: Measure): string {
  if (!standIn) return '';
  // Rows that are equal stand for one record.
  return `LEFT JOIN (
      SELECT row_key, bool_or(${sqlName(id)}) AS met FROM ${sqlName(standIn.table)} GROUP BY row_key
    ) AS counted ON counted.row_key = found.record_id`;
}

/** People end a query with a semicolon, and remarks after it; inside another query the semicolon must go. */
function queryOf(version: MeasureVersion): string {
  return version.sql.replace(/;(?=(?:\s|--[^\n]*(?:\n|$))*$)/, '');
}

/** The engine's words, without any value, and the line. */
export function sqlProblem(file: string, error: unknown): Problem {
  const text = (error instanceof Error ? error.message : String(error)).replace(/^Failed to [a-z ]+: /, '');
  if (/^Permission Error/.test(text)) return outOfReach(file);
  const line = /LINE (\d+):/.exec(text)?.[1];
  const words = engineWords(text) || WITHOUT_WORDS;
  const message = `The engine cannot run this query: ${words.replace(/[.!]?$/, '.')}`;
  return {
    severity: 'error',
    rule: 'sql-failed',
    message,
    place: { file, ...(line ? { line: Number(line) } : {}) },
  };
}

const WITHOUT_WORDS = "Error (the value is not shown, because it may be a child's)";

function outOfReach(file: string): Problem {
  const message =
    'It asks for a file, an address or a setting. A query can reach the extracts only: put what it needs into one of them.';
  return { severity: 'error', rule: 'out-of-reach', message, place: { file } };
}
