import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.js';
import { prepare } from '../../src/cli/prepare.js';
import { changeOf, readSource } from '../../src/extracts/source-file.js';
import { toolPath } from '../../src/tool-folder.js';
import { checkExtracts, csv, placesOf } from '../support/check-extracts.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

/** Faults of files: each has one rule, one line where there is one, and never a guess at what was meant. */

const POSTS = 'post_id,status,fte,team,started_on,ended_on';
const SOUND = 'A,Agency,1,T,01/04/2020,';
/** A file that the run has besides, so that it has something to go on with. */
const OTHER = {
  worker_supervisions: csv(
    'supervision_id,worker_id,staff_group,due_month,held_on',
    'S1,W1,Operational,2020-09,',
  ),
};

/** A program that has a DuckDB file open until it is ended. */
const HOLD = `import { DuckDBInstance } from '@duckdb/node-api';
const held = await DuckDBInstance.create(process.argv[1]);
const connection = await held.connect();
await connection.run('CREATE TABLE mosaic_people (person_id VARCHAR); CHECKPOINT');
console.log('open');
setInterval(() => connection.isOpen, 1000);`;

function bytes(...numbers: readonly number[]): Buffer {
  return Buffer.from(numbers);
}

describe('a faulty file', () => {
  it.each<[string, string, string | Uint8Array, string]>([
    ['is a zip', 'not-text', bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00), 'posts:'],
    ['is an old workbook', 'not-text', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'posts:'],
    ['is UTF-16 with a mark', 'not-text', Buffer.from(`\ufeff${POSTS}\n`, 'utf16le'), 'posts:'],
    ['is UTF-16 without one', 'not-text', Buffer.from(`${POSTS}\n`, 'utf16le'), 'posts:'],
    ['holds a byte of zero', 'not-text', csv(POSTS, SOUND, 'B,Agency,1,\u0000T,01/04/2020,'), 'posts:3'],
    ['is cut off in a row', 'truncated-file', `${csv(POSTS, SOUND)}B,Agency,1`, 'posts:3'],
    ['has a short row', 'short-row', csv(POSTS, 'B,Agency,1', SOUND), 'posts:2'],
    ['has a long row', 'long-row', csv(POSTS, SOUND, 'B,Agency,1,T,01/04/2020,,'), 'posts:3'],
    [
      'has a quote inside a cell',
      'stray-quote',
      csv(POSTS, SOUND, 'B,Agency,1,The 5" team,01/04/2020,'),
      'posts:3',
    ],
    [
      'has a quote that is closed lines later',
      'swallowed-lines',
      csv(
        POSTS,
        'B,Agency,1,"T,01/04/2020,',
        'C,Agency,1,T,01/04/2020,',
        'D,Agency,1,"T",01/04/2020,',
        SOUND,
      ),
      'posts:2',
    ],
    [
      'has a quote that is never closed',
      'open-quote',
      csv(POSTS, SOUND, 'B,Agency,1,"T,01/04/2020,'),
      'posts:3',
    ],
    [
      'has its headings again',
      'second-heading',
      csv(POSTS, SOUND, POSTS, 'B,Agency,1,T,01/04/2020,'),
      'posts:3',
    ],
    [
      'has a failed formula',
      'spreadsheet-error',
      csv(POSTS, SOUND, 'B,Agency,#REF!,T,01/04/2020,'),
      'posts:3',
    ],
    ['has a serial number', 'serial-date', csv(POSTS, SOUND, 'B,Agency,1,T,43922,'), 'posts:3'],
    ['has an American date', 'us-date', csv(POSTS, SOUND, 'B,Agency,1,T,04/25/2020,'), 'posts:3'],
    ['has a date in words', 'unreadable-cell', csv(POSTS, SOUND, 'B,Agency,1,T,soon,'), 'posts:3'],
    [
      'has a blank where there must be none',
      'blank-cell',
      csv(POSTS, SOUND, 'B,,1,T,01/04/2020,'),
      'posts:3',
    ],
    ['has no row', 'empty-file', csv(POSTS), 'posts:'],
    ['has rows of another layout', 'no-rows', csv(POSTS, 'A,Agency,1,T,2020-04-01,'), 'posts:'],
    ['has no heading row', 'no-heading-row', csv(SOUND, 'B,Agency,1,T,01/04/2020,'), 'posts:1'],
    ['is empty', 'no-heading-row', '', 'posts:1'],
    ['lacks a heading', 'missing-column', csv(POSTS.replace('status', 'kind'), SOUND), 'posts:1'],
    ['has a heading twice', 'repeated-column', csv(POSTS.replace('team', 'status'), SOUND), 'posts:1'],
    [
      'has a heading of many letters',
      'heading-too-long',
      `${'column,'.repeat(10_000)}\n${SOUND}\n`,
      'posts:1',
    ],
    [
      'has a line of two million letters',
      'line-too-long',
      csv(POSTS, SOUND, 'x'.repeat(2_000_000)),
      'posts:3',
    ],
    [
      'has a heading that is nearly ours',
      'misspelt-heading',
      csv(POSTS.replace('team', 'taem'), SOUND),
      'posts:1',
    ],
    [
      'has letters of another encoding',
      'wrong-encoding',
      Buffer.from(csv(POSTS, 'A,Agency,1,Café,01/04/2020,'), 'latin1'),
      'posts:2',
    ],
  ])('when a file %s then %s names it', async (_, rule, posts, place) => {
    const { findings } = await checkExtracts({ ...OTHER, posts });
    expect(placesOf(findings, rule)).toEqual([place]);
    expect(findings.filter(({ severity }) => severity !== 'note').length).toBeLessThanOrEqual(2);
  });

  it('when a fifth of a column is American then the column is, because its other days are read wrongly', async () => {
    const rows = ['04/13/2020', '04/14/2020', '04/15/2020', '05/01/2020'].map(
      (date, index) => `A${index},Agency,1,T,${date},`,
    );
    const { findings } = await checkExtracts({ posts: csv(POSTS, ...rows) });
    expect(placesOf(findings, 'us-order')).toEqual(['posts:2', 'posts:3', 'posts:4']);
    expect(findings.find(({ rule }) => rule === 'us-order')).toMatchObject({
      severity: 'error',
      column: 'started_on',
    });
  });

  it.each([
    ['5 of 100 rows', 95, 5, []],
    ['6 of 100 rows', 94, 6, ['posts:']],
    ['4 of 8 rows', 4, 4, []],
  ])(
    'when %s cannot be read then more than one in twenty, of 5 or more, is an error',
    async (_, sound, faulty, places) => {
      const rows = Array.from(
        { length: sound + faulty },
        (_, index) => `A${index},Agency,${index < faulty ? 'x' : 1},T,01/04/2020,`,
      );
      const { findings } = await checkExtracts({ posts: csv(POSTS, ...rows) });
      expect(placesOf(findings, 'many-rows-left-out')).toEqual(places);
    },
  );

  it('when a column that measures need is not there then it is told, and what is not needed is not', async () => {
    const { findings } = await checkExtracts({ visits: csv('visit_id,person_id,kind,seen', 'V1,P1,CP,Y') });
    expect(findings).toMatchObject([
      {
        rule: 'needed-column',
        column: 'visited_on',
        message: 'visits has no column visited_on, which measures need.',
      },
    ]);
  });

  it('when the dates of a column are American then what follows from them is not told besides', async () => {
    const rows = ['04/13/2020', '04/14/2020', '04/15/2020', '10/12/2020'].map(
      (date, index) => `A${index},Agency,1,T,${date},`,
    );
    const { findings } = await checkExtracts({ posts: csv(POSTS, ...rows) });
    // 10 December would be after the extraction on 5 October 2020.
    expect(findings.map(({ rule }) => rule)).toEqual(['us-order']);
  });

  it('when a date of birth is spoilt by a spreadsheet then that is told and its value is not', async () => {
    const { findings } = await checkExtracts({
      people: csv('person_id,date_of_birth', 'P1,40452', 'P2,10/25/2010', 'P3,01/02/2010'),
    });
    expect(placesOf(findings, 'serial-date')).toEqual(['people:2']);
    expect(placesOf(findings, 'us-date')).toEqual(['people:3']);
    expect(JSON.stringify(findings)).not.toMatch(/40452|10\/25/);
  });
});

describe('a file that cannot be relied on', () => {
  let folder: WorkspaceFolder | undefined;

  afterEach(() => folder?.remove());

  it('when another program holds a DuckDB file then that is told once, and not that its tables are missing', async () => {
    folder = new WorkspaceFolder({
      'scorecard.yml': `${SMALLEST_SETTINGS}extracts: { people: { files: [warehouse.duckdb/mosaic_people] } }\n`,
      'extracts/posts.csv': csv(POSTS, SOUND),
    });
    const file = join(folder.path, 'extracts', 'warehouse.duckdb');
    const holder = spawn(process.execPath, ['--input-type=module', '--eval', HOLD, file], {
      cwd: toolPath('.'),
    });
    try {
      await once(holder.stdout, 'data');
      const { findings } = await runChecks({ ...prepare(folder.path), month: '2020-09' });
      const told = findings.filter(({ severity }) => severity === 'error');
      expect(told.map(({ rule, message }) => [rule, message])).toEqual([
        ['file-in-use', '1 file is open in another program.'],
      ]);
    } finally {
      holder.kill();
    }
  });

  it('when a file of no extract cannot be opened then the sentence has no gap', async () => {
    folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS,
      'extracts/posts.csv': csv(POSTS, SOUND),
      'extracts/warehouse.duckdb': 'no database',
    });
    const { findings } = await runChecks({ ...prepare(folder.path), month: '2020-09' });
    const [first] = findings.filter(({ rule }) => rule === 'unreadable-file');
    expect(first?.message).toBe('1 file cannot be opened.');
  });

  it('when a folder has the name of a file then it is told and the others are read', async () => {
    folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS,
      'extracts/posts.csv': csv(POSTS, SOUND),
    });
    mkdirSync(join(folder.path, 'extracts', 'people.csv'));
    const { findings, loaded } = await runChecks({ ...prepare(folder.path), month: '2020-09' });
    expect(placesOf(findings, 'unreadable-file')).toEqual(['people:']);
    expect(loaded.find(({ name }) => name === 'posts')?.files[0]?.rowsRead).toBe(1);
  });

  it('when a file grows between the start and the end of reading then it is an error', () => {
    folder = new WorkspaceFolder({ 'extracts/posts.csv': csv(POSTS, SOUND) });
    const path = join(folder.path, 'extracts', 'posts.csv');
    const source = readSource(path, 'extracts/posts.csv');
    expect(changeOf(path, 'extracts/posts.csv', source)).toEqual([]);
    writeFileSync(path, csv(POSTS, SOUND, SOUND));
    expect(changeOf(path, 'extracts/posts.csv', source)).toMatchObject([
      { severity: 'error', rule: 'file-changed', place: { file: 'extracts/posts.csv' } },
    ]);
  });

  it('when a file vanishes while it is read then it has changed', () => {
    folder = new WorkspaceFolder({ 'extracts/posts.csv': csv(POSTS, SOUND) });
    const path = join(folder.path, 'extracts', 'posts.csv');
    const source = readSource(path, 'extracts/posts.csv');
    folder.remove();
    expect(changeOf(path, 'extracts/posts.csv', source)).toHaveLength(1);
  });
});
