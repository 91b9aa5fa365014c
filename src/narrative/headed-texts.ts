import MarkdownIt from 'markdown-it';
import type { Problem } from '../problems.js';
import { withoutRemarks } from './commentary-file.js';
import { type FigureSource, fillFigures } from './figure-reference.js';
import { unaccountedNumbers } from './typed-numbers.js';

/** Markdown in parts, each under its `## Heading`, with its figures filled in and its typed numbers checked. */

export interface TextFile {
  /** As it should be named in messages. */
  readonly file: string;
  readonly text: string;
}

export type Fault = Pick<Problem, 'rule' | 'message'>;

export interface Headings {
  /** What is wrong with a heading, whose text is then left out; null where nothing is. */
  readonly faultOf: (heading: string, before: readonly HeadingLine[]) => Fault | null;
  /** A heading to begin with, for the message about text that stands under none. */
  readonly example: string;
}

export interface HeadingLine {
  readonly heading: string;
  readonly line: number;
}

export interface HeadedText {
  readonly heading: string;
  /** Escaped. */
  readonly html: string;
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

interface Part extends HeadingLine {
  readonly tokens: Token[];
}

/** The parts in the order of the file. */
export function readHeadedTexts(
  given: TextFile,
  headings: Headings,
  source: FigureSource,
): { texts: readonly HeadedText[]; problems: readonly Problem[] } {
  const { parts, problems } = splitParts(given, headings);
  const texts = parts.map(part => {
    problems.push(...fillPart(part, given.file, source));
    return {
      heading: part.heading,
      html: MARKDOWN.renderer.render(part.tokens, MARKDOWN.options, {}).trim(),
    };
  });
  return { texts, problems };
}

function splitParts(
  { file, text }: TextFile,
  { faultOf, example }: Headings,
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
      const fault = faultOf(heading, parts);
      if (fault) problems.push({ severity: 'warning', ...fault, place: { file, line } });
      isLost = fault !== null;
      current = isLost ? null : { heading, line, tokens: [] };
      if (current) parts.push(current);
    } else if (isInPartHeading(tokens, index)) continue;
    else if (current) current.tokens.push(asSubheading(token));
    else if (!isLost && token.type === 'inline') {
      isLost = true;
      problems.push(strayText({ file, line }, example));
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

function strayText(place: Place, example: string): Problem {
  const message = `This text stands under no heading, so it is left out. Begin with "## ${example}" or another heading.`;
  return { severity: 'warning', rule: 'stray-text', message, place };
}
