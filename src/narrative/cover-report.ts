import { nearest } from '../nearest.js';
import type { Problem } from '../problems.js';
import { factHeading, headingKey } from '../workspace/report-headings.js';
import { fitProblems } from './cover-report-length.js';
import type { FigureSource } from './figure-reference.js';
import { type Fault, type HeadingLine, readHeadedTexts, type TextFile } from './headed-texts.js';

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

export interface ReadCoverReport {
  readonly report: CoverReport;
  readonly problems: readonly Problem[];
}

/** @param given null where nobody has written any · @param headings the council's list, facts among them */
export function readCoverReport(
  given: TextFile | null,
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
  const faultOf = (heading: string, before: readonly HeadingLine[]) =>
    headingFault(heading, headings, before);
  const { texts, problems } = readHeadedTexts(given, { faultOf, example: 'Purpose' }, source);
  const sections = wanted.map(heading => ({
    heading,
    html: texts.find(text => headingKey(text.heading) === headingKey(heading))?.html ?? '',
  }));
  const empty = sections.filter(section => section.html === '').map(section => section.heading);
  return {
    report: { sections },
    problems: [...problems, ...notGiven(empty, given.file), ...fitProblems(sections, given.file)],
  };
}

function headingFault(
  heading: string,
  headings: readonly string[],
  before: readonly HeadingLine[],
): Fault | null {
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

function notGiven(headings: readonly string[], file: string): Problem[] {
  if (headings.length === 0) return [];
  const message = `There is no text for ${headings.join(', ')}; each is printed as "Not given." Write it, or take the heading out of report.headings in scorecard.yml.`;
  return [{ severity: 'warning', rule: 'not-given', message, place: { file } }];
}
