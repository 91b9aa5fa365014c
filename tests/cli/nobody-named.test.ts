import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/files.js';
import { brokenExtracts, ID, NEVER_SHOWN } from '../support/people-in-broken-extracts.js';
import { unzip } from '../support/read-workbook.js';
import { runTool } from '../support/run-tool.js';
import type { WorkspaceFolder } from '../support/workspace-folder.js';

/** No id, name or date of birth is in what the tool tells or makes, whatever is wrong with the extracts. */

const MONTH = '2020-09';
const TIME = 300_000;

let folder: WorkspaceFolder;
beforeAll(() => {
  folder = brokenExtracts();
  // It names figures that broken extracts do not give.
  rmSync(join(folder.path, 'commentary'), { recursive: true });
});
afterAll(() => folder.remove());

const run = (...words: string[]) => runTool(folder.path, ...words);

/** The lines in which anybody is named. */
function named(text: string): string[] {
  return text
    .split('\n')
    .filter(line => NEVER_SHOWN.some(each => line.includes(each)))
    .map(line => line.slice(0, 300));
}

/** What a file says, unpacked. */
function textsIn(path: string): string[] {
  const bytes = readFileSync(path);
  if (path.endsWith('.xlsx')) return [...unzip(bytes).values()];
  const line = bytes.indexOf('\n');
  const isPacked = bytes.subarray(line + 1, line + 3).equals(Buffer.from([0x1f, 0x8b]));
  return [isPacked ? gunzipSync(bytes.subarray(line + 1)).toString('utf8') : bytes.toString('utf8')];
}

function namedBelow(path: string): string[] {
  return filesBelow(path).flatMap(file =>
    textsIn(join(path, file)).flatMap(text => named(text).map(line => `${file}: ${line}`)),
  );
}

/** Every way in which what was found is told. */
const CHECKS = [['--verbose'], ['--json'], ['--verbose', '--log', 'json', '--out', 'told/places.csv']];

describe('extracts in which every fault stands in the row of somebody', () => {
  const at = (file: string) => join(folder.path, file);
  const reports = () => ['--report', at('told/told.md'), at('told/told.xml')];

  it('when they are checked, then what is wrong is told by file and line, and of nobody', {
    timeout: TIME,
  }, async () => {
    for (const words of CHECKS) {
      const places = words.map(word => (word.endsWith('.csv') ? at(word) : word));
      const { exitCode, stdout, stderr } = await run('check', '--month', MONTH, ...places, ...reports());
      expect(exitCode, stderr).toBe(1);
      expect(named(stdout + stderr), words.join(' ')).toEqual([]);
      expect(stdout + stderr).toContain('people.csv');
    }
    expect(filesBelow(at('told')).sort()).toEqual(['places.csv', 'told.md', 'told.xml']);
    expect(namedBelow(at('told'))).toEqual([]);
    // The faults are those that were meant.
    const places = folder.read('told/places.csv');
    for (const rule of RULES) expect([rule, places.includes(rule)]).toEqual([rule, true]);
  });

  it('when packs are made of them, then nobody is in a pack, in its record, in a log, or in what is kept between runs', {
    timeout: TIME,
  }, async () => {
    const build = ['build', '--month', MONTH, '--format', 'html', 'xlsx', ...reports()];
    const refused = await run(...build);
    expect(refused.exitCode).toBe(1);
    const first = await run(...build, '--allow-errors', '--verbose', '--log', 'json');
    expect(first.exitCode, first.stderr).toBe(0);
    rmSync(at('out/.cache/builds'), { recursive: true });
    const second = await run(...build, '--allow-errors', '--json');
    expect(second.exitCode, second.stderr).toBe(0);
    expect(second.stderr).toContain('as before');
    for (const { stdout, stderr } of [refused, first, second]) expect(named(stdout + stderr)).toEqual([]);
    expect(filesBelow(at('out')).filter(file => file.startsWith('.cache/figures/'))).toHaveLength(1);
    expect(filesBelow(at('out')).some(file => file.endsWith('scrutiny-internal.xlsx'))).toBe(true);
    expect([...namedBelow(at('out')), ...namedBelow(at('told'))]).toEqual([]);
  });

  it('when a month is drafted, explained, kept and compared, then nobody is named', {
    timeout: TIME,
  }, async () => {
    const month = ['--month', MONTH];
    for (const words of [
      ['draft', ...month],
      ['explain', 'contacts-mash-24h', ...month, '--verbose'],
      ['explain', 'cp-plans-open', ...month, '--json', '--why-changed', '2020-08'],
      ['freeze', ...month],
      ['compare', MONTH, '--json', '--teams'],
    ]) {
      const { stdout, stderr } = await run(...words);
      expect(named(stdout + stderr), words.join(' ')).toEqual([]);
    }
    expect(namedBelow(at('commentary'))).toEqual([]);
  });

  it('when cases are asked for, then they are named by their ids alone', { timeout: TIME }, async () => {
    const { stdout, stderr } = await run('explain', 'contacts-mash-24h', '--month', MONTH, '--cases');
    expect(stdout).toContain(ID);
    expect(named(stdout.replaceAll(ID, ''))).toEqual([]);
    expect(named(stderr)).toEqual([]);
  });

  it('when lists cannot be made of them, then why is told of nobody', { timeout: TIME }, async () => {
    const { exitCode, stdout, stderr } = await run('lists');
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(named(stderr)).toEqual([]);
  });
});

const RULES = [
  'after-death',
  'after-extraction',
  'before-birth',
  'blank-cell',
  'ended-before-started',
  'long-row',
  'missing-person',
  'no-heading-row',
  'open-over-18',
  'open-quote',
  'overlapping-records',
  'repeated-key',
  'repeated-row',
  'second-referral-open',
  'serial-date',
  'short-row',
  'spreadsheet-error',
  'stray-quote',
  'unknown-code',
  'unreadable-cell',
  'unused-file',
  'us-date',
  'wrong-encoding',
];
