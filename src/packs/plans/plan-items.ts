/** The objectives, recommendations and areas of a plan: how each stands, what is done about it, and by whom. */
import type { Rating } from '../../figures/figure.js';
import { dateName, monthName } from '../../months.js';
import type { Plan, PlanAction, PlanJudgement, Progressed } from '../../workspace/plans/plan.js';
import { isOpenAction } from '../../workspace/tables.js';
import { type RatingView, ratingView } from '../figure-text.js';
import type { PackInput } from '../pack-input.js';
import { type PlanMeasureRow, type PlanTime, planMeasureView } from './plan-measures.js';
import { ratingByRule, type Travel, travelByRule } from './plan-rating.js';

export interface PlanActionView {
  readonly action: string;
  readonly lead: string;
  /** A day, or how often. */
  readonly due: string;
  /** YYYY-MM-DD; '' where it is due on no day. */
  readonly dueOn: string;
  readonly status: string;
  readonly isOpen: boolean;
  readonly isOverdue: boolean;
  readonly outcome: string;
}

export interface JudgementView {
  readonly rating: RatingView | null;
  /** '' where the person says nothing of it. */
  readonly direction: string;
  readonly role: string;
  readonly month: string;
  readonly reason: string;
}

export interface PlanItem {
  /** "1.2", "4". */
  readonly number: string;
  readonly anchor: string;
  readonly title: string;
  readonly impact: string;
  readonly success: readonly string[];
  readonly activities: readonly string[];
  /** Of an area; '' for others, whose actions have leads of their own. */
  readonly lead: string;
  readonly timescale: string;
  /** "Lead", "Timescale" and so on, of an area. */
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly rows: readonly PlanMeasureRow[];
  readonly indicators: readonly PlanMeasureRow[];
  readonly audits: readonly PlanMeasureRow[];
  readonly feedback: readonly PlanMeasureRow[];
  readonly hasBaseline: boolean;
  /** By the rule; null where no measure is rated. */
  readonly rating: RatingView | null;
  readonly colour: Rating | null;
  /** '' where nothing can be compared. */
  readonly direction: Travel | '';
  readonly judgement: JudgementView | null;
  /** "Finished on 30 June 2020."; '' where it is not. */
  readonly finished: string;
  /** What was done, quarter by quarter so far. */
  readonly progress: readonly { readonly quarter: string; readonly text: string }[];
  readonly actions: readonly PlanActionView[];
}

export interface PlanGroup {
  readonly title: string;
  readonly meaning: string;
  readonly goodLooksLike: string;
  readonly items: readonly PlanItem[];
}

/** A plan of priorities has a group for each; any other has one group without a name. */
export function planGroups(plan: Plan, time: PlanTime, input: PackInput): PlanGroup[] {
  const { priorities = [], recommendations = [], areas = [] } = plan;
  const item = (number: string, part: Progressed, given: Partial<PlanItem>) => ({
    ...NOTHING,
    ...standing(part, time, input),
    number,
    anchor: `item-${number.replace('.', '-')}`,
    ...given,
  });
  const actionsOf = (actions: readonly PlanAction[]) => actions.map(action => actionView(action, input));
  const groups = priorities.map(({ priority, meaning = '', good_looks_like = '', objectives }, index) => ({
    title: `Priority ${index + 1}: ${priority}`,
    meaning,
    goodLooksLike: good_looks_like,
    items: objectives.map((part, place) =>
      item(`${index + 1}.${place + 1}`, part, {
        title: part.objective,
        impact: part.impact,
        actions: actionsOf(part.actions),
      }),
    ),
  }));
  const single = [
    ...recommendations.map((part, index) =>
      item(String(index + 1), part, {
        title: part.recommendation,
        success: part.success,
        actions: actionsOf(part.actions),
      }),
    ),
    ...areas.map((part, index) =>
      item(String(index + 1), part, {
        title: part.area,
        ...{ activities: part.activities, lead: part.lead, timescale: part.timescale },
        facts: [
          { name: 'Lead', text: part.lead },
          { name: 'Timescale', text: part.timescale },
          { name: 'Found by', text: part.identified_by ?? '' },
          { name: 'Reports to', text: part.reporting ?? '' },
        ].filter(fact => fact.text !== ''),
      }),
    ),
  ];
  return single.length === 0 ? groups : [{ title: '', meaning: '', goodLooksLike: '', items: single }];
}

const NOTHING = {
  ...{ title: '', impact: '', lead: '', timescale: '' },
  ...{ success: [], activities: [], facts: [], actions: [] },
};

function standing(part: Progressed, time: PlanTime, input: PackInput) {
  const views = part.measures.map(measure => planMeasureView(measure, time, input));
  const isFinished = part.finished !== undefined && part.finished.slice(0, 7) <= time.month;
  const colour = ratingByRule(
    views.map(view => view.rating),
    isFinished,
  );
  const rowsOf = (kind: string) => views.filter(view => view.kind === kind).map(view => view.row);
  return {
    rows: views.map(view => view.row),
    indicators: rowsOf('kpi'),
    audits: rowsOf('audit'),
    feedback: rowsOf('feedback'),
    hasBaseline: views.some(view => view.row.baseline !== ''),
    colour,
    rating: ratingView(colour),
    direction: travelByRule(views.map(view => view.meaning)) ?? ('' as const),
    judgement: judgementView(part.judgement, time.month),
    finished: isFinished && part.finished ? `Finished on ${dateName(part.finished)}.` : '',
    progress: time.quarters.flatMap(({ name, short }) => {
      const text = part.progress[name];
      return text === undefined ? [] : [{ quarter: short, text }];
    }),
  };
}

/** What a person says of a month that is still to come is not printed. */
function judgementView(judgement: PlanJudgement | undefined, month: string): JudgementView | null {
  if (!judgement || judgement.month > month) return null;
  const { rating, direction = '', role, reason } = judgement;
  return { rating: ratingView(rating), direction, role, month: monthName(judgement.month), reason };
}

function actionView(action: PlanAction, { extractedOn }: PackInput): PlanActionView {
  const { due = '', timescale = '', status } = action;
  const isOpen = isOpenAction(action);
  const isOverdue = isOpen && due !== '' && due < extractedOn;
  return {
    action: action.action,
    lead: action.lead,
    due: due === '' ? timescale : dateName(due),
    dueOn: due,
    status: isOverdue ? (status === 'Open' ? 'Overdue' : `Overdue, ${status.toLowerCase()}`) : status,
    isOpen,
    isOverdue,
    outcome: action.outcome,
  };
}
