import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/rule.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { prepare } from '../../src/cli/prepare.js';
import { toolPath } from '../../src/tool-folder.js';
import { csv, placesOf } from '../support/check-extracts.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

/**
 * Files that would take the memory of the machine, or wait for ever, all in one workspace: each is told in its own words,
 * and the one that is sound is read.
 */

const MOST_MEMORY_IN_KB = 1_000_000;
const LONGEST_RUN = 20_000;
/** Of one row of one extract. */
const LONGEST_SMALL_RUN = 10_000;
/** Pipes and links to devices are no files of Windows. */
const hasDevices = process.platform !== 'win32';

const POSTS = 'post_id,status,fte,team,started_on,ended_on';
const TEN_THOUSAND = Array.from({ length: 10_000 }, (_, index) => `column ${index}`).join(',');
const PLANS = 'plan_id,person_id,started_on,ended_on,team';

const HOSTILE: readonly (readonly [kind: string, rule: string, place: string, words: RegExp])[] = [
  ['two gigabytes long', 'file-too-large', 'contacts:', /2,000 MB; at most 200 are read/],
  ['too large beside the others', 'files-too-large', 'placements:', /and at most 200 are read in one run/],
  ['with a line of 50 MB', 'line-too-long', 'referrals:2', /longer than a million letters/],
  ['of ten thousand columns', 'heading-too-long', 'assessments:1', /first line is longer than 65,536/],
  ['with a row of ten thousand cells', 'long-row', 'cin_plans:3', /10000 cells; the heading has 5/],
  ['with bytes of zero', 'not-text', 'visits:3', /byte of zero/],
  ['that is a zip', 'not-text', 'workers:', /Excel workbook or a zip/],
  ['of quotes alone', 'line-too-long', 'early_help:1', /longer than a million letters/],
  ['that is a folder', 'unreadable-file', 'people:', /not a file/],
];

/** Of systems that have such things. */
const DEVICES: typeof HOSTILE = [
  ['that is a link to nowhere', 'unreadable-file', 'audits:', /cannot be opened \(ENOENT\)/],
  ['that never ends', 'unreadable-file', 'conferences:', /not a file/],
];

interface Alone {
  readonly told: readonly Finding[];
  /** Read, by extract. */
  readonly rows: Readonly<Record<string, number>>;
  readonly memory: number;
}

function hostileWorkspace(): WorkspaceFolder {
  const folder = new WorkspaceFolder({
    'scorecard.yml': SMALLEST_SETTINGS,
    'extracts/referrals.csv': csv('referral_id,person_id,received_at', `R1,P1,${'x'.repeat(50_000_000)}`),
    'extracts/assessments.csv': csv(TEN_THOUSAND, TEN_THOUSAND),
    'extracts/cin_plans.csv': csv(PLANS, 'C1,P1,01/09/2020,,T', ',x'.repeat(9_999)),
    'extracts/visits.csv': csv(
      'visit_id,person_id,kind,visited_on',
      'V1,P1,CP,01/09/2020',
      '\0'.repeat(5000),
    ),
    'extracts/workers.csv': Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(1_000_000, 7)]),
    'extracts/early_help.csv': '"'.repeat(20_000_000),
  });
  const wide = [...POSTS.split(','), ...Array.from({ length: 9_994 }, (_, index) => `c${index}`)];
  const row = ['A,Agency,1,T,01/04/2020,', ...Array.from({ length: 9_994 }, () => 'x')].join(',');
  folder.write('extracts/posts.csv', csv(wide.join(','), row));
  const path = (name: string) => join(folder.path, 'extracts', `${name}.csv`);
  writeSparse(path('contacts'), 2_000_000_000);
  // Each alone would be read.
  writeSparse(path('adoptions'), 120_000_000);
  writeSparse(path('placements'), 120_000_000);
  mkdirSync(path('people'));
  if (hasDevices) {
    symlinkSync('nowhere.csv', path('audits'));
    symlinkSync('/dev/zero', path('conferences'));
  }
  return folder;
}

/** A file that says it is so long and takes no room on the disk. */
function writeSparse(path: string, length: number): void {
  const handle = openSync(path, 'w');
  writeSync(handle, 'contact_id,person_id,received_at\n');
  ftruncateSync(handle, length);
  closeSync(handle);
}

/** In a process of its own, whose memory can be told and which can be stopped. */
async function checkAlone(folder: string, timeout = LONGEST_RUN): Promise<Alone> {
  const program = toolPath('tests', 'checks', 'injector', 'check-alone.ts');
  const words = ['--import', 'tsx', program, folder];
  const child = spawn(process.execPath, words, { cwd: toolPath(), timeout });
  const printed: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', part => printed.push(part));
  child.stderr.on('data', part => complaints.push(part));
  const [exitCode, signal] = await once(child, 'close');
  expect(signal, 'the run hung and was stopped').toBeNull();
  expect(exitCode, Buffer.concat(complaints).toString()).toBe(0);
  return JSON.parse(Buffer.concat(printed).toString()) as Alone;
}

describe('hostile files', () => {
  let folder: WorkspaceFolder;
  let alone: Alone;

  beforeAll(async () => {
    folder = hostileWorkspace();
    alone = await checkAlone(folder.path);
  }, 60_000);

  afterAll(() => folder.remove());

  it.each([...HOSTILE, ...(hasDevices ? DEVICES : [])])(
    'when there is one %s then %s tells it by its place',
    (_, rule, place, words) => {
      expect(placesOf(alone.told, rule)).toContain(place);
      const extract = place.split(':')[0];
      const finding = alone.told.find(each => each.rule === rule && each.extract === extract);
      expect(finding?.places[0]?.message).toMatch(words);
      expect(finding?.whatToDo).not.toBe('');
    },
  );

  it('when all are read in one run then the process has less than a gigabyte', () => {
    expect(alone.memory).toBeLessThan(MOST_MEMORY_IN_KB);
  });

  it('when one is sound, and has ten thousand short headings, then it is read and nothing is told of it', () => {
    expect(alone.rows.posts).toBe(1);
    expect(alone.told.filter(({ extract }) => extract === 'posts')).toEqual([]);
  });
});

describe('a pipe', () => {
  // Opening it would wait for a writer.
  it.runIf(hasDevices)('when one has the name of a file then it is told and nothing waits', async () => {
    const folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS,
      'extracts/posts.csv': csv(POSTS, 'A,Agency,1,T,01/04/2020,'),
    });
    try {
      const pipe = join(folder.path, 'extracts', 'allocations.csv');
      expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
      const { told } = await checkAlone(folder.path, LONGEST_SMALL_RUN);
      expect(placesOf(told, 'unreadable-file')).toEqual(['allocations:']);
    } finally {
      folder.remove();
    }
  });
});

describe('a file that is still being written', () => {
  it('when rows are added while it is read then it is an error, for part of it may be missing', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `P${index},Agency,1,T,01/04/2020,`);
    const folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS,
      'extracts/posts.csv': csv(POSTS, ...rows),
    });
    const path = join(folder.path, 'extracts', 'posts.csv');
    let added = 0;
    const writing = setInterval(() => {
      appendFileSync(path, `N${added},Agency,1,T,01/04/2020,\n`);
      added += 1;
    }, 1);
    try {
      const { findings } = await runChecks({ ...prepare(folder.path), month: '2020-09' });
      expect(findings).toContainEqual(
        expect.objectContaining({ rule: 'file-changed', severity: 'error', extract: 'posts' }),
      );
      expect(placesOf(findings, 'file-changed')).toEqual(['posts:']);
    } finally {
      clearInterval(writing);
      folder.remove();
    }
  });
});
