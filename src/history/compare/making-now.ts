import { latestExtraction } from '../../extracts/coverage.js';
import { Database, sqlText } from '../../extracts/database.js';
import type { Figure } from '../../figures/figure.js';
import { figuresOfCases, openCases, type Question } from '../../figures/work-out.js';
import { caseQueries } from '../../measures/cases.js';
import { isSnapshot, type Measure } from '../../measures/measure.js';
import { monthEnd } from '../../months.js';
import { sha256 } from '../../sha256.js';
import { caseKey, type KnownCases } from '../case-log.js';
import { type CaseState, listCaseStates } from '../case-states.js';
import type { RunRecord } from '../run-record.js';
import type { RunInputs } from './grounds.js';
import { groundsOf } from './grounds.js';
import type { Making } from './making.js';
import { monthsOfRecords } from './published-making.js';

/** A month as the workspace's files would make it now. */

export interface MakingNow extends Making {
  /** Of all months of the series, for the sentences that name some. */
  readonly series: readonly Figure[];
}

export interface NowQuestion extends Question {
  /** The cases that were known before: what is not among them, or not among those of now, is looked for elsewhere. */
  readonly before: KnownCases;
  readonly monthsOf: (measure: Measure) => readonly string[];
  readonly facts: Pick<RunInputs, 'versions' | 'settings'> & {
    readonly inputs: Omit<RunRecord['inputs'], 'extracts'>;
  };
}

export async function makeNow(question: NowQuestion): Promise<MakingNow> {
  const database = await Database.open();
  try {
    // What is wrong with the extracts is for check and build to say; a comparison shows what follows from it.
    const read = await openCases(database, { ...question, onRead: async () => {} });
    const series = await figuresOfCases(database, question, read);
    const states = await listCaseStates(database, question, read, question.monthsOf);
    const cases = new Map(states.map(state => [caseKey(state), state]));
    const later = latestExtraction(read.coverage).slice(0, 7);
    const lastMonth = later > question.month ? later : question.month;
    const moved = await monthsOfMoved(database, question, cases, lastMonth);
    const extracts = read.loaded.flatMap(({ name, files }) =>
      files.map(({ file, sha256: hash, rowsRead }) => ({
        extract: name,
        file,
        sha256: hash,
        rows_read: rowsRead,
      })),
    );
    return {
      name: 'now',
      series,
      figures: series.filter(figure => figure.month === question.month),
      cases,
      monthsOfRecords: moved,
      definitions: definitionsNow(question.catalogue.measures),
      grounds: groundsOf({ ...question.facts, inputs: { ...question.facts.inputs, extracts } }),
    };
  } finally {
    await database.close();
  }
}

export function definitionsNow(measures: readonly Measure[]): Map<string, Map<string, string>> {
  return new Map(
    measures.map(({ id, versions }) => [
      id,
      new Map(versions.map(({ label, sql }) => [label, sha256(Buffer.from(sql))])),
    ]),
  );
}

/** For the records that came or went, every month in which they are listed now, also after the month asked about. */
async function monthsOfMoved(
  database: Database,
  { catalogue, before, monthsOf }: NowQuestion,
  now: KnownCases,
  lastMonth: string,
): Promise<Map<string, Map<string, Set<string>>>> {
  const end = `DATE ${sqlText(monthEnd(lastMonth))}`;
  await database.run(`UPDATE report SET report_month = ${sqlText(lastMonth)}, report_month_end = ${end}`);
  const found = monthsOfRecords(now);
  const asked = catalogue.measures.filter(measure => !isSnapshot(measure) || measure.window > 0);
  await database.spread(asked, async (connection, measure) => {
    const months = new Set(monthsOf(measure));
    const records = recordsOfOneSide(measure, months, before, now);
    if (records.length === 0) return;
    const { queries } = await caseQueries(connection, measure);
    for (const { sql } of queries) {
      const rows = await connection.rows<{ record: string; month: string }>(
        `SELECT DISTINCT record_id AS record, month FROM (${sql}) WHERE record_id IN (${records.map(sqlText).join(', ')})`,
      );
      for (const { record, month } of rows) {
        const ofMeasure = found.get(measure.id) ?? new Map<string, Set<string>>();
        found.set(measure.id, ofMeasure);
        ofMeasure.set(record, (ofMeasure.get(record) ?? new Set<string>()).add(month));
      }
    }
  });
  return found;
}

function recordsOfOneSide(
  { id }: Measure,
  months: ReadonlySet<string>,
  before: KnownCases,
  now: KnownCases,
): string[] {
  const isAsked = (state: CaseState) => state.measure === id && months.has(state.month);
  const only = (these: KnownCases, those: KnownCases) =>
    [...these].filter(([key, state]) => isAsked(state) && !those.has(key)).map(([, { record }]) => record);
  return [...new Set([...only(before, now), ...only(now, before)])];
}
