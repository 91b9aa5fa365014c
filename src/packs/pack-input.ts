import type { Figure, Rating } from '../figures/figure.js';
import type { FigureSet } from '../figures/figure-set.js';
import type { DueLists } from '../lists/due-lists.js';
import type { Measure } from '../measures/measure.js';
import type { CoverReport } from '../narrative/cover-report.js';
import type { DataNote } from '../narrative/data-notes.js';
import type { GlossaryWords } from '../narrative/glossary.js';
import type { MeasureComments } from '../narrative/measure-comments.js';
import type { ThreeQuestions } from '../narrative/questions.js';
import type { SelfEvaluation } from '../narrative/self-evaluation.js';
import type { Plan } from '../workspace/plans/plan.js';
import type { Settings } from '../workspace/settings.js';
import type { Comparator, Judgement, Target, Team } from '../workspace/tables.js';

/** Everything a pack is made from. Nothing here is computed again in a template. */
export interface PackInput {
  readonly settings: Settings;
  /** Report month, YYYY-MM. */
  readonly month: string;
  /** Latest date of the extracts, YYYY-MM-DD: the clock of the pack. */
  readonly extractedOn: string;
  readonly measures: readonly Measure[];
  /** Those that statements and actions may show a figure of; default those of the pack. */
  readonly namedMeasures?: readonly Measure[];
  readonly figures: FigureSet;
  readonly targets: readonly Target[];
  readonly comparators: readonly Comparator[];
  /** How people rate measures, of any month. */
  readonly judgements: readonly Judgement[];
  /** What people write about single measures of the month. */
  readonly comments: MeasureComments;
  readonly questions: ThreeQuestions;
  /** Those of teams.csv; none where teams stand as recorded. */
  readonly teams: readonly Team[];
  readonly plans: readonly Plan[];
  /** Of the month; few workspaces have any. */
  readonly selfEvaluations: readonly SelfEvaluation[];
  readonly dataNotes: readonly DataNote[];
  readonly coverReport: CoverReport;
  /** The council's logo as a data: address; '' where it has given none. */
  readonly logo: string;
  readonly glossary: GlossaryWords;
  /** For the cover of a pack that was made in spite of errors in the data; '' where there were none. */
  readonly errorsNotice: string;
  /** What was published of earlier months, by key of the figure; absent where nothing is frozen. */
  readonly published?: ReadonlyMap<string, Figure>;
  /** Published figures that have changed by more than the council's threshold. For the council's own eyes. */
  readonly restated?: readonly RestatedFigure[];
  /** What teams owe, case by case: only for pages that go to the people who work on them; absent in all others. */
  readonly due?: DueLists;
  /** Version of the tool, for the foot of the pack. */
  readonly toolVersion: string;
}

/** A figure of the whole service that was published as another. */
export interface RestatedFigure {
  /** The measure's name. */
  readonly measure: string;
  readonly id: string;
  readonly month: string;
  /** As printed: "24%". */
  readonly published: string;
  readonly now: string;
  readonly ratingBefore: Rating | null;
  readonly ratingNow: Rating | null;
}
