/** The first pages: the title page, and the cover report under the committee's own headings. */
import { dateName } from '../months.js';
import { type FactHeading, factHeading } from '../workspace/report-headings.js';
import { isPublished } from './editions.js';
import type { Pack } from './manifest.js';
import type { PackInput } from './pack-input.js';

export interface CoverView {
  /** For whom it is, as a line. */
  readonly readers: string;
  readonly extractedOn: string;
  /** Most children of a count that is held back; 0 where every number is printed. */
  readonly smallNumber: number;
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

export function coverView(pack: Pack, { settings, extractedOn, logo }: PackInput): CoverView {
  return {
    readers: forWhom(pack, settings),
    extractedOn: extractedOn ? dateName(extractedOn) : '',
    smallNumber: isPublished(pack) ? settings.small_numbers.threshold : 0,
    logo,
  };
}

/** For whom the pack is, in words; '' where neither the pack nor the settings say. */
export function readersOf({ audience, readers }: Pack, { report }: PackInput['settings']): string {
  if (readers !== undefined) return readers;
  return audience === 'public' ? report.committee : `the ${audience}`;
}

/** "Report to the Scrutiny Committee, 3 November 2020"; "For the board". */
function forWhom(pack: Pack, settings: PackInput['settings']): string {
  const readers = readersOf(pack, settings);
  const { meeting_date: meeting } = settings.report;
  if (pack.audience !== 'public') return `For ${readers}`;
  return `Report to ${readers}${meeting ? `, ${dateName(meeting)}` : ''}`;
}

/** Facts and texts each in the order of the council's list; facts stand above the texts. @param title of the pack */
export function coverReportView(pack: Pack, input: PackInput, title: string): CoverReportView {
  const { report: given } = input.settings;
  const classification = pack.isInternalEdition ? given.internal_classification : given.classification;
  const report = { ...given, classification };
  const facts = report.headings.flatMap(heading => {
    const fact = factHeading(heading);
    return fact ? [{ heading, text: factText(fact, report, title) }] : [];
  });
  return { facts, sections: input.coverReport.sections };
}

function factText(fact: FactHeading, report: PackInput['settings']['report'], title: string): string {
  switch (fact) {
    case 'Meeting':
      return report.committee;
    case 'Date':
      return report.meeting_date ? dateName(report.meeting_date) : '';
    case 'Title':
      return title;
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
