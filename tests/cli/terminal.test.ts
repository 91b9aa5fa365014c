import { describe, expect, it } from 'vitest';
import { sayProblems } from '../../src/cli/console.js';
import { Progress } from '../../src/cli/progress.js';
import { type Telling, Terminal } from '../../src/cli/terminal.js';
import type { Problem } from '../../src/problems.js';

const PROBLEM: Problem = {
  severity: 'warning',
  rule: 'odd-value',
  message: 'A value: that is odd.',
  place: { file: 'extracts/visits.csv', line: 7, column: 'kind' },
};

interface Written {
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run of two stages and one problem writes. */
function written(
  telling: Partial<Telling>,
  isTTY = false,
  environment: Readonly<Record<string, string>> = {},
): Written {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const terminal = new Terminal(
    {
      stdout: { write: (text: unknown) => Boolean(stdout.push(String(text))) },
      stderr: { write: (text: unknown) => Boolean(stderr.push(String(text))), isTTY },
    },
    environment,
    () => new Date('2020-10-05T08:00:00Z'),
  );
  terminal.tell({ quiet: false, verbose: false, log: 'text', ...telling });
  const times = [0, 1200, 1300];
  const progress = new Progress(terminal, ['Extracts', 'Packs'], () => times.shift() ?? 0);
  progress.done('Extracts', '3 files');
  sayProblems(terminal, [PROBLEM]);
  progress.done('Packs', 'scrutiny');
  terminal.say('1 warning.');
  terminal.result('out/scrutiny.pdf');
  return { stdout: stdout.join(''), stderr: stderr.join('') };
}

const LINE = 'extracts/visits.csv:7: kind: warning: A value: that is odd. [odd-value]';

describe('in a log', () => {
  it('a run is plain lines, and its result alone stands on stdout', () => {
    expect(written({})).toEqual({
      stdout: 'out/scrutiny.pdf\n',
      stderr: `[1/2] Extracts    3 files  1.2s\n${LINE}\n[2/2] Packs       scrutiny  0.1s\n1 warning.\n`,
    });
  });

  it('--quiet leaves the stages out', () => {
    expect(written({ quiet: true }).stderr).toBe(`${LINE}\n1 warning.\n`);
  });

  it('--log json is an object a line, with the place in parts', () => {
    const lines = written({ log: 'json' }).stderr.trimEnd().split('\n');
    const time = '2020-10-05T08:00:00.000Z';
    expect(lines.map(line => JSON.parse(line) as object)).toEqual([
      { time, level: 'info', event: 'stage', stage: 'Extracts', detail: '3 files', seconds: 1.2 },
      {
        time,
        level: 'warning',
        event: 'problem',
        rule: 'odd-value',
        message: 'A value: that is odd.',
        file: 'extracts/visits.csv',
        line: 7,
        column: 'kind',
      },
      { time, level: 'info', event: 'stage', stage: 'Packs', detail: 'scrutiny', seconds: 0.1 },
      { time, level: 'info', event: 'message', message: '1 warning.' },
    ]);
  });
});

describe('on a terminal', () => {
  const ESCAPE = '\u001b[';

  it('the stage under way is shown, and gives way to what follows', () => {
    const { stderr } = written({}, true, { NO_COLOR: '1' });
    expect(stderr).toBe(
      [
        `[1/2] Extracts    …\r${ESCAPE}K[1/2] Extracts    3 files  1.2s\n`,
        `[2/2] Packs       …\r${ESCAPE}K${LINE}\n`,
        '[2/2] Packs       scrutiny  0.1s\n1 warning.\n',
      ].join(''),
    );
  });

  it('the severity has a colour, and only it', () => {
    expect(written({}, true).stderr).toContain(
      `extracts/visits.csv:7: kind: ${ESCAPE}33mwarning:${ESCAPE}39m A value: that is odd. [odd-value]\n`,
    );
  });

  it.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('%j takes the colours away', environment => {
    expect(written({}, true, environment).stderr).not.toContain(`${ESCAPE}3`);
  });
});

it('--verbose tells every problem of a rule', () => {
  const lines: string[] = [];
  const stream = { write: (text: unknown) => Boolean(lines.push(String(text))) };
  const terminal = new Terminal({ stdout: stream, stderr: stream }, {}, () => new Date(0));
  terminal.tell({ quiet: false, verbose: true, log: 'text' });
  sayProblems(
    terminal,
    Array.from({ length: 12 }, () => PROBLEM),
  );
  expect(lines).toHaveLength(12);
});
