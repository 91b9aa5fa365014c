import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { toolPath } from '../tool-folder.js';
import type { Console } from './console.js';

/** The command line. Each command loads what it needs when it is called, so that --help answers at once. */

interface Common {
  readonly workspace: string;
  readonly json: boolean;
}

export function createProgram(console: Console): Command {
  const program = new Command('scorecard')
    .description("Turns a month's case-system extracts into performance packs.")
    .version(toolVersion(), '--version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: text => console.result(text.trimEnd()),
      writeErr: text => console.say(text.trimEnd()),
    })
    .addHelpText('after', EXAMPLES);
  addBuild(program, console);
  addCheck(program, console);
  addMeasures(program, console);
  return program;
}

const EXAMPLES = `
Examples:
  scorecard build --month 2020-09                       the packs of September 2020
  scorecard build --workspace "D:/Performance/Pack"     from another folder
  scorecard build --pack scrutiny team                  only these packs
  scorecard build --month last --strict                 as a scheduled job runs it
  scorecard check --month 2020-09                       what is wrong with the extracts, and where
  scorecard measures                                    every measure, and whether there is data for it
  scorecard measures --area "Front door"                those of one area

Exit codes: 0 done; 1 the data or commentary failed its checks; 2 the command or configuration is wrong;
3 something on this machine is missing.`;

function common(command: Command): Command {
  return command
    .option('-w, --workspace <folder>', 'the workspace', '.')
    .option('--json', 'print the result as JSON', false)
    .addOption(new Option('--debug', 'show where a fault of the tool happened').hideHelp());
}

function addBuild(program: Command, console: Console): void {
  common(program.command('build'))
    .description('make the packs of a month')
    .option('-m, --month <month>', 'YYYY-MM, or last for the month before this one', 'last')
    .option('-o, --out <folder>', 'where the packs go (default: out/YYYY-MM in the workspace)')
    .option(
      '-p, --pack <names...>',
      'make only these packs; those of an earlier run go, since its figures may be others (default: all)',
      [],
    )
    .option('--strict', 'stop on warnings too', false)
    .option('--allow-errors', 'make the packs in spite of errors in the data; the cover says so', false)
    .action(
      async (
        options: Common & {
          month: string;
          out?: string;
          pack: string[];
          strict: boolean;
          allowErrors: boolean;
        },
      ) => {
        const { build } = await import('./build.js');
        await build(options, console);
      },
    );
}

function addCheck(program: Command, console: Console): void {
  common(program.command('check'))
    .description('tell what was read and what is wrong with it, without making a pack')
    .option('-m, --month <month>', 'YYYY-MM, or last for the month before this one', 'last')
    .option('-o, --out <file>', 'write every place of every finding to this CSV file')
    .option('--strict', 'end with 1 on warnings too', false)
    .action(async (options: Common & { month: string; out?: string; strict: boolean }) => {
      const { check } = await import('./check.js');
      await check(options, console);
    });
}

function addMeasures(program: Command, console: Console): void {
  common(program.command('measures'))
    .description('list the measures, what they count and need, and whether the workspace has it')
    .argument('[measure]', 'show one measure with its SQL')
    .option('-a, --area <area>', 'only the measures of one area, such as "Front door"')
    .action(async (measure: string | undefined, options: Common & { area?: string }) => {
      const { listMeasures } = await import('./measures.js');
      listMeasures(measure, options, console);
    });
}

export function toolVersion(): string {
  const { version } = JSON.parse(readFileSync(toolPath('package.json'), 'utf8')) as { version: string };
  return version;
}
