import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, reportFiles } from '../../src/cli/report-files.js';
import { junitXml, type RunTold, summaryMarkdown } from '../../src/cli/run-report.js';
import { UserError } from '../../src/problems.js';

const STAGE = { name: 'Extracts', number: 1, of: 2, detail: '22 files', seconds: 1.04 };

const FAILED: RunTold = {
  command: 'build --month last',
  exitCode: 1,
  stages: [STAGE],
  problems: [
    { severity: 'warning', rule: 'odd-value', message: 'Odd | and <b>bold</b>.' },
    {
      severity: 'error',
      rule: 'not-a-date',
      message: 'Expected a date.',
      place: { file: 'extracts/visits.csv', line: 7 },
    },
    {
      severity: 'error',
      rule: 'not-a-date',
      message: 'Expected "another".',
      place: { file: 'extracts/visits.csv', line: 9 },
    },
  ],
};

describe('the summary of a job', () => {
  it('says how the run ended, errors first, and how long it took', () => {
    expect(summaryMarkdown(FAILED)).toBe(
      [
        '## scorecard build --month last',
        '',
        'Stopped: the data or the commentary failed its checks.',
        '',
        '| | where | what | rule |',
        '|---|---|---|---|',
        '| error | extracts/visits.csv:7 | Expected a date. | not-a-date |',
        '| error | extracts/visits.csv:9 | Expected "another". | not-a-date |',
        '| warning |  | Odd \\| and &lt;b&gt;bold&lt;/b&gt;. | odd-value |',
        '',
        '| stage | what | seconds |',
        '|---|---|---:|',
        '| Extracts | 22 files | 1.0 |',
        '',
      ].join('\n'),
    );
  });

  it('is short where nothing is to be told', () => {
    const told = { command: 'check', exitCode: 0, stages: [], problems: [] };
    expect(summaryMarkdown(told)).toBe('## scorecard check\n\nDone.\n');
  });
});

describe('the test results of a job', () => {
  it('are a test for each stage and each rule; a rule fails by its errors', () => {
    expect(junitXml(FAILED)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites tests="3" failures="1">',
        '  <testsuite name="scorecard build --month last" tests="3" failures="1">',
        '    <testcase classname="stage" name="Extracts" time="1.04"/>',
        '    <testcase classname="rule" name="odd-value"><system-out>Odd | and &lt;b&gt;bold&lt;/b&gt;.</system-out></testcase>',
        '    <testcase classname="rule" name="not-a-date"><failure message="extracts/visits.csv:7: Expected a date.">extracts/visits.csv:7: Expected a date.',
        'extracts/visits.csv:9: Expected &quot;another&quot;.</failure></testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    );
  });

  it('fail by warnings where these alone ended the run', () => {
    const warned = { ...FAILED, problems: FAILED.problems.slice(0, 1) };
    expect(junitXml(warned)).toContain('<failure message="Odd | and');
    expect(junitXml({ ...warned, exitCode: 0 })).not.toContain('<failure');
  });

  it('fail where a run ended without a word', () => {
    const silent = { command: 'build', exitCode: 2, stages: [], problems: [] };
    expect(junitXml(silent)).toContain('tests="1" failures="1"');
  });

  it('hold no character that XML has not got', () => {
    const odd = {
      ...FAILED,
      problems: [{ ...FAILED.problems[0], message: 'a\u0000\u001b[31mb' }],
    } as RunTold;
    expect(junitXml(odd)).toContain('a[31mb');
  });
});

describe('--report', () => {
  it('writes what each ending asks for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'scorecard-report-'));
    const words = ['node', 'scorecard', ...FAILED.command.split(' ')];
    reportFiles([join(folder, 'a.md'), join(folder, 'new', 'b.XML')], words).write(FAILED);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(summaryMarkdown(FAILED));
    expect(readFileSync(join(folder, 'new', 'b.XML'), 'utf8')).toBe(junitXml(FAILED));
    rmSync(folder, { recursive: true });
  });

  it('refuses another ending before the run begins', () => {
    expect(() => reportFiles(['summary.txt'], [])).toThrow(UserError);
  });

  it.each([
    [['build', '--report', 'a.md', 'b.xml', '--strict'], 'build --strict'],
    [['check', '--month', 'last', '--report', 'a.md'], 'check --month last'],
    [['check'], 'check'],
  ])('is not told of itself: %j', (words, told) => {
    expect(commandLine(['node', 'scorecard', ...words])).toBe(told);
  });
});
