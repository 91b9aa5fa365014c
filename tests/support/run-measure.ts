import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../src/extracts/database.js';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import type { Figure, PeriodKind } from '../../src/figures/figure.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import { figuresOfCases, openCases } from '../../src/figures/work-out.js';
import { readBankHolidays } from '../../src/measures/calendar.js';
import { readCatalogue } from '../../src/measures/catalogue.js';
import { formatProblem } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { createCaseTable, listCases } from './list-cases.js';

/** One measure over a few typed rows, so that a test can say what becomes of each of them. */

export interface Case {
  readonly month: string;
  readonly record_id: string;
  readonly person_id: string | null;
  readonly team: string | null;
  readonly event_on: string | null;
  readonly limit_on: string | null;
  readonly met: boolean | null;
  readonly not_judged: string | null;
  readonly amount: number | null;
  readonly weight: number;
  readonly category_1: string | null;
  readonly category_2: string | null;
  readonly not_yet_due: boolean;
  readonly [column: string]: string | number | boolean | null;
}

export interface MeasureRun {
  /** The case of a record in a month; undefined when the measure does not list it. */
  caseOf(record: string, month?: string): Case | undefined;
  /** All cases of a month, by record. */
  casesIn(month: string): readonly Case[];
  figure(
    period: PeriodKind,
    month?: string,
    parts?: { team?: string; category?: string; of?: 'value' | 'rate' },
  ): Figure | undefined;
}

export interface RunOptions {
  /** Report month; default 2020-09. */
  readonly month?: string;
  /** Lines for scorecard.yml besides the council and the dates. */
  readonly settings?: string;
  readonly coversFrom?: string;
  readonly teams?: string;
  readonly populations?: string;
}

/** @param extracts CSV text by extract name, in our own layout, the heading row first */
export async function runMeasure(
  id: string,
  extracts: Readonly<Record<string, string>>,
  options: RunOptions = {},
): Promise<MeasureRun> {
  const { month = '2020-09', coversFrom = '2001-04-01' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
  const database = await Database.open();
  try {
    writeWorkspace(folder, extracts, options, coversFrom);
    const definitions = readExtractDefinitions();
    // The mutation check runs these tests against queries with one thing in them changed.
    const measures = process.env.SCORECARD_TEST_MEASURES ?? toolPath('measures');
    const everything = readCatalogue([measures], definitions);
    const catalogue = { ...everything, measures: everything.measures.filter(measure => measure.id === id) };
    if (catalogue.measures.length === 0) throw new Error(`there is no measure ${id}`);
    const { workspace } = openWorkspace(folder);
    if (!workspace) throw new Error('the test workspace cannot be read');
    const holidays = readBankHolidays(toolPath('reference', 'bank-holidays.json'), 'bank-holidays.json');
    const question = { workspace, catalogue, definitions, holidays, month };
    const read = await openCases(database, question);
    await createCaseTable(database);
    const problems = (
      await Promise.all(catalogue.measures.map(measure => listCases(database, measure)))
    ).flat();
    if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
    const cases = await database.rows<Case>(
      'SELECT * REPLACE (CAST(amount AS DOUBLE) AS amount, CAST(weight AS DOUBLE) AS weight) FROM cases ORDER BY ALL',
    );
    const figures = new FigureSet(await figuresOfCases(database, question, read));
    return {
      caseOf: (record, of = month) => cases.find(each => each.record_id === record && each.month === of),
      casesIn: of => cases.filter(each => each.month === of),
      figure: (period, of = month, parts = {}) => figures.get({ measure: id, period, month: of, ...parts }),
    };
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeWorkspace(
  folder: string,
  extracts: Readonly<Record<string, string>>,
  options: RunOptions,
  coversFrom: string,
): void {
  mkdirSync(join(folder, 'extracts'));
  const settings = [
    'council: { name: Test }',
    'extracted_on: 2020-10-05',
    `covers_from: ${coversFrom}`,
    options.settings ?? '',
  ];
  writeFileSync(join(folder, 'scorecard.yml'), settings.join('\n'));
  writeFileSync(join(folder, 'teams.csv'), options.teams ?? 'team\n');
  writeFileSync(
    join(folder, 'populations.csv'),
    options.populations ?? 'from,ages,population\n,0-17,36100\n',
  );
  for (const [name, text] of Object.entries(extracts)) {
    const lines = text
      .trim()
      .split('\n')
      .map(line => line.trim());
    writeFileSync(join(folder, 'extracts', `${name}.csv`), `${lines.join('\n')}\n`);
  }
}
