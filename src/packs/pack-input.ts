import type { FigureSet } from '../figures/figure-set.js';
import type { Measure } from '../measures/measure.js';
import type { CoverReport } from '../narrative/cover-report.js';
import type { DataNote } from '../narrative/data-notes.js';
import type { GlossaryWords } from '../narrative/glossary.js';
import type { MeasureComments } from '../narrative/measure-comments.js';
import type { ThreeQuestions } from '../narrative/questions.js';
import type { Settings } from '../workspace/settings.js';
import type { Comparator, Judgement, Target } from '../workspace/tables.js';

/** Everything a pack is made from. Nothing here is computed again in a template. */
export interface PackInput {
  readonly settings: Settings;
  /** Report month, YYYY-MM. */
  readonly month: string;
  /** Latest date of the extracts, YYYY-MM-DD: the clock of the pack. */
  readonly extractedOn: string;
  readonly measures: readonly Measure[];
  readonly figures: FigureSet;
  readonly targets: readonly Target[];
  readonly comparators: readonly Comparator[];
  /** How people rate measures, of any month. */
  readonly judgements: readonly Judgement[];
  /** What people write about single measures of the month. */
  readonly comments: MeasureComments;
  readonly questions: ThreeQuestions;
  readonly dataNotes: readonly DataNote[];
  readonly coverReport: CoverReport;
  /** The council's logo as a data: address; '' where it has given none. */
  readonly logo: string;
  readonly glossary: GlossaryWords;
  /** For the cover of a pack that was made in spite of errors in the data; '' where there were none. */
  readonly errorsNotice: string;
  /** Version of the tool, for the foot of the pack. */
  readonly toolVersion: string;
}
