import type { Command } from 'commander';
import { type Common, common } from './common-options.js';
import type { Console } from './console.js';

/** The commands about what was published, and about the cases behind it. */

export function addHistory(program: Command, console: Console): void {
  addFreeze(program, console);
  addCompare(program, console);
  addExplain(program, console);
  addLists(program, console);
  addVerify(program, console);
}

function addFreeze(program: Command, console: Console): void {
  common(program.command('freeze'))
    .description('keep a month as it was published, in history/; a correction is a new revision')
    .option('-m, --month <month>', 'YYYY-MM, or last for the month before this one', 'last')
    .option('-o, --out <folder>', 'where its packs are (default: out/YYYY-MM in the workspace)')
    .option('-r, --reason <reason>', 'why a month that is frozen already is frozen again')
    .option('--strict', 'do not freeze a month whose commentary is not approved', false)
    .addHelpText(
      'after',
      `
Examples:
  scorecard freeze --month 2020-09
  scorecard freeze --month 2020-09 --reason "Two plans were recorded twice"

The packs must be as build made them, and the workspace's files those that they were made from.
docs/history.md says what is kept and how to read it.`,
    )
    .action(async (options: Common & { month: string; out?: string; reason?: string; strict: boolean }) => {
      const { freeze } = await import('./freeze.js');
      await freeze(options, console);
    });
}

function addCompare(program: Command, console: Console): void {
  common(program.command('compare'))
    .description('which published figures would now be others, by how much, and because of which cases')
    .argument('<published>', 'a frozen month (2020-08, its latest revision) or one revision (2020-08.r1)')
    .argument('[other]', 'another revision to hold it against, instead of the extracts as they are now')
    .option('-c, --cases', 'list the cases, by their record ids', false)
    .option('-t, --teams', 'show the figures of teams and categories too', false)
    .option('--measure <measure...>', 'only these measures')
    .addHelpText(
      'after',
      `
Examples:
  scorecard compare 2020-08
  scorecard compare 2020-08 --cases --measure re-referrals
  scorecard compare 2020-08.r1 2020-08.r2
  scorecard compare 2020-08 --json > restated.json

The month is made again from the extracts as they are now, as if it were the report month. docs/history.md says what
each reason means.`,
    )
    .action(async (published: string, other: string | undefined, options: Common & CompareWords) => {
      const { compare } = await import('./compare.js');
      await compare(published, other, options, console);
    });
}

interface CompareWords {
  readonly cases: boolean;
  readonly teams: boolean;
  readonly measure?: readonly string[];
}

function addExplain(program: Command, console: Console): void {
  common(program.command('explain'))
    .description('what a figure is and is made of, why it changed, and the cases behind it')
    .argument('<measure>', 'its id; scorecard measures lists them')
    .option('-m, --month <month>', 'YYYY-MM, or last for the month before this one', 'last')
    .option('--period <period>', "month, ytd, rolling-12 or snapshot (default: the measure's own)")
    .option('-t, --team <team>', 'only the cases of this team', '')
    .option('--category <category>', 'only the cases of this category', '')
    .option('-c, --cases', 'list the cases, those that call for a look first', false)
    .option('-o, --out <file>', 'write the cases to this CSV file instead, outside any output folder')
    .option('--why-changed <month>', 'take apart the change since that month, by team and by category')
    .addHelpText(
      'after',
      `
Examples:
  scorecard explain re-referrals --month 2020-09
  scorecard explain assessments-in-45-days --month 2020-09 --team "Assessment 1" --cases
  scorecard explain assessments-in-45-days --month 2020-09 --out "C:/Work/late.csv"
  scorecard explain re-referrals --month 2020-09 --why-changed 2020-08

Cases are for the people who work on them: they go to the terminal, or to a file that you name.`,
    )
    .action(async (measure: string, options: Common & ExplainWords) => {
      const { explain } = await import('./explain.js');
      await explain(measure, options, console);
    });
}

interface ExplainWords {
  readonly month: string;
  readonly period?: string;
  readonly team: string;
  readonly category: string;
  readonly cases: boolean;
  readonly out?: string;
  readonly whyChanged?: string;
}

function addVerify(program: Command, console: Console): void {
  common(program.command('verify'))
    .description('from what a pack was made, and whether making it again gives the same bytes')
    .argument('<pack>', 'a file that build made, its folder, or a frozen month in history/')
    .option('--no-rebuild', 'do not make it again')
    .addHelpText(
      'after',
      `
Examples:
  scorecard verify out/2020-09/public/scrutiny.pdf
  scorecard verify "C:/Downloads/scrutiny.pdf" --workspace "D:/Performance/Pack" --no-rebuild
  scorecard verify history/0007/2020-09.r1 --workspace "E:/Archive/2020-09"

The workspace is the one that the pack lies in, where none is given: name a folder with its archived inputs, or the one whose
history/ knows a pack that was sent about. Ends with 1 where the pack or its inputs were changed since, or where making it again gives other bytes.`,
    )
    .action(async (pack: string, options: Common & { readonly rebuild: boolean }) => {
      const { verify } = await import('./verify.js');
      await verify(pack, options, console);
    });
}

function addLists(program: Command, console: Console): void {
  common(program.command('lists'))
    .description('what is overdue, due and not recorded on the day of the extracts, by team and urgency')
    .option('-t, --team <team>', 'only what this team owes (default: all teams)', '')
    .option('--within <days>', 'working days ahead', '10')
    .option('-o, --out <file>', 'write them to this .csv or .html file, outside any output folder')
    .addHelpText(
      'after',
      `
Examples:
  scorecard lists --team "Assessment 1"
  scorecard lists --team "Safeguarding 2" --within 5 --out "C:/Work/safeguarding-2.html"
  scorecard lists --out "C:/Work/all-teams.csv"

Any day of the month: extract, set extracted_on, and list. They name children: for the team that works with them only.`,
    )
    .action(async (options: Common & { team: string; within: string; out?: string }) => {
      const { listDue } = await import('./lists.js');
      await listDue(options, console);
    });
}
