import type { Measure } from '../measures/measure.js';
import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';
import type { FigureSource } from './figure-reference.js';
import { type Fault, type HeadingLine, readHeadedTexts, type TextFile } from './headed-texts.js';

/** What people write about single measures: a text of any length under `## measure-id`, for the board. */

/** HTML, escaped, by the measure's id. */
export type MeasureComments = ReadonlyMap<string, string>;

/** @param given null where nobody has written any */
export function readMeasureComments(
  given: TextFile | null,
  source: FigureSource,
): { comments: MeasureComments; problems: readonly Problem[] } {
  if (!given) return { comments: new Map(), problems: [] };
  const ids = source.measures.map(measure => measure.id);
  const headings = {
    faultOf: (heading: string, before: readonly HeadingLine[]) => faultOf(heading, before, source.measures),
    example: ids[0] ?? 'measure-id',
  };
  const { texts, problems } = readHeadedTexts(given, headings, source);
  return { comments: new Map(texts.map(({ heading, html }) => [heading, html])), problems };
}

function faultOf(
  heading: string,
  before: readonly HeadingLine[],
  measures: readonly Measure[],
): Fault | null {
  const ids = measures.map(measure => measure.id);
  if (!ids.includes(heading)) {
    const advice = didYouMean(heading, ids) || ' List them with: scorecard measures.';
    return {
      rule: 'unknown-measure',
      message: `There is no measure "${heading}", so this comment is left out.${advice}`,
    };
  }
  const first = before.find(each => each.heading === heading);
  if (!first) return null;
  const message = `"${heading}" stands twice, and this text is left out; the other is on line ${first.line}. Make one of the two.`;
  return { rule: 'repeated-heading', message };
}
