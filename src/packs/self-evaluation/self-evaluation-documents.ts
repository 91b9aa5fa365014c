/** A document for each service that has evaluated itself in the quarter: its words, its figures, and its score on a scale. */
import { quartersSoFar, yearName } from '../../figures/quarters.js';
import { addMonths, dateName, yearStart } from '../../months.js';
import type { SelfEvaluation } from '../../narrative/self-evaluation.js';
import { slug } from '../areas.js';
import { type GeneralView, generalView } from '../general-view.js';
import type { PackDocument, PackSource } from '../pack-views.js';
import { type PlanMeasureRow, planMeasureView } from '../plans/plan-measures.js';

interface ScaleStep {
  readonly number: number;
  readonly isScore: boolean;
  readonly isBefore: boolean;
}

export interface SelfEvaluationView extends GeneralView {
  readonly service: string;
  readonly quarter: string;
  readonly extracted: string;
  readonly judgedBy: string;
  /** 0 to 10. */
  readonly scale: readonly ScaleStep[];
  /** "6 of 10, after 5 in the quarter before". */
  readonly scoreInWords: string;
  readonly years: readonly string[];
  readonly rows: readonly PlanMeasureRow[];
  readonly texts: SelfEvaluation['texts'];
}

const HIGHEST = 10;

export function selfEvaluationDocuments(source: PackSource): PackDocument[] {
  const { pack, input } = source;
  if (input.selfEvaluations.length === 0) return [];
  const general = generalView(source);
  return input.selfEvaluations.map(evaluation => ({
    name: `${pack.id}-${slug(evaluation.id)}`,
    view: viewOf(evaluation, general, source),
  }));
}

function viewOf(evaluation: SelfEvaluation, general: GeneralView, { input }: PackSource): SelfEvaluationView {
  const { service, score, scoreBefore, judgedBy, measures, texts } = evaluation;
  const quarters = quartersSoFar(input.month);
  const april = yearStart(input.month);
  const time = { month: input.month, quarters, marches: [addMonths(april, -13), addMonths(april, -1)] };
  const rows = measures.map(
    measure => planMeasureView({ measure, kind: 'kpi', of: 'value', progress: {} }, time, input).row,
  );
  return {
    ...general,
    title: `${service}, self-evaluation: ${general.month}`,
    service,
    quarter: quarters.at(-1)?.name ?? '',
    extracted: input.extractedOn === '' ? '' : dateName(input.extractedOn),
    judgedBy,
    scale: Array.from({ length: HIGHEST + 1 }, (_, number) => ({
      number,
      isScore: number === score,
      isBefore: number === scoreBefore,
    })),
    scoreInWords: `${score} of ${HIGHEST}${scoreBefore === null ? '' : `, after ${scoreBefore} in the quarter before`}`,
    years: time.marches.map(yearName),
    rows,
    texts,
  };
}
