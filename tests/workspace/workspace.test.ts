import { afterEach, describe, expect, it } from 'vitest';
import { formatProblem, UserError } from '../../src/problems.js';
import { type OpenedWorkspace, openWorkspace } from '../../src/workspace/workspace.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

describe('openWorkspace', () => {
  let folder: WorkspaceFolder | undefined;

  afterEach(() => folder?.remove());

  function open(files: Readonly<Record<string, string | Uint8Array>>): OpenedWorkspace & { told: string[] } {
    folder = new WorkspaceFolder(files);
    const opened = openWorkspace(folder.path);
    return { ...opened, told: opened.problems.map(formatProblem) };
  }

  function refusalOf(path: string): UserError {
    try {
      openWorkspace(path);
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
    throw new Error('it was opened');
  }

  it('when every table is there then all rows are read and no problem is told', () => {
    const { workspace, told } = open({
      'scorecard.yml': SMALLEST_SETTINGS,
      'targets.csv': 'measure,at_least\nre-referrals,95\n',
      'comparators.csv': 'measure,group,year,value\nre-referrals,England,2018-19,22.6\n',
      'populations.csv': 'from,ages,population\n,0-17,36100\n',
      'teams.csv': 'team,merged_into\nNorth,East\nEast,\n',
      'actions.csv': 'id,opened,action,due,status\nA1,2020-07,Do it,,Complete\n',
    });
    expect(told).toEqual([]);
    expect(workspace?.targets).toMatchObject([{ line: 2, value: { measure: 're-referrals', atLeast: 95 } }]);
    expect(workspace?.comparators).toMatchObject([{ line: 2, value: { value: 22.6 } }]);
    expect(workspace?.populations).toMatchObject([{ line: 2, value: { population: 36_100 } }]);
    expect(workspace?.teams).toMatchObject([
      { line: 2, value: { team: 'North', mergedInto: 'East' } },
      { line: 3, value: { team: 'East', mergedInto: '' } },
    ]);
    expect(workspace?.actions).toMatchObject([{ line: 2, value: { id: 'A1', measures: [] } }]);
    expect(workspace?.files).toEqual([
      'scorecard.yml',
      'targets.csv',
      'comparators.csv',
      'populations.csv',
      'teams.csv',
      'actions.csv',
    ]);
  });

  it('when tables are not there then notes say what follows, and the workspace opens', () => {
    const { workspace, told } = open({ 'scorecard.yml': SMALLEST_SETTINGS });
    expect(workspace?.targets).toEqual([]);
    expect(workspace?.files).toEqual(['scorecard.yml']);
    expect(told).toEqual([
      'targets.csv: note: There is no targets.csv, so nothing is rated. [no-table]',
      'comparators.csv: note: There is no comparators.csv, so there are no comparators. [no-table]',
      'populations.csv: note: There is no populations.csv, so there are no rates. [no-table]',
      'teams.csv: note: There is no teams.csv, so teams stand as recorded. [no-table]',
      'actions.csv: note: There is no actions.csv, so there are no priority actions. [no-table]',
    ]);
  });

  it('when settings and tables are wrong then all of it is told at once', () => {
    const { workspace, told } = open({
      'scorecard.yml': 'council: { name: X }\nseries_month: 25\n',
      'targets.csv': 'measure,at_least\nx,most\n',
      'teams.csv': 'name\nNorth\n',
    });
    expect(workspace).toBeUndefined();
    expect(told.filter(line => !line.includes(': note: '))).toEqual([
      'scorecard.yml:2: series_month: error: "series_month" is not a setting here. Did you mean "series_months"? [unknown-key]',
      'targets.csv:2: at_least: error: Found "most"; expected a number, or nothing. [wrong-value]',
      'teams.csv:1: name: error: "name" is not a column of this table. Known: team, service_area, from, to, merged_into. [unknown-column]',
      'teams.csv:1: team: error: The heading row has no such column; expected team, service_area, from, to, merged_into. [missing-column]',
    ]);
  });

  it('when a table is in Windows-1252 then it is refused with what to do in Excel', () => {
    const cafe = Buffer.concat([Buffer.from('team\nCaf'), Buffer.from([0xe9]), Buffer.from('\n')]);
    const { workspace, told } = open({ 'scorecard.yml': SMALLEST_SETTINGS, 'teams.csv': cafe });
    expect(told).toContain(
      'teams.csv: error: This file is not UTF-8. In Excel save it as "CSV UTF-8 (Comma delimited)". [wrong-encoding]',
    );
    expect(workspace?.teams).toEqual([]);
  });

  it('when the same letter is in UTF-8, with or without a byte order mark, then it is read', () => {
    for (const mark of ['', '\ufeff']) {
      const { workspace } = open({ 'scorecard.yml': SMALLEST_SETTINGS, 'teams.csv': `${mark}team\nCafé\n` });
      expect(workspace?.teams.map(row => row.value.team)).toEqual(['Café']);
      folder?.remove();
    }
  });

  it('when the settings are in Windows-1252 then they are refused, and the advice is not about Excel', () => {
    const bytes = Buffer.concat([
      Buffer.from('council: { name: Caf'),
      Buffer.from([0xe9]),
      Buffer.from(' }\n'),
    ]);
    const { workspace, told } = open({ 'scorecard.yml': bytes });
    expect(workspace).toBeUndefined();
    expect(told[0]).toMatch(/^scorecard\.yml: error: This file is not UTF-8\./);
    expect(told[0]).not.toContain('Excel');
  });

  it('when the folder has no settings then it is no workspace, and where to give one is told', () => {
    folder = new WorkspaceFolder({ 'teams.csv': 'team\n' });
    const refusal = refusalOf(folder.path);
    expect(refusal.exitCode).toBe(2);
    expect(refusal.message).toBe(
      `error: ${folder.path} is not a workspace: it has no scorecard.yml. Run from a workspace, or give one with --workspace. [no-workspace]`,
    );
  });

  it('when there is no folder, or it is a file, then that is told', () => {
    folder = new WorkspaceFolder({ 'scorecard.yml': SMALLEST_SETTINGS });
    for (const path of [`${folder.path}/other`, `${folder.path}/scorecard.yml`]) {
      expect(refusalOf(path).message).toBe(
        `error: There is no folder ${path}. Give the workspace with --workspace. [no-workspace]`,
      );
    }
  });
});
