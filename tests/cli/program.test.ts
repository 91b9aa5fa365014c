import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram, toolVersion } from '../../src/cli/program.js';
import { UserError } from '../../src/problems.js';
import { toolPath } from '../../src/tool-folder.js';
import { CapturedConsole } from '../support/captured-console.js';

interface Ended {
  readonly console: CapturedConsole;
  readonly error: CommanderError | UserError | undefined;
}

async function run(...words: string[]): Promise<Ended> {
  const console = new CapturedConsole();
  try {
    await createProgram(console).parseAsync(['node', 'scorecard', ...words]);
    return { console, error: undefined };
  } catch (error) {
    if (error instanceof CommanderError || error instanceof UserError) return { console, error };
    throw error;
  }
}

describe('scorecard', () => {
  it('when its version is asked for then it is that of the package, on stdout', async () => {
    const { version } = JSON.parse(readFileSync(toolPath('package.json'), 'utf8')) as { version: string };
    const { console, error } = await run('--version');
    expect(console.stdout).toBe(version);
    expect(toolVersion()).toBe(version);
    expect(error).toMatchObject({ exitCode: 0 });
  });

  it.each(['--help', '-h'])(
    'when %s is asked for then it is on stdout, with examples and exit codes',
    async word => {
      const { console, error } = await run(word);
      expect(error).toMatchObject({ exitCode: 0 });
      expect(console.stderr).toBe('');
      for (const words of ['Usage: scorecard', 'build', 'measures', 'Examples:', 'Exit codes: 0 done; 1 ']) {
        expect(console.stdout).toContain(words);
      }
    },
  );

  it('when nothing is asked then the help is shown', async () => {
    const { console } = await run();
    expect(`${console.stdout}${console.stderr}`).toContain('Usage: scorecard');
  });

  it('when help for a command is asked for then its options have their defaults', async () => {
    const { console } = await run('build', '--help');
    expect(console.stdout).toContain('Usage: scorecard build');
    expect(console.stdout).toMatch(/--month <month>.*default: "last"/s);
    expect(console.stdout).toContain('--strict');
    expect(console.stdout).not.toContain('--debug');
  });

  it('when a command is mistyped then the nearest is named', async () => {
    const { console, error } = await run('biuld', '--month', '2020-09');
    expect(error).toBeInstanceOf(CommanderError);
    expect(error?.exitCode).not.toBe(0);
    expect(console.stdout).toBe('');
    expect(console.stderr).toContain('biuld');
    expect(console.stderr).toContain('Did you mean build?');
  });

  it('when an option is mistyped then the nearest is named, on stderr', async () => {
    const { console, error } = await run('build', '--mont', '2020-09');
    expect(error).toBeInstanceOf(CommanderError);
    expect(console.stdout).toBe('');
    expect(console.stderr).toBe("error: unknown option '--mont'\n(Did you mean --month?)");
  });

  it('when an option lacks its value then that is told', async () => {
    const { console } = await run('build', '--month');
    expect(console.stderr).toBe("error: option '-m, --month <month>' argument missing");
  });

  it('when too much is given then that is told', async () => {
    const { console, error } = await run('measures', 're-referrals', 'contacts');
    expect(error).toBeInstanceOf(CommanderError);
    expect(console.stderr).toContain('too many arguments');
  });

  it('when a command itself refuses then its error passes through', async () => {
    const { error } = await run('build', '--month', 'soon');
    expect(error).toBeInstanceOf(UserError);
    expect(error?.message).toContain('"soon" is not a month.');
  });

  it('when there is no such workspace then that is told before anything is made', async () => {
    const { error, console } = await run('build', '--month', '2020-09', '--workspace', 'no/such/folder');
    expect(error).toMatchObject({ exitCode: 2 });
    expect(error?.message).toMatch(
      /There is no folder .*Give the workspace with --workspace\. \[no-workspace\]$/,
    );
    expect(console.stdout).toBe('');
  });
});
