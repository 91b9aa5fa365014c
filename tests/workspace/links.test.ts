import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problems.js';
import { isInside, linksOut } from '../../src/workspace/links.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

/** Windows lets only administrators make links. */
describe.runIf(process.platform !== 'win32')('links in a workspace', () => {
  let folder: WorkspaceFolder;
  let elsewhere: string;

  beforeEach(() => {
    folder = new WorkspaceFolder({ 'scorecard.yml': SMALLEST_SETTINGS, 'measures/own/readme.txt': '' });
    elsewhere = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
    writeFileSync(join(elsewhere, 'secret.hbs'), 'secret');
  });

  afterEach(() => {
    folder.remove();
    rmSync(elsewhere, { recursive: true });
  });

  function link(place: string, to: string): void {
    mkdirSync(dirname(join(folder.path, place)), { recursive: true });
    symlinkSync(to, join(folder.path, place));
  }

  it.each([
    'templates/partials/cover.hbs',
    'templates/styles/page.css',
    'templates/scripts/enhance.js',
    'templates/packs/own/pack.yml',
    'measures/own/x.sql',
    'layouts/x.yml',
    'commentary/2020-09.md',
    'cover-report/2020-09.md',
    'teams.csv',
    'cover-report.md',
  ])('when %s leads out of it then nothing is read, and the link is named', place => {
    link(place, join(elsewhere, 'secret.hbs'));
    expect(() => openWorkspace(folder.path)).toThrow(
      `${place}: error: This is a link to a file outside the workspace, which is not followed. Put a copy in its place. [outside-workspace]`,
    );
  });

  it('when whole folders are links out of it then each is named', () => {
    link('templates', elsewhere);
    link('measures/shared', elsewhere);
    expect(linksOut(folder.path).map(problem => formatProblem(problem).split(':')[0])).toEqual([
      'measures/shared',
      'templates',
    ]);
  });

  it('when a link leads to another file of the workspace, or an extract lies elsewhere, then all is well', () => {
    link('commentary/2020-10.md', join(folder.path, 'scorecard.yml'));
    link('extracts/contacts.csv', join(elsewhere, 'secret.hbs'));
    link('measures/nowhere.sql', 'nothing-there');
    expect(linksOut(folder.path)).toEqual([]);
  });

  it.each([
    ['logo.png', true],
    ['pictures/logo.png', true],
    ['..logo.png', true],
    ['../logo.png', false],
    ['pictures/../../logo.png', false],
  ])('when a setting names %s then whether it lies inside is %s', (file, inside) => {
    expect(isInside(folder.path, file)).toBe(inside);
  });

  it('when a setting names a link that leads out then it lies outside', () => {
    link('logo.svg', join(elsewhere, 'secret.hbs'));
    expect(isInside(folder.path, 'logo.svg')).toBe(false);
  });
});
