import { CommanderError } from 'commander';
import { UserError } from '../problems.js';
import { sayProblems, terminal } from './console.js';
import { createProgram } from './program.js';

/** Runs the command line and turns whatever ends it into a message and an exit code. */

const debug = process.argv.includes('--debug');

try {
  await createProgram(terminal).parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    sayProblems(terminal, error.problems);
    return error.exitCode;
  }
  const bug = error instanceof Error ? error : new Error(String(error));
  terminal.say(`Something went wrong inside scorecard: ${debug ? bug.stack : bug.message.split('\n')[0]}`);
  if (!debug)
    terminal.say(
      'This is a fault of the tool, not of your data. Run again with --debug and report what it says.',
    );
  return 2;
}
