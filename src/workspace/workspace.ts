import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Problem, UserError } from '../problems.js';
import { readLogo } from './council-logo.js';
import { checkTable, type TableRow } from './csv-table.js';
import { glossaryRow, repeatedNames, toGlossaryEntry } from './glossary-table.js';
import {
  actionRow,
  comparatorRow,
  judgementRow,
  populationRow,
  targetRow,
  teamRow,
  toAction,
  toTarget,
  toTeam,
} from './hand-kept.js';
import { linksOut } from './links.js';
import type { Plan } from './plans/plan.js';
import { readPlans } from './plans/read-plans.js';
import { type Settings, settingsSchema } from './settings.js';
import { SETTINGS_FILE } from './settings-file.js';
import type { ActionItem, Comparator, GlossaryEntry, Judgement, Population, Target, Team } from './tables.js';
import { checkYaml } from './yaml-file.js';

/** What the performance team keeps by hand: read whole, every problem told at once. */
export interface Workspace {
  readonly folder: string;
  readonly settings: Settings;
  /** Line of a setting in scorecard.yml. */
  readonly lineOfSetting: (path: readonly PropertyKey[]) => number;
  readonly targets: readonly TableRow<Target>[];
  readonly comparators: readonly TableRow<Comparator>[];
  /** Ratings by people; few workspaces have any. */
  readonly judgements: readonly TableRow<Judgement>[];
  readonly populations: readonly TableRow<Population>[];
  readonly teams: readonly TableRow<Team>[];
  readonly actions: readonly TableRow<ActionItem>[];
  /** Terms of its own, which add to the built-in ones and replace them. */
  readonly glossary: readonly TableRow<GlossaryEntry>[];
  /** Those of plans/, in the order of their names; few workspaces have any. */
  readonly plans: readonly Plan[];
  /** The council's logo as a data: address; '' where it has given none. */
  readonly logo: string;
  /** Files that were read, relative to the folder, for the run's record. */
  readonly files: readonly string[];
}

export interface OpenedWorkspace {
  /** Absent when scorecard.yml itself could not be understood. */
  readonly workspace?: Workspace;
  readonly problems: readonly Problem[];
}

const GLOSSARY_FILE = 'glossary.csv';

/** @throws UserError 2 when the folder is not a workspace at all */
export function openWorkspace(folder: string): OpenedWorkspace {
  checkFolder(folder);
  if (!existsSync(join(folder, SETTINGS_FILE))) {
    const advice = 'Run from a workspace, or give one with --workspace.';
    throw UserError.of(
      2,
      'no-workspace',
      `${folder} is not a workspace: it has no ${SETTINGS_FILE}. ${advice}`,
    );
  }
  const reader = new TableReader(folder);
  const settingsText = reader.text(SETTINGS_FILE);
  const settings = settingsText === null ? null : checkYaml(SETTINGS_FILE, settingsText, settingsSchema);
  const tables = {
    targets: reader.table('targets.csv', targetRow, toTarget, 'nothing is rated'),
    comparators: reader.table('comparators.csv', comparatorRow, row => row, 'there are no comparators'),
    judgements: reader.optionalTable('judgements.csv', judgementRow, row => row),
    populations: reader.table('populations.csv', populationRow, row => row, 'there are no rates'),
    teams: reader.table('teams.csv', teamRow, toTeam, 'teams stand as recorded'),
    actions: reader.table('actions.csv', actionRow, toAction, 'there are no priority actions'),
    glossary: reader.optionalTable(GLOSSARY_FILE, glossaryRow, toGlossaryEntry),
  };
  const plans = readPlans(folder, file => reader.text(file));
  const problems = [
    ...(settings?.problems ?? []),
    ...reader.problems,
    ...plans.problems,
    ...repeatedNames(GLOSSARY_FILE, tables.glossary),
  ];
  if (!settings?.value) return { problems };
  const lineOfSetting = settings.lineOf ?? (() => 1);
  const { logo: logoFile } = settings.value.council;
  const logo = logoFile
    ? readLogo(folder, logoFile, lineOfSetting(['council', 'logo']))
    : { dataUri: '', problems: [] };
  const files = logoFile && logo.dataUri !== '' ? [...reader.files, logoFile] : reader.files;
  return {
    workspace: {
      folder,
      settings: settings.value,
      lineOfSetting,
      ...tables,
      plans: plans.plans,
      logo: logo.dataUri,
      files,
    },
    problems: [...problems, ...logo.problems],
  };
}

/** @throws UserError 2 when there is no such folder, or when links in it lead out of it */
export function checkFolder(folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    const message = `There is no folder ${folder}. Give the workspace with --workspace.`;
    throw UserError.of(2, 'no-workspace', message);
  }
  const problems = linksOut(folder);
  if (problems.length > 0) throw new UserError(2, problems);
}

class TableReader {
  readonly problems: Problem[] = [];
  readonly files: string[] = [];

  constructor(private readonly folder: string) {}

  /** The file's text, or null with the problem noted. */
  text(file: string): string | null {
    const path = join(this.folder, file);
    if (statSync(path).isDirectory()) {
      const message = 'A folder stands where this file is expected. Take it away, or give it another name.';
      this.problems.push({ severity: 'error', rule: 'not-a-file', message, place: { file } });
      return null;
    }
    const bytes = readFileSync(path);
    this.files.push(file);
    if (isUtf8(bytes)) return bytes.toString('utf8');
    const advice = file.endsWith('.csv')
      ? 'In Excel save it as "CSV UTF-8 (Comma delimited)".'
      : 'In the editor choose UTF-8 when saving it.';
    const message = `This file is not UTF-8. ${advice}`;
    this.problems.push({ severity: 'error', rule: 'wrong-encoding', message, place: { file } });
    return null;
  }

  /** Rows of a table; none, with a note of what follows from that, when the file is not there. */
  table<Row, T>(
    file: string,
    schema: z.ZodObject & z.ZodType<Row>,
    convert: (row: Row) => T,
    without: string,
  ): TableRow<T>[] {
    if (!existsSync(join(this.folder, file))) {
      const message = `There is no ${file}, so ${without}.`;
      this.problems.push({ severity: 'note', rule: 'no-table', message, place: { file } });
      return [];
    }
    return this.optionalTable(file, schema, convert);
  }

  /** Rows of a table that few workspaces have; none, without a word, when the file is not there. */
  optionalTable<Row, T>(
    file: string,
    schema: z.ZodObject & z.ZodType<Row>,
    convert: (row: Row) => T,
  ): TableRow<T>[] {
    if (!existsSync(join(this.folder, file))) return [];
    const text = this.text(file);
    if (text === null) return [];
    const { rows, problems } = checkTable(file, text, schema);
    this.problems.push(...problems);
    return rows.map(({ value, line }) => ({ value: convert(value), line }));
  }
}
