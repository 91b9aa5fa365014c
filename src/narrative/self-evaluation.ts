import { z } from 'zod';
import type { Measure } from '../measures/measure.js';
import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';
import { checkYaml } from '../workspace/yaml-file.js';
import { splitFrontMatter } from './commentary-file.js';
import type { FigureSource } from './figure-reference.js';
import {
  type Fault,
  type HeadedText,
  type HeadingLine,
  readHeadedTexts,
  type TextFile,
} from './headed-texts.js';

/** What a service knows about its quality and impact in a quarter: facts at the top of a file, and texts under headings. */

const DEVELOPMENT = 'Areas for development';
export const EVALUATION_HEADINGS = [
  'What we know about quality and impact',
  'How we know it',
  'Strengths',
  DEVELOPMENT,
  'Rationale',
] as const;

/** What every item under "Areas for development" says. */
const SAID_OF_EACH = ['Impact:', 'Timescale:'];

const score = z.int().min(0).max(10);

export const evaluationSchema = z.strictObject({
  service: z.string().min(1),
  /** From 0, no confidence, to 10, outstanding and sure of it. */
  score,
  /** The score of the quarter before. */
  score_before: score.optional(),
  /** A role, never a name. */
  judged_by: z.string().min(1),
  /** Ids of the measures and audits by which it knows. */
  measures: z.array(z.string().min(1)).min(1),
});

export interface SelfEvaluation {
  /** The file's name without its ending. */
  readonly id: string;
  readonly service: string;
  readonly score: number;
  readonly scoreBefore: number | null;
  readonly judgedBy: string;
  readonly measures: readonly string[];
  /** In the order of the headings; html '' where nobody has written any. */
  readonly texts: readonly HeadedText[];
}

export function readSelfEvaluations(
  files: readonly TextFile[],
  source: FigureSource,
): { evaluations: readonly SelfEvaluation[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const evaluations = files.flatMap(given => {
    const { frontMatter, body, bodyLine } = splitFrontMatter(given.text);
    const checked = checkYaml(given.file, frontMatter, evaluationSchema);
    // Empty lines keep the lines of the texts those of the file.
    const text = '\n'.repeat(bodyLine) + body;
    const read = readHeadedTexts({ ...given, text }, HEADINGS, source);
    problems.push(...checked.problems, ...read.problems, ...incomplete({ ...given, text }));
    if (!checked.value) return [];
    const {
      service,
      score: own,
      score_before: scoreBefore = null,
      judged_by: judgedBy,
      measures,
    } = checked.value;
    problems.push(...unknownMeasures(measures, given.file, checked.lineOf, source.measures));
    const texts = EVALUATION_HEADINGS.map(heading => ({
      heading,
      html: read.texts.find(each => each.heading === heading)?.html ?? '',
    }));
    problems.push(...notGiven(texts, given.file));
    const id = given.file.replace(/^.*\//, '').replace(/\.md$/, '');
    return [{ id, service, score: own, scoreBefore, judgedBy, measures, texts }];
  });
  return { evaluations, problems };
}

const HEADINGS = { faultOf, example: EVALUATION_HEADINGS[0] };

function faultOf(heading: string, before: readonly HeadingLine[]): Fault | null {
  const known: readonly string[] = EVALUATION_HEADINGS;
  if (!known.includes(heading)) {
    const advice = didYouMean(heading, known) || ` There are ${known.join(', ')}.`;
    return {
      rule: 'unknown-heading',
      message: `"${heading}" is no heading here, so its text is left out.${advice}`,
    };
  }
  const first = before.find(each => each.heading === heading);
  if (!first) return null;
  const message = `"${heading}" stands twice, and this text is left out; the other is on line ${first.line}. Make one of the two.`;
  return { rule: 'repeated-heading', message };
}

function unknownMeasures(
  ids: readonly string[],
  file: string,
  lineOf: ((path: readonly PropertyKey[]) => number) | undefined,
  measures: readonly Measure[],
): Problem[] {
  const known = measures.map(measure => measure.id);
  return ids.flatMap((id, index): Problem[] => {
    if (known.includes(id)) return [];
    const message = `There is no measure "${id}".${didYouMean(id, known) || ' List them with: scorecard measures.'}`;
    const place = { file, line: lineOf?.(['measures', index]) ?? 1 };
    return [{ severity: 'error', rule: 'unknown-measure', message, place }];
  });
}

function notGiven(texts: readonly HeadedText[], file: string): Problem[] {
  const empty = texts.filter(text => text.html === '').map(text => text.heading);
  if (empty.length === 0) return [];
  const message = `There is no text for ${empty.join(', ')}; each is printed as "Not given."`;
  return [{ severity: 'warning', rule: 'not-given', message, place: { file } }];
}

/** An item under "Areas for development" that says not what it does to children, or not by when. */
function incomplete({ file, text }: TextFile): Problem[] {
  const lines = text.split('\n');
  const problems: Problem[] = [];
  let inside = false;
  for (const [index, line] of lines.entries()) {
    if (/^#{1,2} /.test(line)) inside = line.replace(/^#+ /, '').trim() === DEVELOPMENT;
    if (!inside || !/^[-*] /.test(line)) continue;
    const end = lines.findIndex((later, place) => place > index && /^([-*] |#)/.test(later));
    const item = lines.slice(index, end < 0 ? undefined : end).join(' ');
    const missing = SAID_OF_EACH.filter(word => !item.includes(word));
    if (missing.length === 0) continue;
    const message = `This area for development does not say ${missing.join(' nor ')} Add it to the item.`;
    problems.push({
      severity: 'warning',
      rule: 'incomplete-item',
      message,
      place: { file, line: index + 1 },
    });
  }
  return problems;
}
