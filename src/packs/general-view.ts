/** What any pack may show of the service's month; the scrutiny pack is made of nothing else. */
import { type AboutView, aboutView } from './about-view.js';
import { type CoverReportView, coverReportView } from './cover-view.js';
import { type FrameView, frameView } from './frame-view.js';
import { type GlanceView, glanceView } from './glance-view.js';
import { type GlossaryView, NO_GLOSSARY } from './glossary-view.js';
import { UNAPPROVED_NOTICE } from './notice.js';
import type { PackSource } from './pack-views.js';
import { type QuestionsView, questionsView } from './questions-view.js';

export interface GeneralView extends FrameView {
  /** Nobody has approved the commentary. */
  readonly isDraft: boolean;
  /** Said on the cover where it is not said on every page; '' where there is nothing to say. */
  readonly draftNotice: string;
  readonly coverReport: CoverReportView;
  readonly questions: QuestionsView;
  readonly glance: GlanceView;
  readonly about: AboutView;
  /** Empty until the rest of the page stands, from whose words it is made. */
  readonly glossary: GlossaryView;
}

export function generalView(source: PackSource): GeneralView {
  const { pack, input, draw } = source;
  const frame = frameView(source);
  const questions = questionsView(input, draw);
  return {
    ...frame,
    isDraft: !questions.isApproved,
    draftNotice: questions.isApproved || frame.notice === UNAPPROVED_NOTICE ? '' : UNAPPROVED_NOTICE,
    coverReport: coverReportView(pack, input, frame.title),
    questions,
    glance: glanceView(input),
    about: aboutView(pack, input),
    glossary: NO_GLOSSARY,
  };
}
