import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkRegradings } from '../checks/regradings.js';
import type { Rule } from '../checks/rule.js';
import { readRules } from '../checks/rules.js';
import type { ExtractDefinition } from '../extracts/definitions.js';
import { readExtractDefinitions } from '../extracts/definitions.js';
import { checkLayouts } from '../extracts/layout-names.js';
import { type BankHolidays, readBankHolidays } from '../measures/calendar.js';
import { type Catalogue, readCatalogue } from '../measures/catalogue.js';
import { type Problem, UserError } from '../problems.js';
import { toolPath } from '../tool-folder.js';
import { crossCheck, outsidePercentages, unknownResponsibilities } from '../workspace/cross-checks.js';
import { isInside } from '../workspace/links.js';
import { SETTINGS_FILE } from '../workspace/settings-file.js';
import { openWorkspace, type Workspace } from '../workspace/workspace.js';

/** What every run over a workspace begins with: its settings and tables, the measures, the rules and the bank holidays. */
export interface Prepared {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly definitions: readonly ExtractDefinition[];
  readonly holidays: BankHolidays;
  readonly rules: readonly Rule[];
  /** Warnings and notes; errors have been thrown. */
  readonly problems: readonly Problem[];
}

/** @throws UserError 2 with everything that is wrong in the workspace's settings, tables and measures */
export function prepare(folder: string): Prepared {
  const opened = openWorkspace(resolve(folder));
  const definitions = readExtractDefinitions();
  const rules = readRules();
  const catalogue = readCatalogue([toolPath('measures'), join(resolve(folder), 'measures')], definitions);
  const problems = [
    ...opened.problems,
    ...(opened.workspace ? crossProblems(opened.workspace, definitions, rules) : []),
    ...catalogue.problems,
    ...(opened.workspace ? measureProblems(opened.workspace, catalogue) : []),
  ];
  const errors = problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0 || !opened.workspace) throw new UserError(2, errors);
  const { workspace } = opened;
  return { workspace, catalogue, definitions, holidays: holidaysOf(workspace), rules, problems };
}

/** Where templates are looked for: the workspace's own stand in for the tool's. */
export function templateFolders(folder: string): string[] {
  return [join(folder, 'templates'), toolPath('templates')].filter(each => existsSync(each));
}

function crossProblems(
  { settings, lineOfSetting }: Workspace,
  definitions: readonly ExtractDefinition[],
  rules: readonly Rule[],
): Problem[] {
  return [
    ...checkLayouts(settings, definitions, lineOfSetting),
    ...checkRegradings(settings, rules, lineOfSetting),
  ];
}

/** What the workspace's tables and settings say of measures, held against those that there are. */
function measureProblems(workspace: Workspace, { measures }: Catalogue): Problem[] {
  const percentages = measures.filter(({ kind, unit }) => kind === 'ratio' && unit === 'percent');
  return [
    ...crossCheck(workspace, idsOf(measures)),
    ...outsidePercentages(workspace, idsOf(percentages)),
    ...unknownResponsibilities(
      workspace,
      measures.flatMap(({ id, area }) => [id, area]),
    ),
  ];
}

function idsOf(measures: Catalogue['measures']): string[] {
  return measures.map(({ id }) => id);
}

/** The file that the workspace names, else the tool's. @throws UserError 2 where it is none of bank holidays */
export function holidaysOf({ folder, settings }: Pick<Workspace, 'folder' | 'settings'>): BankHolidays {
  const own = settings.bank_holidays;
  if (own === undefined) return builtInHolidays();
  if (!isInside(folder, own)) {
    const message = `"${own}" lies outside the workspace. Copy the file into it and give its name.`;
    throw UserError.of(2, 'outside-workspace', message, { file: SETTINGS_FILE, key: 'bank_holidays' });
  }
  return readBankHolidays(join(folder, own), own);
}

export function builtInHolidays(): BankHolidays {
  const file = toolPath('reference', 'bank-holidays.json');
  return readBankHolidays(file, file);
}
