import { CommanderError } from 'commander';
import { UserError } from '../problems.js';
import { sayProblems } from './console.js';
import { createProgram } from './program.js';
import type { ReportFiles } from './report-files.js';
import { type Telling, terminal } from './terminal.js';

/** Runs the command line and turns whatever ends it into a message and an exit code. */

const debug = process.argv.includes('--debug');

/** Exit codes of a shell for a run that was stopped. */
const STOPPED = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

for (const [signal, exitCode] of Object.entries(STOPPED)) {
  process.once(signal, () => {
    terminal.say('Stopped before the end. Packs that were made before are as they were.');
    // Whoever made something that must not stay listens to the end of the process.
    process.exit(exitCode);
  });
}

// Whoever reads the output may have read enough, as `| head` does. What the run makes is made all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

let reports: ReportFiles | undefined;

try {
  await createProgram(terminal)
    .hook('preAction', async (_, command) => {
      const telling = command.opts<Telling>();
      terminal.tell(telling);
      if (!telling.report) return;
      const { reportFiles } = await import('./report-files.js');
      reports = reportFiles(telling.report, process.argv);
    })
    .parseAsync(process.argv);
} catch (error) {
  process.exitCode = await report(error);
}
const exitCode = Number(process.exitCode ?? 0);
try {
  reports?.write({ exitCode, ...terminal.told });
} catch (error) {
  // What ended the run is the more important of the two.
  process.exitCode = exitCode || (await report(error));
}

async function report(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    sayProblems(terminal, error.problems);
    return error.exitCode;
  }
  const { machineFault } = await import('./machine-fault.js');
  const fault = machineFault(error);
  if (fault) {
    sayProblems(terminal, fault.problems);
    return fault.exitCode;
  }
  const { bugInWords } = await import('./bug-in-words.js');
  terminal.say(`Something went wrong inside scorecard: ${bugInWords(error, debug)}`);
  if (!debug)
    terminal.say(
      'This is a fault of the tool, not of your data. Run again with --debug and report what it says.',
    );
  return 2;
}
