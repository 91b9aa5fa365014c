import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { toolPath } from '../../src/tool-folder.js';

export interface ToolRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line in a process of its own, as a person or a job runs it. @param workspace the folder */
export async function runTool(workspace: string, ...words: readonly string[]): Promise<ToolRun> {
  const program = ['--import', 'tsx', toolPath('src', 'cli', 'main.ts')];
  const child = spawn(process.execPath, [...program, ...words, '--workspace', workspace], {
    cwd: toolPath(),
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (part: string) => {
      said[name] += part;
    });
  const [exitCode] = (await once(child, 'close')) as [number];
  return { exitCode, ...said };
}
