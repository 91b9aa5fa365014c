/** The scrutiny pack as data for its templates: pure, but for the drawing of charts, which is handed in. */
import type { DrawChart } from '../charts/renderer.js';
import { dateName, monthName } from '../months.js';
import { type AboutView, aboutView } from './about-view.js';
import { areaAnchor, areasOf } from './areas.js';
import { type MeasureView, measureView } from './measure-view.js';
import { DRAFT_NOTICE } from './notice.js';
import type { PackInput } from './pack-input.js';
import { type QuestionsView, questionsView } from './questions-view.js';
import { type SummaryView, summaryView } from './summary-view.js';

interface CoverView {
  readonly committee: string;
  /** '' where the settings give none. */
  readonly meetingDate: string;
  readonly reportBy: string;
  readonly classification: string;
  readonly extractedOn: string;
}

interface AreaView {
  readonly name: string;
  readonly anchor: string;
  readonly measures: readonly MeasureView[];
}

export interface ScrutinyView {
  readonly title: string;
  readonly council: string;
  readonly service: string;
  readonly month: string;
  readonly notice: string;
  readonly isDraft: boolean;
  readonly cover: CoverView;
  readonly questions: QuestionsView;
  readonly summary: SummaryView;
  readonly areas: readonly AreaView[];
  readonly about: AboutView;
}

/** "Children's Services scorecard: September 2020"; the PDF's title too. */
export function scrutinyTitle({ settings, month }: Pick<PackInput, 'settings' | 'month'>): string {
  return `${settings.council.service} scorecard: ${monthName(month)}`;
}

export function scrutinyView(input: PackInput, draw: DrawChart): ScrutinyView {
  const { council, report } = input.settings;
  const questions = questionsView(input);
  return {
    title: scrutinyTitle(input),
    council: council.name,
    service: council.service,
    month: monthName(input.month),
    notice: DRAFT_NOTICE,
    isDraft: !questions.isApproved,
    cover: {
      committee: report.committee,
      meetingDate: report.meeting_date ? dateName(report.meeting_date) : '',
      reportBy: report.report_by,
      classification: report.classification,
      extractedOn: input.extractedOn ? dateName(input.extractedOn) : '',
    },
    questions,
    summary: summaryView(input),
    areas: areasOf(input.measures).map(({ name, measures }) => ({
      name,
      anchor: areaAnchor(name),
      measures: measures.map(measure => measureView(measure, input, draw)),
    })),
    about: aboutView(input),
  };
}
