import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';

/** The command line whose reader has gone, as `scorecard measures | head` has. */

async function readNothing(...words: readonly string[]): Promise<{ exitCode: number | null; told: string }> {
  const program = spawn(process.execPath, ['bin/scorecard.js', ...words]);
  program.stdout.destroy();
  let told = '';
  program.stderr.on('data', (text: Buffer) => {
    told += text.toString();
  });
  const [exitCode] = (await once(program, 'close')) as [number | null];
  return { exitCode, told };
}

describe('a reader who has read enough', () => {
  it.each([[['measures']], [['measures', '--help']]])(
    'when it has gone from %o then the run ends well and nothing is said',
    async words => {
      expect(await readNothing(...words, '--workspace', 'sample-data')).toEqual({ exitCode: 0, told: '' });
    },
  );
});
