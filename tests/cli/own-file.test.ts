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
  });

  it('is left as it is when it is an extract', () => {
    const extract = file('contacts.csv', 'contact_id,person_id\nC1,P1\n');
    expect(() => writePrivateFile(extract, LIST, join(folder, 'workspace'))).toThrow(
      `${extract}: error: There is a file of this name that this command did not write, and it is left as it is. Name another, or move that one away. [not-our-file]`,
    );
    expect(readFileSync(extract, 'utf8')).toBe('contact_id,person_id\nC1,P1\n');
  });

  it('is left as it is when it is a commentary, and another report is replaced', () => {
    const ended = { exitCode: 0, problems: [], stages: [], summary: [] };
    const commentary = file('2020-09.md', '---\napproved_by: Director\n---\n');
    const reports = reportFiles([commentary], ['node', 'scorecard', 'check']);
    expect(() => reports.write(ended)).toThrow('[not-our-file]');
    expect(readFileSync(commentary, 'utf8')).toBe('---\napproved_by: Director\n---\n');
    const summary = file('summary.md', '## scorecard build\n\nStopped.\n');
    reportFiles([summary], ['node', 'scorecard', 'check']).write(ended);
    expect(readFileSync(summary, 'utf8')).toMatch(/^## scorecard check/);
  });

  it('below a file is refused in a sentence', () => {
    mkdirSync(join(folder, 'workspace'));
    const below = join(file('plain.txt', 'x'), 'quality.csv');
    const words = `${below}: error: This file cannot be written. Close it where it is open`;
    expect(() => writeWhole(below, 'x')).toThrow(words);
    expect(() => writePrivateFile(below, LIST, join(folder, 'workspace'))).toThrow(words);
  });
});
