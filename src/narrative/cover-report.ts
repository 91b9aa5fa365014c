import MarkdownIt from 'markdown-it';
import { nearest } from '../nearest.js';
import type { Problem } from '../problems.js';
import { factHeading, headingKey } from '../workspace/report-headings.js';
import { withoutRemarks } from './commentary-file.js';
import { fitProblems } from './cover-report-length.js';
import { type FigureSource, fillFigures } from './figure-reference.js';
import { unaccountedNumbers } from './typed-numbers.js';

/**
 * The long texts of the committee's cover report. The list of headings is the council's; the file gives a text for each,
 * in any order, under `## Heading`.
 */

/** A part of the report under its heading. */
export interface ReportSection {
  readonly heading: string;
  /** HTML, escaped, from the text's Markdown; '' where nobody has written any. */
  readonly html: string;
}

export interface CoverReport {
  /** In the order of the council's list; none where there is no file at all. */
  readonly sections: readonly ReportSection[];
}

export interface CoverReportFile {
  /** As it should be named in messages. */
  readonly file: string;
  readonly text: string;
}

export interface ReadCoverReport {
  readonly report: CoverReport;
  readonly problems: readonly Problem[];
}

type Place = { readonly file: string; readonly line: number };

/** Paragraphs, lists and emphasis. Whatever else is typed is left as the text that it is. */
const MARKDOWN = new MarkdownIt({ html: false }).disable([
  'autolink',
  'blockquote',
  'code',
  'fence',
  'hr',
  'image',
  'link',
  'reference',
  'table',
]);

type Token = ReturnType<typeof MARKDOWN.parse>[number];

interface Part {
  readonly heading: string;
  readonly line: number;
  readonly tokens: Token[];
}

/** @param given null where nobody has written any · @param headings the council's list, facts among them */
export function readCoverReport(
  given: CoverReportFile | null,
  headings: readonly string[],
  source: FigureSource,
): ReadCoverReport {
  if (!given) {
    const message = `There is no cover-report/${source.month}.md and no cover-report.md, so the cover report has facts only.`;
    return {
      report: { sections: [] },
      problems: [{ severity: 'note', rule: 'no-cover-report', message }],
    };
  }
  const wanted = headings.filter(heading => factHeading(heading) === undefined);
  const { parts, problems } = splitParts(given, headings);
  const sections = wanted.map(heading => ({ heading, html: '' }));
  for (const part of parts) {
    problems.push(...fillPart(part, given.file, source));
    const section = sections.find(each => headingKey(each.heading) === headingKey(part.heading));
    if (section) section.html += MARKDOWN.renderer.render(part.tokens, MARKDOWN.options, {}).trim();
  }
  const empty = sections.filter(section => section.html === '').map(section => section.heading);
  problems.push(...notGiven(empty, given.file), ...fitProblems(sections, given.file));
  return { report: { sections }, problems };
}

function splitParts(
  { file, text }: CoverReportFile,
  headings: readonly string[],
): { parts: Part[]; problems: Problem[] } {
  const parts: Part[] = [];
  const problems: Problem[] = [];
  // What stands under no heading of the list is kept nowhere, but still read, so that it is told once.
  let current: Part | null = null;
  let isLost = false;
  const tokens = MARKDOWN.parse(withoutRemarks(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')), {});
  for (const [index, token] of tokens.entries()) {
    const line = (token.map?.[0] ?? 0) + 1;
    if (opensPart(token)) {
      const heading = tokens[index + 1]?.content ?? '';
      const fault = headingFault(heading, headings, parts);
      if (fault) problems.push({ severity: 'warning', ...fault, place: { file, line } });
      isLost = fault !== null;
      current = isLost ? null : { heading, line, tokens: [] };
      if (current) parts.push(current);
    } else if (isInPartHeading(tokens, index)) continue;
    else if (current) current.tokens.push(asSubheading(token));
    else if (!isLost && token.type === 'inline') {
      isLost = true;
      problems.push(strayText({ file, line }));
    }
  }
  return { parts, problems };
}

/** A heading inside a list is part of the list. */
function opensPart({ type, tag, level }: Token): boolean {
  return type === 'heading_open' && level === 0 && (tag === 'h1' || tag === 'h2');
}

/** The words and the end of a part's own heading, which the template prints. */
function isInPartHeading(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token?.type === 'inline') return before !== undefined && opensPart(before);
  return token?.type === 'heading_close' && token.level === 0 && (token.tag === 'h1' || token.tag === 'h2');
}

/** Below the template's third level; deeper ones would leave a level out. */
function asSubheading(token: Token): Token {
  if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = 'h4';
  return token;
}

type Fault = Pick<Problem, 'rule' | 'message'>;

function headingFault(heading: string, headings: readonly string[], before: readonly Part[]): Fault | null {
  const key = headingKey(heading);
  const fact = factHeading(heading);
  if (fact) {
    const message = `"${fact}" comes from scorecard.yml, so this text is left out. Change the settings, and take it away here.`;
    return { rule: 'fact-heading', message };
  }
  const known = headings.find(each => headingKey(each) === key);
  if (known === undefined) {
    const near = nearest(heading, headings);
    const advice = near
      ? ` Did you mean "${near}"?`
      : ' Add it to report.headings in scorecard.yml, or rename it.';
    const message = `"${heading}" is not a heading of the cover report, so its text is left out.${advice}`;
    return { rule: 'unknown-heading', message };
  }
  const first = before.find(part => headingKey(part.heading) === key);
  if (!first) return null;
  const message = `"${known}" stands twice, and this text is left out; the other is on line ${first.line}. Make one of the two.`;
  return { rule: 'repeated-heading', message };
}

/** Figures written into a part's texts, and what is wrong with them. */
function fillPart({ tokens }: Part, file: string, source: FigureSource): Problem[] {
  return tokens
    .filter(token => token.type === 'inline')
    .flatMap(token => {
      const place = { file, line: (token.map?.[0] ?? 0) + 1 };
      const filled = fillFigures(token.content, source);
      const problems = [
        ...filled.faults.map(message => wrong('wrong-reference', message, place)),
        ...typedNumbers(token.content, filled.measures, source, place),
      ];
      token.children = MARKDOWN.parseInline(filled.text, {})[0]?.children ?? [];
      return problems;
    });
}

/** A paragraph that names a measure is held to its figures; one that names none may hold numbers, but no percentages. */
function typedNumbers(
  text: string,
  measures: readonly string[],
  source: FigureSource,
  place: Place,
): Problem[] {
  const numbers = unaccountedNumbers(text, measures, source);
  if (measures.length > 0) {
    const advice = `Use {{figure "${measures[0]}"}}, correct it, or say it in a paragraph of its own.`;
    return numbers.map(number =>
      wrong(
        'typed-number',
        `"${number}" is typed by hand and is no figure of ${measures.join(', ')}. ${advice}`,
        place,
      ),
    );
  }
  return numbers
    .filter(number => number.endsWith('%'))
    .map(number => {
      const message = `"${number}" is typed by hand, and no figure stands by it. Use {{figure "measure-id"}} if it is one.`;
      return { severity: 'warning', rule: 'typed-number', message, place };
    });
}

function wrong(rule: string, message: string, place: Place): Problem {
  return { severity: 'error', rule, message, place };
}

function strayText(place: Place): Problem {
  const message =
    'This text stands under no heading, so it is left out. Begin with "## Purpose" or another heading.';
  return { severity: 'warning', rule: 'stray-text', message, place };
}

function notGiven(headings: readonly string[], file: string): Problem[] {
  if (headings.length === 0) return [];
  const message = `There is no text for ${headings.join(', ')}; each is printed as "Not given." Write it, or take the heading out of report.headings in scorecard.yml.`;
  return [{ severity: 'warning', rule: 'not-given', message, place: { file } }];
}
