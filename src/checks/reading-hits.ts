import { basename } from 'node:path';
import { headingOf, plain } from '../extracts/headings.js';
import { nearest } from '../nearest.js';
import type { Problem } from '../problems.js';
import { placeInWords } from '../table-files.js';
import { defaultLayout } from '../workspace/settings.js';
import type { CheckInput } from './context.js';
import type { Hit } from './rule.js';

/** What was told while files were found and read, as hits of the rules of the same names. */

/** Told again, with their lines, by rules that look at the rows. */
const TOLD_BY_ROWS = new Set(['unknown-code', 'repeated-row', 'repeated-key']);

export function readingHits(input: CheckInput): Hit[] {
  const { problems, loaded, definitions } = input;
  return problems
    .filter(({ rule }) => !TOLD_BY_ROWS.has(rule))
    .map(problem => {
      const { file = '', line, column, key } = problem.place ?? {};
      // Problems that name no place begin with the extract.
      const extract =
        extractOf(problem, loaded) ??
        definitions.find(({ name }) => isAbout(problem, name))?.name ??
        extractMeant(problem, loaded);
      const heading = typeof column === 'string' ? column : '';
      return {
        rule: problem.rule,
        extract,
        column: ourColumn(input, extract, file, heading),
        value: '',
        rowKey: '',
        file: key ? `${file}: ${key}` : file,
        ...(line === undefined ? {} : { line }),
        detail: `${problem.message}${causeOf(problem, problems)}`,
      };
    });
}

/** It names the extract first, or stands in a setting of it. */
function isAbout({ message, place }: Problem, extract: string): boolean {
  return message.startsWith(`${extract} `) || (place?.key ?? '').startsWith(`extracts.${extract}.`);
}

/** The extract without a file that a file with nearly its name was probably meant for; '' where there is none. */
function extractMeant({ rule, place }: Problem, loaded: CheckInput['loaded']): string {
  if (rule !== 'unused-file') return '';
  const without = loaded.filter(({ files }) => files.length === 0).map(({ name }) => `${name}.csv`);
  return nearest(basename(place?.file ?? ''), without)?.replace(/\.csv$/, '') ?? '';
}

function extractOf(problem: Problem, loaded: CheckInput['loaded']): string | undefined {
  return loaded.find(extract => extract.problems.includes(problem))?.name;
}

/** Our name for the column of a heading: files may call it differently. */
function ourColumn(
  { definitions, settings, loaded }: CheckInput,
  extract: string,
  file: string,
  heading: string,
): string {
  const through = loaded.find(({ name }) => name === extract)?.through;
  if (through) {
    const headings = Object.entries(through.sources[file]?.headings ?? through.headings);
    return headings.find(([, each]) => each === heading)?.[0] ?? heading;
  }
  const layout = settings.extracts[extract] ?? defaultLayout;
  const columns = definitions.find(({ name }) => name === extract)?.columns ?? [];
  return columns.find(column => headingOf(column, layout) === plain(heading))?.name ?? heading;
}

/** Of a file in which no row can be read the first fault says why, and stands for the others. */
function causeOf({ rule, place }: Problem, problems: readonly Problem[]): string {
  if (rule !== 'no-rows') return '';
  const first = problems.find(each => each.place?.file === place?.file && each.place?.line !== undefined);
  if (!first) return '';
  const column = typeof first.place?.column === 'string' ? `, ${first.place.column}` : '';
  return ` The first is on ${placeInWords(first.place?.file ?? '', first.place?.line ?? 0)}${column}: ${first.message}`;
}
