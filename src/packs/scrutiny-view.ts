/** The scrutiny pack as data for its templates: pure, but for the drawing of charts, which is handed in. */
import type { DrawChart } from '../charts/renderer.js';
import { monthName } from '../months.js';
import { type AboutView, aboutView } from './about-view.js';
import { type AreaView, areaView } from './area-view.js';
import { areasOf } from './areas.js';
import {
  type CoverReportView,
  type CoverView,
  coverReportView,
  coverView,
  scrutinyTitle,
} from './cover-view.js';
import { type GlanceView, glanceView } from './glance-view.js';
import { type GlossaryView, NO_GLOSSARY } from './glossary-view.js';
import { DRAFT_NOTICE } from './notice.js';
import type { PackInput } from './pack-input.js';
import { type QuestionsView, questionsView } from './questions-view.js';

export interface ScrutinyView {
  readonly title: string;
  readonly council: string;
  readonly service: string;
  readonly month: string;
  readonly notice: string;
  readonly isDraft: boolean;
  /** '' where the data had no errors. */
  readonly errorsNotice: string;
  readonly cover: CoverView;
  readonly coverReport: CoverReportView;
  readonly questions: QuestionsView;
  readonly glance: GlanceView;
  readonly areas: readonly AreaView[];
  readonly about: AboutView;
  /** Empty until the rest of the page stands, from whose words it is made. */
  readonly glossary: GlossaryView;
}

export function scrutinyView(input: PackInput, draw: DrawChart): ScrutinyView {
  const { council } = input.settings;
  const questions = questionsView(input);
  return {
    title: scrutinyTitle(input),
    council: council.name,
    service: council.service,
    month: monthName(input.month),
    notice: DRAFT_NOTICE,
    isDraft: !questions.isApproved,
    errorsNotice: input.errorsNotice,
    cover: coverView(input),
    coverReport: coverReportView(input),
    questions,
    glance: glanceView(input),
    areas: areasOf(input.measures).map(area => areaView(area, input, draw)),
    about: aboutView(input),
    glossary: NO_GLOSSARY,
  };
}
