import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OutputFile, OutputFolder } from '../../src/packs/output-folder.js';
import { formatProblem, UserError } from '../../src/problems.js';
import { newMark } from '../../src/run-marks.js';

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

  async function publish(files: Readonly<Record<string, string>>): Promise<string[]> {
    const output = await OutputFolder.open(folder);
    return (await output.publish(aRun(files))).map(formatProblem);
  }

  async function refusal(act: () => Promise<unknown>): Promise<UserError> {
    try {
      await act();
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
    throw new Error('it was not refused');
  }

  it('when the place is new then it is made, with the folders above it, and nothing else is left', async () => {
    expect(await publish({ 'figures.csv': 'a', 'public/scrutiny.html': 'b' })).toEqual([]);
    expect(Object.keys(contents()).sort()).toEqual([
      'figures.csv',
      'public/scrutiny.html',
      'run.json',
      'run.log.json',
    ]);
    expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
  });

  it('when the bytes are no text then they are written as they are', async () => {
    const bytes = Uint8Array.from([0, 255, 10, 13, 128]);
    await (await OutputFolder.open(folder)).publish([{ file: 'scrutiny.pdf', bytes }]);
    expect(Uint8Array.from(readFileSync(join(folder, 'scrutiny.pdf')))).toEqual(bytes);
  });

  it('when an earlier run made files then those of this run take their place and the rest go', async () => {
    await publish({ 'figures.csv': 'old', 'public/scrutiny.html': 'old', 'public/team.html': 'old' });
    expect(await publish({ 'figures.csv': 'new', 'public/scrutiny.html': 'new' })).toEqual([]);
    expect(contents()).toMatchObject({ 'figures.csv': 'new', 'public/scrutiny.html': 'new' });
    expect(Object.keys(contents())).toHaveLength(4);
    expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
  });

  it('when a person put files among ours then they stay, with a warning for those in public/', async () => {
    await publish({ 'figures.csv': 'old' });
    put('notes.txt', 'mine');
    put('letters/to committee.txt', 'mine too');
    put('public/draft/list.csv', 'and mine');
    expect(await publish({ 'figures.csv': 'new' })).toEqual([
      `${join(folder, 'public/draft/list.csv')}: warning: scorecard did not make this file. Only what may be published belongs in public/: check it, or take it away. [not-our-file]`,
    ]);
    expect(contents()).toMatchObject({
      'figures.csv': 'new',
      'notes.txt': 'mine',
      'letters/to committee.txt': 'mine too',
      'public/draft/list.csv': 'and mine',
    });
    // The next run still knows that they are not ours.
    await publish({ 'figures.csv': 'newer' });
    expect(contents()).toMatchObject({ 'figures.csv': 'newer', 'notes.txt': 'mine' });
  });

  it.each(['no JSON', 'null', '[]', '{"outputs":{}}', '{"outputs":[null]}'])(
    'when the record of the earlier run is %s then everything stays, for nothing is known to be ours',
    async record => {
      put('run.json', record);
      put('old.txt', 'whose?');
      await publish({ 'figures.csv': 'new' });
      expect(contents()).toMatchObject({ 'figures.csv': 'new', 'old.txt': 'whose?' });
      expect(contents()['run.json']).toContain('figures.csv');
    },
  );

  it("when a person's file has the name of one that this run makes then it is not lost without a word", async () => {
    await publish({ 'figures.csv': 'old' });
    put('team.html', 'mine');
    const told = await publish({ 'figures.csv': 'new', 'team.html': 'ours' });
    const kept = Object.values(contents()).includes('mine');
    expect(kept || told.some(line => line.includes('team.html'))).toBe(true);
  });

  it('when the folder is empty then it is ours to use', async () => {
    mkdirSync(folder, { recursive: true });
    expect(await publish({ 'figures.csv': 'new' })).toEqual([]);
  });

  it('when the folder holds files and no record of a run then it is refused and left alone', async () => {
    put('holiday.jpg', 'x');
    const error = await refusal(() => OutputFolder.open(folder));
    expect(error.exitCode).toBe(2);
    expect(error.message).toBe(
      `${folder}: error: It holds files that scorecard did not make (there is no run.json). Choose an empty folder with --out. [not-our-folder]`,
    );
    expect(contents()).toEqual({ 'holiday.jpg': 'x' });
    expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
  });

  it('when the place is a file then it is refused and left alone', async () => {
    folder = join(root, 'a-file');
    writeFileSync(folder, 'x');
    expect((await refusal(() => OutputFolder.open(folder))).exitCode).toBe(2);
    expect(readFileSync(folder, 'utf8')).toBe('x');
  });

  it('when the place cannot be made then it is known before the work starts', async () => {
    writeFileSync(join(root, 'out'), 'a file where the folder should be');
    const error = await refusal(() => OutputFolder.open(folder));
    expect(error.exitCode).toBe(2);
    expect(error.message).toMatch(
      /: error: The output cannot be written here \(E[A-Z]+\)\. Choose another folder with --out\. \[cannot-write\]$/,
    );
  });

  it('when a write fails half way then what was there stays, whole, and nothing is left over', async () => {
    await publish({ 'figures.csv': 'old' });
    put('notes.txt', 'mine');
    const before = contents();
    const output = await OutputFolder.open(folder);
    // A file cannot be a folder too, so the second write fails as on a full disk.
    const files = [
      ...aRun({ 'figures.csv': 'new' }),
      { file: 'figures.csv/more.csv', bytes: Buffer.from('x') },
    ];
    const error = await refusal(() => output.publish(files));
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain(`${folder}: error: The output cannot be written here (`);
    expect(contents()).toEqual(before);
    expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
  });

  it('when the first write to a new place fails then the place is not made', async () => {
    const output = await OutputFolder.open(folder);
    const twice = ['a', 'a/b'].map(file => ({ file, bytes: Buffer.from('x') }));
    await refusal(() => output.publish(twice));
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(join(root, 'out'))).toEqual([]);
  });

  it('when the run is given up then what was being made goes, and what was there stays', async () => {
    await publish({ 'figures.csv': 'old' });
    const output = await OutputFolder.open(folder);
    expect(readdirSync(join(root, 'out'))).toHaveLength(2);
    output.discard();
    output.discard();
    expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
    expect(contents()['figures.csv']).toBe('old');
  });

  it('when it is given up after it was put in place then it stays', async () => {
    const output = await OutputFolder.open(folder);
    await output.publish(aRun({ 'figures.csv': 'new' }));
    output.discard();
    expect(contents()['figures.csv']).toBe('new');
  });

  it('when two runs are open at once then neither writes into the other', async () => {
    const [one, other] = [await OutputFolder.open(folder), await OutputFolder.open(folder)];
    await one.publish(aRun({ 'figures.csv': 'one' }));
    await other.publish(aRun({ 'figures.csv': 'other' }));
    expect(contents()['figures.csv']).toBe('other');
    expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
  });

  describe('after runs that were killed', () => {
    // Of this machine and of no process that runs: a system gives no number as high as this.
    const [host = ''] = newMark().split('-');
    const dead = `${host}-2147483646-0123abcd`;
    const left = (name: string) => join(root, 'out', `.2020-09.${name}`);

    it('when one was making its files then they go, and those of a run at work and of another machine stay', async () => {
      await publish({ 'figures.csv': 'old' });
      const alive = `${host}-${process.ppid}-0123abcd`;
      for (const mark of [dead, alive, 'elsewhere-1-0123abcd']) {
        mkdirSync(left(`making-${mark}`));
        writeFileSync(join(left(`making-${mark}`), 'figures.csv'), 'half');
      }
      await publish({ 'figures.csv': 'new' });
      expect(readdirSync(join(root, 'out')).sort()).toEqual(
        ['2020-09', `.2020-09.making-${alive}`, '.2020-09.making-elsewhere-1-0123abcd'].sort(),
      );
    });

    it('when one had moved the packs aside then they are in their place again, and that is told', async () => {
      await publish({ 'figures.csv': 'old' });
      renameSync(folder, left(`earlier-${dead}`));
      const output = await OutputFolder.open(folder);
      expect(contents()).toMatchObject({ 'figures.csv': 'old' });
      expect(output.recovered.map(formatProblem)).toEqual([
        `${folder}: warning: A run was stopped while it put its packs here. The packs that were here before are in their place again. [restored]`,
      ]);
      output.discard();
      expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
    });

    it('when one had put the new packs in place then these stay and the earlier ones go', async () => {
      await publish({ 'figures.csv': 'new' });
      mkdirSync(left(`earlier-${dead}`));
      writeFileSync(join(left(`earlier-${dead}`), 'figures.csv'), 'old');
      const output = await OutputFolder.open(folder);
      output.discard();
      expect(output.recovered).toEqual([]);
      expect(contents()).toMatchObject({ 'figures.csv': 'new' });
      expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
    });

    it('when one held the lock then it is taken over', async () => {
      mkdirSync(left('lock'), { recursive: true });
      writeFileSync(join(left('lock'), dead), '');
      expect(await publish({ 'figures.csv': 'new' })).toEqual([]);
      expect(readdirSync(join(root, 'out'))).toEqual(['2020-09']);
    });
  });

  it.each([
    '../figures.csv',
    'public/../../figures.csv',
    '/etc/figures.csv',
    'C:/figures.csv',
    '..\\figures.csv',
  ])('when a file is to be called %s then it is not written', async file => {
    const output = await OutputFolder.open(folder);
    const publishing = output.publish([{ file, bytes: Buffer.from('x') }]);
    await expect(publishing).rejects.toThrow(`"${file}" is no name of an output`);
    expect(readdirSync(root)).toEqual(['out']);
    expect(readdirSync(join(root, 'out'))).toEqual([]);
  });
});
