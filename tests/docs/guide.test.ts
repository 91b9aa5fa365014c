import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/files.js';
import { toolPath } from '../../src/tool-folder.js';

/** The guide, done as it says: every command of its `sh` blocks, in one folder, one page after another. */

const PAGES = [
  'first-month.md',
  'extracts.md',
  'month-end.md',
  'changing-things.md',
  'scheduled-job.md',
] as const;

const MINUTES = 60_000;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scorecard-guide-'));
  mkdirSync(join(folder, 'bin'));
  const program = join(folder, 'bin', 'scorecard');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${toolPath('bin', 'scorecard.js')}" "$@"\n`);
  chmodSync(program, 0o755);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const page = (name: string) => readFileSync(toolPath('docs', 'guide', name), 'utf8');

/** The text of the page's blocks of a language, without the indent of a list. */
function blocks(text: string, language: string): string[] {
  const fences = new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm');
  return [...text.matchAll(fences)].map(([, indent = '', body = '']) =>
    body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

function run(command: string, cwd = folder): { readonly status: number | null; readonly told: string } {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd,
    encoding: 'utf8',
    env: environment(),
  });
  return { status, told: `${command}\n${stdout}${stderr}` };
}

/** A command that goes on until it is stopped: when its page has been made it is, as by Ctrl-C. */
async function runUntilShown(
  command: string,
): Promise<{ readonly status: number | null; readonly told: string }> {
  const child = spawn('sh', ['-c', `exec ${command}`], { cwd: folder, env: environment() });
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve));
  let told = `${command}\n`;
  const heard = (part: Buffer) => {
    told += part.toString();
    if (/made in [\d.]+ s|error:/.test(told)) child.kill('SIGINT');
  };
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  const status = await ended;
  expect(told).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
  return { status, told };
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}` };
}

describe.skipIf(process.platform === 'win32')('every command of the guide', () => {
  it.each(PAGES)(
    'in %s does what it says',
    async name => {
      const commands = blocks(page(name), 'sh').flatMap(block => block.trim().split('\n'));
      expect(commands.length).toBeGreaterThan(0);
      for (const command of commands) {
        const { status, told } = command.includes('scorecard preview')
          ? await runUntilShown(command)
          : run(command);
        expect(told).not.toMatch(/error:/);
        expect(status, told).toBe(0);
      }
    },
    20 * MINUTES,
  );

  it('has led to a pack, a draft, a frozen month and a report', () => {
    for (const file of [
      'Scorecard/out/2020-09/public/scrutiny.pdf',
      'Scorecard/commentary/2020-09.md',
      'quality.csv',
      'summary.md',
      'results.xml',
      'Ours/scorecard.yml',
    ])
      expect(existsSync(join(folder, file)), file).toBe(true);
    expect(readdirSync(join(folder, 'Scorecard', 'history'))).not.toEqual([]);
  });

  it('and the measure that it adds counts what it says', () => {
    const [yaml = ''] = blocks(page('changing-things.md'), 'yaml');
    const [sql = ''] = blocks(page('changing-things.md'), 'sql');
    mkdirSync(join(folder, 'Scorecard', 'measures'), { recursive: true });
    writeFileSync(join(folder, 'Scorecard', 'measures', 'weekend-contacts.yml'), yaml);
    writeFileSync(join(folder, 'Scorecard', 'measures', 'weekend-contacts.sql'), sql);
    // Seven contacts in September 2020: two on Saturday the 5th, one on Sunday the 6th, four on working days.
    const days = ['05', '05', '06', '07', '08', '09', '30'];
    const rows = days.map((day, index) => `C${index},P${index},${day}/09/2020 10:00,Police,MASH,,`);
    const head = 'contact_id,person_id,received_at,source,route,completed_at,outcome';
    writeFileSync(join(folder, 'Scorecard', 'extracts', 'contacts.csv'), `${[head, ...rows].join('\n')}\n`);
    const { told } = run(
      'scorecard explain weekend-contacts --workspace Scorecard --month 2020-09 --period month',
    );
    expect(told).toMatch(/\b43%/);
    expect(told).toMatch(/\b3 of 7\b/);
  }, 120_000);
});

/** Packs that were sent about, and archives, which no test has. */
const ELSEWHERE = /"C:\/Downloads|"E:\/Archive/;

describe.skipIf(process.platform === 'win32')('every command of README.md and of the page on history', () => {
  const commands = ['README.md', 'docs/history.md']
    .flatMap(name => blocks(readFileSync(toolPath(name), 'utf8'), 'sh'))
    .flatMap(block => block.trim().split('\n'))
    .map(line => line.replace(/ +#.*$/, '').replace(/^node bin\/scorecard\.js/, 'scorecard'))
    .filter(line => line.startsWith('scorecard ') && !ELSEWHERE.test(line));

  it(
    'does what it says, in the workspace that README.md makes',
    () => {
      const workspace = join(folder, 'D:', 'Performance', 'Scorecard');
      const todo = [...commands];
      const doneIn = (place: string, command: string) => {
        const { status, told } = run(command, place);
        expect(told).not.toMatch(/error:/);
        expect(status, told).toBe(0);
      };
      // The two folders that are made; then August, which the rest compares with, as it was published and corrected.
      for (const command of todo.splice(0, 2)) {
        expect(command).toMatch(/^scorecard init /);
        doneIn(folder, command);
      }
      doneIn(workspace, 'scorecard build --month 2020-08 --pack scrutiny --format html');
      doneIn(workspace, 'scorecard freeze --month 2020-08');
      doneIn(workspace, 'scorecard freeze --month 2020-08 --reason "A correction"');
      for (const command of todo) doneIn(command.includes('"D:/') ? folder : workspace, command);
      expect(todo.length).toBeGreaterThan(15);
      expect(existsSync(join(workspace, 'C:', 'Work', 'all-teams.csv'))).toBe(true);
      expect(existsSync(join(folder, 'D:', 'Performance', 'Ours', 'scorecard.yml'))).toBe(true);
    },
    20 * MINUTES,
  );
});

describe('the pages of the guide', () => {
  const every = filesBelow(toolPath('docs', 'guide'));

  it.each(every)('%s leads only to what is there', name => {
    const links = [...page(name).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.filter(link => !existsSync(join(toolPath('docs', 'guide'), link)))).toEqual([]);
  });

  it('explain no rule that there is not', () => {
    const source = filesBelow(toolPath('src'))
      .map(file => readFileSync(toolPath('src', file), 'utf8'))
      .join('\n');
    const explained = [...page('troubleshooting.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map(
      ([, rule = '']) => rule,
    );
    expect(explained.length).toBeGreaterThan(10);
    expect(explained.filter(rule => !source.includes(`'${rule}'`))).toEqual([]);
  });
});
