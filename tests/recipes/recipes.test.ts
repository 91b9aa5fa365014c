import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
    '%s takes away what an earlier day told, before anything else',
    file => {
      const body = text(file).replaceAll(/^\s*#.*$/gm, '');
      const asks = body.indexOf('working-day --workspace');
      const takesAway = body.search(/rm -f |Remove-Item/);
      expect(takesAway).toBeGreaterThan(-1);
      expect(asks).toBeGreaterThan(takesAway);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'month-end.sh ends with what the calendar ends with, and its old reports are gone',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'scorecard-recipe-'));
      try {
        mkdirSync(join(folder, 'reports'));
        writeFileSync(join(folder, 'reports', '3-freeze.md'), 'of last month');
        writeFileSync(join(folder, 'reports', 'job.log'), 'kept');
        // In the place of the tool: the calendar has no such year.
        writeFileSync(join(folder, 'scorecard'), '#!/bin/sh\necho "$*" >> calls\nexit 2\n', { mode: 0o755 });
        const { status } = spawnSync('sh', [toolPath('recipes', 'month-end.sh')], {
          cwd: folder,
          env: { PATH: `${folder}:${process.env.PATH}`, REPORTS: join(folder, 'reports'), WORKSPACE: 'a b' },
        });
        expect(status).toBe(2);
        expect(readdirSync(join(folder, 'reports'))).toEqual(['job.log']);
        expect(readFileSync(join(folder, 'calls'), 'utf8')).toBe('working-day --workspace a b\n');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

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
