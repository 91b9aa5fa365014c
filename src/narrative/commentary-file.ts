import MarkdownIt from 'markdown-it';
import { z } from 'zod';
import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';
import { isDate } from '../workspace/cells.js';
import { checkYaml } from '../workspace/yaml-file.js';

/** commentary/YYYY-MM.md: who approved it, and a list of statements under each question. */

export const GOING_WELL = 'What is going well?';
export const WORRIED_ABOUT = 'What are we worried about?';
export const PRIORITY_ACTIONS = 'What are our top priority actions?';
/** What `draft` adds to a file that somebody has worked on: no part of a pack until moved under a question. */
export const NEW_CANDIDATES = 'New candidates';
const QUESTIONS = [GOING_WELL, WORRIED_ABOUT, PRIORITY_ACTIONS];
const HEADINGS = [...QUESTIONS, NEW_CANDIDATES];
export const MOST_STATEMENTS = 5;

export const frontMatterSchema = z.strictObject({
  /** A role, never a name. */
  approved_by: z.string().min(1).optional(),
  approved_on: z.string().refine(isDate, { error: 'a date as YYYY-MM-DD' }).optional(),
});

/** Tables and references to links are left as the text that they are, so that nothing typed goes unread. */
const MARKDOWN = new MarkdownIt({ html: false }).disable(['table', 'reference']);
const HOLDING_TEXT = ['inline', 'code_block', 'fence'];

/** A list item as it stands in the file: references not yet filled in. */
export interface RawStatement {
  readonly question: string;
  readonly text: string;
  /** Measure ids from the square brackets at its end. */
  readonly measures: readonly string[];
  readonly line: number;
}

export interface CommentaryFile {
  readonly approved: { readonly by: string; readonly on: string } | null;
  readonly statements: readonly RawStatement[];
  /** Ids of the measures that new candidates are about. */
  readonly candidates: readonly string[];
  readonly problems: readonly Problem[];
}

/** @param file as it should be named in messages */
export function readCommentary(file: string, text: string): CommentaryFile {
  const { frontMatter, body, bodyLine } = splitFrontMatter(text);
  const checked = checkYaml(file, frontMatter, frontMatterSchema);
  const { approved_by: by, approved_on: on } = checked.value ?? {};
  const { statements, candidates, problems } = readStatements(file, body, bodyLine);
  return {
    approved: by !== undefined && on !== undefined ? { by, on } : null,
    statements,
    candidates,
    problems: [...checked.problems, ...problems, ...tooLong(file, statements), ...tooMany(file, statements)],
  };
}

export function splitFrontMatter(text: string): { frontMatter: string; body: string; bodyLine: number } {
  const normal = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const match = /^---\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/.exec(normal);
  if (!match) return { frontMatter: '', body: normal, bodyLine: 0 };
  // A leading empty line keeps YAML's line numbers those of the file.
  const lines = match[0].split('\n').length - 1;
  return { frontMatter: `\n${match[1]}`, body: normal.slice(match[0].length), bodyLine: lines };
}

function readStatements(
  file: string,
  body: string,
  firstLine: number,
): { statements: RawStatement[]; candidates: string[]; problems: Problem[] } {
  const statements: RawStatement[] = [];
  const candidates: string[] = [];
  const problems: Problem[] = [];
  let question = '';
  let inItem = false;
  let inHeading = false;
  let isUnknownHeading = false;
  for (const token of MARKDOWN.parse(withoutRemarks(body), {})) {
    const line = firstLine + (token.map?.[0] ?? 0) + 1;
    if (token.type === 'heading_open') inHeading = true;
    if (token.type === 'heading_close') inHeading = false;
    if (token.type === 'list_item_open') inItem = true;
    if (token.type === 'list_item_close') inItem = false;
    if (!HOLDING_TEXT.includes(token.type)) continue;
    const place = { file, line };
    if (inHeading) {
      question = HEADINGS.find(heading => wordsOf(heading) === wordsOf(token.content)) ?? '';
      // Its text is no stray text: it belongs to whichever question was meant.
      isUnknownHeading = question === '';
      if (isUnknownHeading) problems.push(unknownHeading(token.content, place));
    } else if (question === NEW_CANDIDATES) {
      if (inItem && token.type === 'inline')
        candidates.push(...toStatement(question, token.content, line).measures);
    } else if (token.type === 'inline' && inItem && question !== '' && question !== PRIORITY_ACTIONS) {
      const statement = toStatement(question, token.content, line);
      if (statement.measures.length === 0) problems.push(namesNothing(place));
      statements.push(statement);
    } else if (!isUnknownHeading) problems.push(strayText(question, place));
  }
  return { statements, candidates, problems };
}

/** Without capitals, marks and spaces; any other word, such as "not", makes it another question. */
function wordsOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Remarks (<!-- … -->) are for whoever edits the file; their lines stay, so that the others keep their numbers. */
export function withoutRemarks(body: string): string {
  return body.replaceAll(/<!--[\s\S]*?-->/g, remark => remark.replaceAll(/[^\n]/g, ''));
}

function toStatement(question: string, content: string, line: number): RawStatement {
  const text = content.replaceAll('\n', ' ');
  const tag = /\s*\[([a-z0-9][a-z0-9\s,-]*)\]\s*$/.exec(text);
  const measures = tag?.[1]?.split(/[\s,]+/).filter(id => id !== '') ?? [];
  return { question, text: tag ? text.slice(0, tag.index) : text, measures, line };
}

type PlaceOfLine = { readonly file: string; readonly line: number };

function unknownHeading(heading: string, place: PlaceOfLine): Problem {
  const message = `"${heading}" is not one of the questions: ${QUESTIONS.join(' ')}${didYouMean(heading, HEADINGS)}`;
  return { severity: 'error', rule: 'unknown-question', message, place };
}

function namesNothing(place: PlaceOfLine): Problem {
  const message = 'The statement names no measure. End it with the ids it is about, such as [re-referrals].';
  return { severity: 'error', rule: 'no-measure', message, place };
}

function strayText(question: string, place: PlaceOfLine): Problem {
  const message =
    question === PRIORITY_ACTIONS
      ? 'Priority actions come from actions.csv; take this text away.'
      : 'This text is not a statement, so no pack would show it. Begin it with "- " under one of the questions.';
  return { severity: 'error', rule: 'stray-text', message, place };
}

/** Letters of a statement, its references left out, that the page has room for five times over. */
export const MOST_LETTERS = 320;

function tooLong(file: string, statements: readonly RawStatement[]): Problem[] {
  return statements.flatMap(({ text, line }) => {
    const letters = text.replaceAll(/\{\{[^}]*\}\}/g, '00%').length;
    if (letters <= MOST_LETTERS) return [];
    const message = `The statement has ${letters} letters and the page has room for ${MOST_LETTERS}. Shorten it, or make two of it.`;
    return [{ severity: 'warning', rule: 'long-statement', message, place: { file, line } }];
  });
}

function tooMany(file: string, statements: readonly RawStatement[]): Problem[] {
  return [GOING_WELL, WORRIED_ABOUT].flatMap(question => {
    const found = statements.filter(statement => statement.question === question);
    const sixth = found[MOST_STATEMENTS];
    if (!sixth) return [];
    const message = `"${question}" has ${found.length} statements; keep the ${MOST_STATEMENTS} that matter most.`;
    return [{ severity: 'error', rule: 'too-many-statements', message, place: { file, line: sixth.line } }];
  });
}
