/** The first pages: the title page, and the cover report under the committee's own headings. */
import { dateName, monthName } from '../months.js';
import { type FactHeading, factHeading } from '../workspace/report-headings.js';
import type { PackInput } from './pack-input.js';

export interface CoverView {
  readonly committee: string;
  /** '' where the settings give none. */
  readonly meetingDate: string;
  readonly extractedOn: string;
  /** A data: address; '' where the council has given none. */
  readonly logo: string;
}

interface FactView {
  readonly heading: string;
  /** '' where the settings give none. */
  readonly text: string;
}

interface SectionView {
  readonly heading: string;
  /** Escaped by the narrative; '' where nobody has written any. */
  readonly html: string;
}

export interface CoverReportView {
  readonly facts: readonly FactView[];
  readonly sections: readonly SectionView[];
}

/** "Children's Services scorecard: September 2020"; the PDF's title too. */
export function scrutinyTitle({ settings, month }: Pick<PackInput, 'settings' | 'month'>): string {
  return `${settings.council.service} scorecard: ${monthName(month)}`;
}

export function coverView({ settings, extractedOn, logo }: PackInput): CoverView {
  const { report } = settings;
  return {
    committee: report.committee,
    meetingDate: report.meeting_date ? dateName(report.meeting_date) : '',
    extractedOn: extractedOn ? dateName(extractedOn) : '',
    logo,
  };
}

/** Facts and texts each in the order of the council's list; facts stand above the texts. */
export function coverReportView(input: PackInput): CoverReportView {
  const facts = input.settings.report.headings.flatMap(heading => {
    const fact = factHeading(heading);
    return fact ? [{ heading, text: factText(fact, input) }] : [];
  });
  return { facts, sections: input.coverReport.sections };
}

function factText(fact: FactHeading, input: PackInput): string {
  const { report } = input.settings;
  switch (fact) {
    case 'Meeting':
      return report.committee;
    case 'Date':
      return report.meeting_date ? dateName(report.meeting_date) : '';
    case 'Title':
      return scrutinyTitle(input);
    case 'Report by':
      return report.report_by;
    case 'Classification':
      return report.classification;
    case 'Decision type':
      return report.decision_type;
    case 'Wards affected':
      return report.wards_affected;
  }
}
