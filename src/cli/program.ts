import { readFileSync } from 'node:fs';
import { Argument, Command, Help, InvalidArgumentError, Option } from 'commander';
import { FORMATS, type Format, USUAL_FORMATS } from '../packs/formats.js';
import { toolPath } from '../tool-folder.js';
import { type Common, common } from './common-options.js';
import type { Shell } from './completion.js';
import type { Console } from './console.js';
import { addHistory } from './program-history.js';

/** The command line. Each command loads what it needs when it is called, so that --help answers at once. */

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
      outputError: (text, write) => write(withCure(text)),
    })
    .configureHelp({ optionDescription: describeOption })
    .addHelpText('after', EXAMPLES);
  addBuild(program, console);
  addPreview(program, console);
  addCheck(program, console);
  addDraft(program, console);
  addHistory(program, console);
  addMeasures(program, console);
  addInit(program, console);
  addDoctor(program, console);
  addWorkingDay(program, console);
  addCompletion(program, console);
  return program;
}

const EXAMPLES = `
Examples:
  scorecard build --month 2020-09                       the packs of September 2020
  scorecard build --workspace "D:/Performance/Pack"     from another folder
  scorecard build --pack scrutiny team                  only these packs
  scorecard build --month last --strict                 as a scheduled job runs it
  scorecard preview --month 2020-09                     the scrutiny pack in the browser while you edit
  scorecard check --month 2020-09                       what is wrong with the extracts, and where
  scorecard draft --month 2020-09                       candidates for the three questions, to be edited
  scorecard freeze --month 2020-09                      keep the month as it was published
  scorecard compare 2020-08                             which published figures would now differ, and why
  scorecard explain re-referrals --month 2020-09        what a figure is made of, and its cases
  scorecard lists --team "Assessment 1"                 what is overdue and due this week
  scorecard verify out/2020-09/public/scrutiny.pdf      from what a pack was made, and whether it can be made again
  scorecard measures                                    every measure, and whether there is data for it
  scorecard measures --area "Front door"                those of one area
  scorecard init "D:/Performance/Pack"                  a workspace to begin with
  scorecard doctor                                      whether this machine has all that a build needs

Exit codes: 0 done; 1 the data or commentary failed its checks; 2 the command or configuration is wrong;
3 something on this machine is missing.`;

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
    .addOption(
      new Option('-f, --format <formats...>', 'what each pack is made as; xlsx is its figures as a workbook')
        .choices(FORMATS)
        .default(USUAL_FORMATS),
    )
    .option('--strict', 'stop on warnings too', false)
    .option('--again', 'make the packs again though nothing has changed', false)
    .option('--allow-errors', 'make the packs in spite of errors in the data; the cover says so', false)
    .addOption(
      new Option(
        '--workspaces <folders...>',
        'build many workspaces, each into its own out/: folders, or a pattern in quotes such as "regions/*"',
      ).conflicts(['workspace', 'out', 'lists']),
    )
    .option(
      '--workers <number>',
      'with --workspaces: builds side by side (default: by processors and memory)',
    )
    .option(
      '--shard <share>',
      'with --workspaces: only a share of them, such as 3/14; job/14 in a Kubernetes Job',
    )
    .option(
      '--lists <folder>',
      "write each team's page with its cases that are due and overdue, and the cases as CSV, into this folder: never one of packs",
    )
    .addHelpText(
      'after',
      example(
        'scorecard build --month 2020-09          the packs of September 2020',
        'scorecard build --format html pdf xlsx   with the figures of each pack as a workbook',
        'scorecard build --month last --strict    as a scheduled job runs it',
        'scorecard build --workspaces "regions/*" the councils of a region, one folder each',
        'scorecard build --pack team --lists "D:/Teams"  for team managers, with the cases they owe',
      ),
    )
    .action(
      async (
        options: Common & {
          month: string;
          out?: string;
          pack: string[];
          format: Format[];
          strict: boolean;
          allowErrors: boolean;
          lists?: string;
          again: boolean;
          workspaces?: string[];
          workers?: string;
          shard?: string;
        },
      ) => {
        const { workspaces, ...one } = options;
        if (workspaces === undefined) {
          const { buildIfChanged } = await import('./build-if-changed.js');
          await buildIfChanged(one, console);
          return;
        }
        const { buildWorkspaces } = await import('./build-workspaces.js');
        await buildWorkspaces({ ...one, workspaces }, console);
      },
    );
}

function addPreview(program: Command, console: Console): void {
  common(program.command('preview'))
    .description('show a pack in the browser, and make its page again whenever the workspace is edited')
    .option('-m, --month <month>', 'YYYY-MM, or last for the month before this one', 'last')
    .option(
      '-p, --pack <name>',
      'which pack; its public edition, or with -internal the one of all numbers',
      'scrutiny',
    )
    .option('--port <number>', 'on which port of this machine (default: one that is free)', readPort, 0)
    .option('--allow-errors', 'show the pack in spite of errors in the data', false)
    .addHelpText(
      'after',
      `${example(
        'scorecard preview --month 2020-09                           the scrutiny pack, as it will be published',
        'scorecard preview --month 2020-09 --pack scrutiny-internal  with every number',
        'scorecard preview --month 2020-09 --pack team               a pack of several documents',
      )}

It prints an address to open in a browser of this machine; no other machine can reach it. Edit commentary, comments,
templates, targets, plans, settings, measures or extracts: the page is made again, and what is wrong stands in it with
file and line. Commentary is shown before it is approved, marked as a draft. Nothing is written; Ctrl-C ends it.`,
    )
    .action(async (options: Common & { month: string; pack: string; port: number; allowErrors: boolean }) => {
      const { preview, whenStopped } = await import('./preview/preview.js');
      await preview(options, console, whenStopped());
    });
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new InvalidArgumentError('Give a number from 1 to 65535.');
}

function addCheck(program: Command, console: Console): void {
  common(program.command('check'))
    .description('tell what was read and what is wrong with it, without making a pack')
    .option('-m, --month <month>', 'YYYY-MM, or last for the month before this one', 'last')
    .option('-o, --out <file>', 'write every place of every finding to this CSV file')
    .option('--strict', 'end with 1 on warnings too', false)
    .addHelpText(
      'after',
      example(
        'scorecard check                                    last month, in the terminal',
        'scorecard check --month 2020-09 --out quality.csv  every place of every finding as a table',
      ),
    )
    .action(async (options: Common & { month: string; out?: string; strict: boolean }) => {
      const { check } = await import('./check.js');
      await check(options, console);
    });
}

function addDraft(program: Command, console: Console): void {
  common(program.command('draft'))
    .description('write candidates for the three questions into commentary/YYYY-MM.md, from the figures')
    .option('-m, --month <month>', 'YYYY-MM, or last for the month before this one', 'last')
    .addHelpText(
      'after',
      `
Examples:
  scorecard draft --month 2020-09

A commentary that is there keeps every word: new candidates go under a heading of their own.
docs/commentary.md says how they are chosen.`,
    )
    .action(async (options: Common & { month: string }) => {
      const { draft } = await import('./draft.js');
      await draft(options, console);
    });
}

function addMeasures(program: Command, console: Console): void {
  common(program.command('measures'))
    .description('list the measures, what they count and need, and whether the workspace has it')
    .argument('[measure]', 'show one measure with its SQL')
    .option('-a, --area <area>', 'only the measures of one area, such as "Front door"')
    .addHelpText(
      'after',
      example(
        'scorecard measures --area Adoption    those of one area',
        'scorecard measures s47-in-15-days     one, with its definition and its SQL',
      ),
    )
    .action(async (measure: string | undefined, options: Common & { area?: string }) => {
      const { listMeasures } = await import('./measures.js');
      await listMeasures(measure, options, console);
    });
}

function addInit(program: Command, console: Console): void {
  program
    .command('init')
    .description('make a workspace to begin with, with synthetic data that can be built at once')
    .argument('<folder>', 'a folder that is not there yet, or is empty')
    .option(
      '--empty',
      'without the synthetic data: settings explained, and tables with their headings',
      false,
    )
    .option('--json', 'print the result as JSON', false)
    .addHelpText(
      'after',
      example(
        'scorecard init Scorecard           a workspace that builds at once',
        'scorecard init Scorecard --empty   one for your own extracts',
      ),
    )
    .action(async (folder: string, options: { empty: boolean; json: boolean }) => {
      const { init } = await import('./init.js');
      init(folder, options, console);
    });
}

function addDoctor(program: Command, console: Console): void {
  common(program.command('doctor'))
    .description('try everything that a build needs of this machine, and say how to get what is missing')
    .addHelpText('after', example('scorecard doctor   ends with 3 when something is missing'))
    .action(async (options: Common) => {
      const { doctor } = await import('./doctor.js');
      await doctor(options, console);
    });
}

function addWorkingDay(program: Command, console: Console): void {
  program
    .command('working-day')
    .description('print which working day of the month it is, or 0, for a schedule that runs every day')
    .option('--date <date>', 'YYYY-MM-DD (default: today)')
    .option(
      '-w, --workspace <folder>',
      "with the workspace's own bank holidays, where it names a file of them",
    )
    .option('--json', 'print the result as JSON', false)
    .addHelpText(
      'after',
      example(
        'scorecard working-day                     3 on the third working day, 0 on a bank holiday',
        'scorecard working-day --date 2020-12-29   19: Christmas and Boxing Day are no working days',
      ),
    )
    .action(async (options: { date?: string; workspace?: string; json: boolean }) => {
      const { workingDay } = await import('./working-day.js');
      workingDay(options, console);
    });
}

function addCompletion(program: Command, console: Console): void {
  program
    .command('completion')
    .description('print what makes a shell complete the words of a command')
    .addArgument(new Argument('<shell>', 'which shell').choices(['bash', 'zsh', 'powershell']))
    .addHelpText(
      'after',
      example(
        'scorecard completion bash >> ~/.bashrc',
        'scorecard completion zsh >> ~/.zshrc',
        'scorecard completion powershell | Add-Content $PROFILE',
      ),
    )
    .action(async (shell: Shell) => {
      const { completion } = await import('./completion.js');
      console.result(completion(program, shell));
    });
}

/** A default of nothing, or one that the words tell already, is not told. */
function describeOption(option: Option): string {
  const { defaultValue: value, description } = option;
  const isNothing = value === false || value === '' || (Array.isArray(value) && value.length === 0);
  const isTold = isNothing || description.includes('(default');
  const shown: Option = isTold ? Object.assign(Object.create(option), { defaultValue: undefined }) : option;
  return new Help().optionDescription(shown);
}

/** Words that no command takes are most often the rest of a path with a space in it. */
function withCure(text: string): string {
  const cure = text.includes('too many arguments')
    ? ' Put a path or name that holds spaces in double quotes.'
    : '';
  return `${text.trimEnd()}${cure}\n`;
}

/** How a command is used, below its options. */
function example(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map(line => `  ${line}`).join('\n')}`;
}

export function toolVersion(): string {
  const { version } = JSON.parse(readFileSync(toolPath('package.json'), 'utf8')) as { version: string };
  return version;
}
