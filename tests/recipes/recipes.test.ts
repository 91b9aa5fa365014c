import { readdirSync, readFileSync } from 'node:fs';
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
