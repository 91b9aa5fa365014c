import { type Command, Option } from 'commander';

/** What every command over a workspace takes. */

export interface Common {
  readonly workspace: string;
  readonly json: boolean;
}

export function common(command: Command): Command {
  return command
    .option('-w, --workspace <folder>', 'the workspace', '.')
    .option('--json', 'print the result as JSON', false)
    .option('-q, --quiet', 'tell problems and results only', false)
    .option('--verbose', 'tell all: notes, every problem, and where the time went', false)
    .addOption(
      new Option('--log <form>', 'how progress and problems are told: lines to read, or an object a line')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option(
      '--report <files...>',
      'write what was told to these files too: .md, the summary of a job, or .xml, as JUnit does',
    )
    .addOption(new Option('--debug', 'show where a fault of the tool happened').hideHelp());
}
