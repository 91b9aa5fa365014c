import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkReplaceable } from '../../src/cli/own-file.js';
import { writePrivateFile } from '../../src/cli/private-file.js';
import { reportFiles } from '../../src/cli/report-files.js';
import { writeWhole } from '../../src/cli/write-whole.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scorecard-own-file-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIST = 'standing,record_id,person_id\nmet,R1,P1\n';

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('a file that a command is told to write', () => {
  it('may be new, empty, or what the same command wrote before', () => {
    expect(() => checkReplaceable(join(folder, 'new.csv'), LIST)).not.toThrow();
    expect(() => checkReplaceable(file('empty.csv', ''), LIST)).not.toThrow();
    expect(() => checkReplaceable(file('list.csv', 'standing,record_id,team\n'), LIST)).not.toThrow();
    // Saved by a spreadsheet as "CSV UTF-8".
    expect(() => checkReplaceable(file('list.csv', `\ufeff${LIST}`), LIST)).not.toThrow();
  });

  it('is left as it is when it is an extract', () => {
    const extract = file('contacts.csv', 'contact_id,person_id\nC1,P1\n');
    expect(() => writePrivateFile(extract, LIST, join(folder, 'workspace'))).toThrow(
      `${extract}: error: There is a file of this name that this command did not write, and it is left as it is. Name another, or move that one away. [not-our-file]`,
    );
    expect(readFileSync(extract, 'utf8')).toBe('contact_id,person_id\nC1,P1\n');
  });

  it('is left as it is when it is a commentary or the results of another program, before the run begins', () => {
    const words = ['node', 'scorecard', 'check'];
    const commentary = file('2020-09.md', '---\napproved_by: Director\n---\n');
    expect(() => reportFiles([commentary], words)).toThrow('[not-our-file]');
    const settings = file('settings.xml', '<?xml version="1.0" encoding="UTF-8"?>\n<settings/>\n');
    expect(() => reportFiles([settings], words)).toThrow('[not-our-file]');
  });

  it('is replaced when it is a report of an earlier run', () => {
    const ended = { exitCode: 0, problems: [], stages: [], summary: [] };
    const files = [join(folder, 'summary.md'), join(folder, 'summary.xml')];
    reportFiles(files, ['node', 'scorecard', 'build']).write(ended);
    reportFiles(files, ['node', 'scorecard', 'check']).write(ended);
    for (const path of files) expect(readFileSync(path, 'utf8')).toMatch(/scorecard check/);
  });

  it('below a file is refused in a sentence', () => {
    mkdirSync(join(folder, 'workspace'));
    const below = join(file('plain.txt', 'x'), 'quality.csv');
    const words = `${below}: error: This file cannot be written. Close it where it is open`;
    expect(() => writeWhole(below, 'x')).toThrow(words);
    expect(() => writePrivateFile(below, LIST, join(folder, 'workspace'))).toThrow(words);
  });
});
