import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OutputFile, OutputFolder } from '../../src/packs/output-folder.js';
import { formatProblem, UserError } from '../../src/problems.js';

describe('OutputFolder', () => {
  let root: string;
  let folder: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
    folder = join(root, 'out', '2020-09');
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function put(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  /** Files of a run of ours, with a record that names them all. */
  function aRun(files: Readonly<Record<string, string>>): OutputFile[] {
    const outputs = Object.keys(files).map(file => ({ file }));
    const all = { ...files, 'run.json': JSON.stringify({ outputs }), 'run.log.json': '{}' };
    return Object.entries(all).map(([file, text]) => ({ file, bytes: Buffer.from(text) }));
  }

  /** Every file with its text, by path. */
  function contents(path = folder, prefix = ''): Record<string, string> {
    return Object.fromEntries(
      readdirSync(join(path, prefix)).flatMap(name => {
        const file = prefix === '' ? name : `${prefix}/${name}`;
        if (statSync(join(path, file)).isDirectory()) return Object.entries(contents(path, file));
        return [[file, readFileSync(join(path, file), 'utf8')]];
      }),
    );
  }

  function publish(files: Readonly<Record<string, string>>): string[] {
    return OutputFolder.open(folder).publish(aRun(files)).map(formatProblem);
  }

  function refusal(act: () => unknown): UserError {
    try {
      act();
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
    throw new Error('it was not refused');
  }

  it('when the place is new then it is made, with the folders above it, and nothing else is left', () => {
    expect(publish({ 'figures.csv': 'a', 'public/scrutiny.html': 'b' })).toEqual([]);
    expect(Object.keys(contents()).sort()).toEqual([
      'figures.csv',
      'public/scrutiny.html',
      'run.json',
      'run.log.json',
    ]);
    expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
  });

  it('when the bytes are no text then they are written as they are', () => {
    const bytes = Uint8Array.from([0, 255, 10, 13, 128]);
    OutputFolder.open(folder).publish([{ file: 'scrutiny.pdf', bytes }]);
    expect(Uint8Array.from(readFileSync(join(folder, 'scrutiny.pdf')))).toEqual(bytes);
  });

  it('when an earlier run made files then those of this run take their place and the rest go', () => {
    publish({ 'figures.csv': 'old', 'public/scrutiny.html': 'old', 'public/team.html': 'old' });
    expect(publish({ 'figures.csv': 'new', 'public/scrutiny.html': 'new' })).toEqual([]);
    expect(contents()).toMatchObject({ 'figures.csv': 'new', 'public/scrutiny.html': 'new' });
    expect(Object.keys(contents())).toHaveLength(4);
    expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
  });

  it('when a person put files among ours then they stay, with a warning for those in public/', () => {
    publish({ 'figures.csv': 'old' });
    put('notes.txt', 'mine');
    put('letters/to committee.txt', 'mine too');
    put('public/draft/list.csv', 'and mine');
    expect(publish({ 'figures.csv': 'new' })).toEqual([
      `${join(folder, 'public/draft/list.csv')}: warning: scorecard did not make this file. Only what may be published belongs in public/: check it, or take it away. [not-our-file]`,
    ]);
    expect(contents()).toMatchObject({
      'figures.csv': 'new',
      'notes.txt': 'mine',
      'letters/to committee.txt': 'mine too',
      'public/draft/list.csv': 'and mine',
    });
    // The next run still knows that they are not ours.
    publish({ 'figures.csv': 'newer' });
    expect(contents()).toMatchObject({ 'figures.csv': 'newer', 'notes.txt': 'mine' });
  });

  it.each(['no JSON', 'null', '[]', '{"outputs":{}}', '{"outputs":[null]}'])(
    'when the record of the earlier run is %s then everything stays, for nothing is known to be ours',
    record => {
      put('run.json', record);
      put('old.txt', 'whose?');
      publish({ 'figures.csv': 'new' });
      expect(contents()).toMatchObject({ 'figures.csv': 'new', 'old.txt': 'whose?' });
      expect(contents()['run.json']).toContain('figures.csv');
    },
  );

  it("when a person's file has the name of one that this run makes then it is not lost without a word", () => {
    publish({ 'figures.csv': 'old' });
    put('team.html', 'mine');
    const told = publish({ 'figures.csv': 'new', 'team.html': 'ours' });
    const kept = Object.values(contents()).includes('mine');
    expect(kept || told.some(line => line.includes('team.html'))).toBe(true);
  });

  it('when the folder is empty then it is ours to use', () => {
    mkdirSync(folder, { recursive: true });
    expect(publish({ 'figures.csv': 'new' })).toEqual([]);
  });

  it('when the folder holds files and no record of a run then it is refused and left alone', () => {
    put('holiday.jpg', 'x');
    const error = refusal(() => OutputFolder.open(folder));
    expect(error.exitCode).toBe(2);
    expect(error.message).toBe(
      `${folder}: error: It holds files that scorecard did not make (there is no run.json). Choose an empty folder with --out. [not-our-folder]`,
    );
    expect(contents()).toEqual({ 'holiday.jpg': 'x' });
    expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
  });

  it('when the place is a file then it is refused and left alone', () => {
    folder = join(root, 'a-file');
    writeFileSync(folder, 'x');
    expect(refusal(() => OutputFolder.open(folder)).exitCode).toBe(2);
    expect(readFileSync(folder, 'utf8')).toBe('x');
  });

  it('when the place cannot be made then it is known before the work starts', () => {
    writeFileSync(join(root, 'out'), 'a file where the folder should be');
    const error = refusal(() => OutputFolder.open(folder));
    expect(error.exitCode).toBe(2);
    expect(error.message).toMatch(
      /: error: The output cannot be written here \(E[A-Z]+\)\. Choose another folder with --out\. \[cannot-write\]$/,
    );
  });

  it('when a write fails half way then what was there stays, whole, and nothing is left over', () => {
    publish({ 'figures.csv': 'old' });
    put('notes.txt', 'mine');
    const before = contents();
    const output = OutputFolder.open(folder);
    // A file cannot be a folder too, so the second write fails as on a full disk.
    const files = [
      ...aRun({ 'figures.csv': 'new' }),
      { file: 'figures.csv/more.csv', bytes: Buffer.from('x') },
    ];
    const error = refusal(() => output.publish(files));
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain(`${folder}: error: The output cannot be written here (`);
    expect(contents()).toEqual(before);
    expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
  });

  it('when the first write to a new place fails then the place is not made', () => {
    const output = OutputFolder.open(folder);
    const twice = ['a', 'a/b'].map(file => ({ file, bytes: Buffer.from('x') }));
    refusal(() => output.publish(twice));
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(join(root, 'out'))).toEqual([]);
  });

  it('when the run is given up then what was being made goes, and what was there stays', () => {
    publish({ 'figures.csv': 'old' });
    const output = OutputFolder.open(folder);
    expect(readdirSync(join(root, 'out'))).toHaveLength(2);
    output.discard();
    output.discard();
    expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
    expect(contents()['figures.csv']).toBe('old');
  });

  it('when it is given up after it was put in place then it stays', () => {
    const output = OutputFolder.open(folder);
    output.publish(aRun({ 'figures.csv': 'new' }));
    output.discard();
    expect(contents()['figures.csv']).toBe('new');
  });

  it('when two runs are open at once then neither writes into the other', () => {
    const [one, other] = [OutputFolder.open(folder), OutputFolder.open(folder)];
    one.publish(aRun({ 'figures.csv': 'one' }));
    other.publish(aRun({ 'figures.csv': 'other' }));
    expect(contents()['figures.csv']).toBe('other');
    expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
  });
});
