import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { completion } from '../../src/cli/completion.js';
import { createProgram } from '../../src/cli/program.js';
import { CapturedConsole } from '../support/captured-console.js';

const program = createProgram(new CapturedConsole());
const hasBash = spawnSync('bash', ['--version']).status === 0;

/** What bash would offer for the last of these words. */
function offered(...words: readonly string[]): string[] {
  const script = `${completion(program, 'bash')}
COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_scorecard; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(word => word !== '');
}

describe.skipIf(!hasBash)('completion in bash', () => {
  it('offers the commands that begin with what is typed', () => {
    expect(offered('scorecard', 'meas')).toEqual(['measures']);
    expect(offered('scorecard', '')).toContain('build');
  });

  it('offers the options of the command, and none that is hidden', () => {
    expect(offered('scorecard', 'measures', '--')).toEqual([
      '--workspace',
      '--json',
      '--quiet',
      '--verbose',
      '--log',
      '--report',
      '--area',
    ]);
  });

  it('offers no option where a file may stand', () => {
    expect(offered('scorecard', 'measures', 'targets')).toEqual([]);
  });
});

describe('completion in the other shells', () => {
  it('names every command with its options', () => {
    const script = completion(program, 'powershell');
    for (const command of program.commands) expect(script).toContain(`'${command.name()}' = @(`);
    expect(script).toContain(
      "'measures' = @('--workspace', '--json', '--quiet', '--verbose', '--log', '--report', '--area')",
    );
  });

  it('uses in zsh what it has for bash', () => {
    expect(completion(program, 'zsh')).toMatch(
      /^autoload -U \+X bashcompinit && bashcompinit\n_scorecard\(\)/,
    );
  });
});
