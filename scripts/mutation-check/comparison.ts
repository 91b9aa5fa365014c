import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Database } from '../../src/extracts/database.js';
import { readExtractDefinitions } from '../../src/extracts/definitions.js';
import type { Figure, PeriodKind } from '../../src/figures/figure.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import { figuresOfCases, openCases } from '../../src/figures/work-out.js';
import { readBankHolidays } from '../../src/measures/calendar.js';
import { type Catalogue, readCatalogue } from '../../src/measures/catalogue.js';
import type { Measure } from '../../src/measures/measure.js';
import { UserError } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';
import { openWorkspace } from '../../src/workspace/workspace.js';

/** The workspace of edges and the figures that another program worked out for it. */

const MONTH = '2020-09';
/** The columns compared, and to how many digits. */
const COMPARED = { value: 6, numerator: 10, denominator: 10, not_yet_due: 10, not_judged: 10 };

type Expected = Readonly<Record<string, string>>;

export type Verdict = 'agrees' | 'differs' | 'cannot run';

export interface Comparison {
  readonly catalogue: Catalogue;
  /** Works a measure out over the extracts, which are loaded once, and compares its rows. */
  compare(measure: Measure): Promise<Verdict>;
  /** Puts other shared SQL in the place of a file's. False where it, or what uses it, cannot run. */
  replaceShared(file: string, sql: string): Promise<boolean>;
  close(): Promise<void>;
}

export async function openComparison(): Promise<Comparison> {
  const folder = toolPath('tests', 'workspaces', 'edges');
  const expected = parse(readFileSync(join(folder, 'expected.csv'), 'utf8'), { columns: true }) as Expected[];
  const catalogue = readCatalogue([toolPath('measures')], readExtractDefinitions());
  const database = await Database.open();
  const figuresOf = await loadExtracts(database, folder, catalogue);
  // The few rows in which the other program is known to differ prove nothing: only those that agreed are compared.
  const agreed = new Map<string, readonly Expected[]>();
  for (const measure of catalogue.measures) {
    const rows = expected.filter(row => row.measure === measure.id);
    const figures = rows.length > 0 ? await figuresOf(measure) : undefined;
    agreed.set(measure.id, figures ? rows.filter(row => agrees(row, figures)) : []);
  }
  return {
    catalogue,
    compare: async measure => {
      const figures = await figuresOf(measure);
      if (!figures) return 'cannot run';
      return agreed.get(measure.id)?.every(row => agrees(row, figures)) ? 'agrees' : 'differs';
    },
    replaceShared: async (file, sql) => {
      // What later files make of this one's tables is made again.
      const first = catalogue.shared.findIndex(each => each.file === file);
      const texts = [sql, ...catalogue.shared.slice(first + 1).map(each => each.sql)];
      try {
        for (const text of texts) {
          await database.run(text.replaceAll(/^CREATE (?=MACRO|VIEW|TABLE)/gm, 'CREATE OR REPLACE '));
        }
        return true;
      } catch {
        return false;
      }
    },
    close: () => database.close(),
  };
}

type FiguresOf = (measure: Measure) => Promise<FigureSet | undefined>;

/** Loads the extracts. @returns what works out one measure over them; undefined where its query cannot run */
async function loadExtracts(database: Database, folder: string, catalogue: Catalogue): Promise<FiguresOf> {
  const { workspace } = openWorkspace(folder);
  if (!workspace) throw new Error('the workspace of edges cannot be read');
  const holidays = readBankHolidays(toolPath('reference', 'bank-holidays.json'), 'bank-holidays.json');
  const definitions = readExtractDefinitions();
  const question = { workspace, catalogue, definitions, holidays, month: MONTH };
  const read = await openCases(database, question);
  return async measure => {
    try {
      const alone = { ...question, catalogue: { ...catalogue, measures: [measure] } };
      return new FigureSet(await figuresOfCases(database, alone, read));
    } catch (error) {
      if (error instanceof UserError) return undefined;
      throw error;
    }
  };
}

/** Whether a figure is the one expected; a blank cell is not compared. */
function agrees(row: Expected, figures: FigureSet): boolean {
  const { measure = '', month = '', team = '', category = '' } = row;
  const key = {
    measure,
    month,
    team,
    category,
    of: row.of as Figure['of'],
    period: row.period as PeriodKind,
  };
  const figure = figures.get(key);
  if (!figure || figure.status !== row.status) return false;
  const { value, numerator, denominator, notYetDue, notJudged } = figure;
  const found: Readonly<Record<string, number | null>> = {
    value,
    numerator,
    denominator,
    not_yet_due: notYetDue,
    not_judged: notJudged,
  };
  return Object.entries(COMPARED).every(([column, digits]) => {
    const wanted = row[column] ?? '';
    return wanted === '' || digitsOf(found[column] ?? null, digits) === digitsOf(Number(wanted), digits);
  });
}

function digitsOf(number: number | null, digits: number): string {
  return number === null ? 'nothing' : Number(number.toPrecision(digits)).toString();
}
