import { headingOf, plain } from '../extracts/headings.js';
import type { Problem } from '../problems.js';
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
        definitions.find(({ name }) => problem.message.startsWith(`${name} `))?.name ??
        '';
      const heading = typeof column === 'string' ? column : '';
      return {
        rule: problem.rule,
        extract,
        column: ourColumn(input, extract, heading),
        value: '',
        rowKey: '',
        file: key ? `${file}: ${key}` : file,
        ...(line === undefined ? {} : { line }),
        detail: problem.message,
      };
    });
}

function extractOf(problem: Problem, loaded: CheckInput['loaded']): string | undefined {
  return loaded.find(extract => extract.problems.includes(problem))?.name;
}

/** Our name for the column of a heading: files may call it differently. */
function ourColumn({ definitions, settings }: CheckInput, extract: string, heading: string): string {
  const layout = settings.extracts[extract] ?? defaultLayout;
  const columns = definitions.find(({ name }) => name === extract)?.columns ?? [];
  return columns.find(column => headingOf(column, layout) === plain(heading))?.name ?? heading;
}
