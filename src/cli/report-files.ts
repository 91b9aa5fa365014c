import { extname, resolve } from 'node:path';
import { UserError } from '../problems.js';
import { checkReplaceable } from './own-file.js';
import { junitXml, type RunTold, summaryMarkdown } from './run-report.js';
import { writeWhole } from './write-whole.js';

/** `--report`: what a run told, written to files when it has ended, however it ended. */
export interface ReportFiles {
  /** @throws UserError 2 where one cannot be written */
  write(told: Omit<RunTold, 'command'>): void;
}

interface Form {
  readonly write: (told: RunTold) => string;
  /** The same in every report of the form, so that one is known again. */
  readonly begins: string;
}

const FORMS: Readonly<Record<string, Form>> = {
  '.md': { write: summaryMarkdown, begins: '## scorecard ' },
  '.xml': { write: junitXml, begins: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ' },
};

/**
 * @param words the command line
 * @throws UserError 2 before the run begins, where a file's name does not say what it is to hold, or the file is no report
 */
export function reportFiles(files: readonly string[], words: readonly string[]): ReportFiles {
  for (const file of files) {
    const form = formOf(file);
    if (form) checkReplaceable(resolve(file), form.begins, form.begins.length);
    else throw unknownForm(file);
  }
  return {
    write: ended => {
      const told = { command: commandLine(words), ...ended };
      for (const file of files) writeWhole(resolve(file), formOf(file)?.write(told) ?? '');
    },
  };
}

function formOf(file: string): Form | undefined {
  return FORMS[extname(file).toLowerCase()];
}

function unknownForm(file: string): UserError {
  const message = `A report is written as .md (a summary to read) or .xml (JUnit), and ${extname(file) || 'a name without an ending'} is neither. Change its ending.`;
  return UserError.of(2, 'unknown-report', message, { file });
}

/** The command with its options, without the program and without where its reports go. */
export function commandLine(words: readonly string[]): string {
  const [, , ...given] = words;
  const from = given.indexOf('--report');
  if (from < 0) return given.join(' ');
  const length = given.slice(from + 1).findIndex(word => word.startsWith('-'));
  return [...given.slice(0, from), ...(length < 0 ? [] : given.slice(from + 1 + length))].join(' ');
}
