import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { createProgram } from '../../src/cli/program.js';
import { toolPath } from '../../src/tool-folder.js';
import { CapturedConsole } from '../support/captured-console.js';

/** What is ready to copy: read as its readers do, as far as that can be done without them. */

const files = readdirSync(toolPath('recipes'));
const text = (file: string) => readFileSync(toolPath('recipes', file), 'utf8');
const { commands } = createProgram(new CapturedConsole());

/** The commands of the tool that a recipe runs, without what follows them in a shell. */
function callsIn(file: string): string[] {
  const whole = text(file)
    .replaceAll(/^\s*#(?! {3}).*$/gm, '')
    .replaceAll(/\s\\\n\s*/g, ' ')
    .replaceAll(
      /args:\n((?:\s*- .*\n)+)/g,
      (_, list: string) => `scorecard ${list.replaceAll(/\s+-(?= )/g, ' ')}\n`,
    );
  return [...whole.matchAll(/(?<![\w/.-])scorecard +([a-z-]+ [^\n;|>)]*)/g)].map(([, call = '']) =>
    call.trim(),
  );
}

const isCommand = (call: string) => commands.some(command => command.name() === call.split(' ')[0]);

describe('the recipes', () => {
  it.each(files.filter(file => file.endsWith('.yml')))('%s is YAML without a fault', file => {
    expect(parseDocument(text(file)).errors).toEqual([]);
  });

  it.each(['github-actions-region.yml', 'kubernetes-job.yml', 'month-end.sh'])('%s runs the tool', file => {
    expect(callsIn(file).filter(isCommand).length).toBeGreaterThan(0);
  });

  it.each(files)('%s gives each command only options that it has', file => {
    for (const call of callsIn(file).filter(isCommand)) {
      const command = commands.find(each => each.name() === call.split(' ')[0]);
      const known = command?.options.map(option => option.long) ?? [];
      expect(known).toEqual(expect.arrayContaining(call.match(/--[a-z-]+/g) ?? []));
    }
  });

  it.each(['month-end.sh', 'month-end.ps1'])(
    '%s takes away what was told of the month before, and nothing on a day with nothing to do',
    file => {
      const body = text(file).replaceAll(/^\s*#.*$/gm, '');
      const isOver = body.indexOf('nothing to do');
      const takesAway = body.search(/rm -f |Remove-Item/);
      expect(isOver).toBeGreaterThan(-1);
      expect(takesAway).toBeGreaterThan(isOver);
    },
  );

  it.each([
    ['github-actions.yml', 'scorecard doctor'],
    ['azure-pipelines.yml', 'scorecard doctor'],
  ])(
    '%s takes the last reports away before anything can fail, since it shows whatever lies there',
    (file, first) => {
      const body = text(file);
      expect(body.indexOf('rm -rf "$REPORTS"')).toBeGreaterThan(-1);
      expect(body.indexOf(first)).toBeGreaterThan(body.indexOf('rm -rf "$REPORTS"'));
    },
  );

  describe.skipIf(process.platform === 'win32')('month-end.sh', () => {
    let folder = '';
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'scorecard-recipe-'));
      mkdirSync(join(folder, 'reports'));
      writeFileSync(join(folder, 'reports', '2-build.md'), 'why it failed');
      writeFileSync(join(folder, 'reports', 'job.log'), 'kept');
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    /** @param tool what stands in the place of the tool, which notes how it was called */
    const run = (tool: string) => {
      writeFileSync(join(folder, 'scorecard'), `#!/bin/sh\necho "$*" >> calls\n${tool}\n`, { mode: 0o755 });
      return spawnSync('sh', [toolPath('recipes', 'month-end.sh')], {
        cwd: folder,
        env: { PATH: `${folder}:${process.env.PATH}`, REPORTS: join(folder, 'reports'), WORKSPACE: 'a b' },
      }).status;
    };
    const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
    const reports = () => readdirSync(join(folder, 'reports')).sort();

    it('ends with what the calendar ends with', () => {
      expect(run('exit 2')).toBe(2);
      expect(calls()).toEqual(['working-day --workspace a b']);
    });

    it('on a day with nothing to do leaves what the last run told', () => {
      expect(run('echo 4')).toBe(0);
      expect(calls()).toEqual(['working-day --workspace a b']);
      expect(reports()).toEqual(['2-build.md', 'job.log']);
    });

    it('on its day takes the last reports away, and ends with the step that fails', () => {
      expect(run('case $1 in working-day) echo 3;; check) exit 1;; esac')).toBe(1);
      expect(calls().map(call => call.split(' ')[0])).toEqual(['working-day', 'check']);
      expect(reports()).toEqual(['check.txt', 'job.log']);
    });
  });

  it('divide the workspaces into as many shares as there are jobs', () => {
    const matrix = parseDocument(text('github-actions-region.yml')).getIn([
      'jobs',
      'packs',
      'strategy',
      'matrix',
      'shard',
    ]);
    expect(JSON.parse(String(matrix))).toEqual([1, 2, 3, 4]);
    expect(text('github-actions-region.yml')).toContain(['--shard $', '{{ matrix.shard }}/4 '].join(''));
    const { spec } = parseDocument(text('kubernetes-job.yml')).toJS() as { spec: { completions: number } };
    expect(text('kubernetes-job.yml')).toContain(`- job/${spec.completions}\n`);
  });
});
