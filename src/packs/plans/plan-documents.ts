/** The documents of a pack of plans: one for each plan of the shapes that its parts show. */
import { type Quarter, quartersSoFar, yearName } from '../../figures/quarters.js';
import { addMonths, monthEnd, monthName, yearStart } from '../../months.js';
import type { Plan } from '../../workspace/plans/plan.js';
import { type GeneralView, generalView } from '../general-view.js';
import type { PackDocument, PackSource } from '../pack-views.js';
import { type PlanGroup, planGroups } from './plan-items.js';
import type { PlanTime } from './plan-measures.js';
import { type PlanSummary, planSummary } from './plan-summary.js';

type Shape = 'priorities' | 'recommendations' | 'areas';

/** Parts that show plans of some shapes; a part that is not here stands in every document. */
const SHAPES_OF_PART: Readonly<Record<string, readonly Shape[]>> = {
  'plan-priorities': ['priorities'],
  'plan-dashboard': ['recommendations', 'areas'],
  'plan-recommendations': ['recommendations'],
  'plan-areas': ['areas'],
};

export interface PlanView extends GeneralView {
  readonly plan: Pick<Plan, 'title'> & {
    readonly vision: string;
    readonly governance: string;
    readonly span: string;
  };
  /** "objective", "recommendation", "area". */
  readonly noun: string;
  readonly quarter: Quarter;
  /** "30 September 2020", the last day that is shown. */
  readonly until: string;
  /** "2018-19", "2019-20". */
  readonly years: readonly string[];
  readonly groups: readonly PlanGroup[];
  readonly summary: PlanSummary;
}

const NOUNS: Readonly<Record<Shape, string>> = {
  priorities: 'objective',
  recommendations: 'recommendation',
  areas: 'area',
};

export function planDocuments(source: PackSource): PackDocument[] {
  const { pack, input } = source;
  const shapes = shapesOf(pack.sections.map(({ part = '' }) => part));
  const shown = input.plans.filter(plan => shapes.includes(shapeOf(plan)) && plan.from <= input.month);
  if (shown.length === 0) return [];
  const general = generalView(source);
  return shown.map(plan => ({
    name: plan.id === pack.id ? pack.id : `${pack.id}-${plan.id}`,
    view: planView(plan, general, source),
  }));
}

function planView(plan: Plan, general: GeneralView, { input }: PackSource): PlanView {
  const shape = shapeOf(plan);
  const time = timeOf(plan, input.month);
  const groups = planGroups(plan, time, input);
  const quarter = time.quarters.at(-1) ?? { name: '', short: '', from: time.month, to: time.month };
  const { title, vision = '', governance = '', from, to } = plan;
  return {
    ...general,
    title: `${title}: ${general.month}`,
    sections: general.sections.filter(({ part }) => SHAPES_OF_PART[part]?.includes(shape) ?? true),
    plan: { title, vision, governance, span: `${monthName(from)} to ${monthName(to)}` },
    noun: NOUNS[shape],
    quarter,
    until: `${Number(monthEnd(time.month).slice(8))} ${monthName(time.month)}`,
    years: time.marches.map(yearName),
    groups,
    summary: planSummary(groups, quarter, NOUNS[shape]),
  };
}

/** What a pack is about: the parts that show one shape say it; a dashboard of several only where it stands alone. */
function shapesOf(parts: readonly string[]): readonly Shape[] {
  const shown = parts.flatMap(part => (SHAPES_OF_PART[part] ? [SHAPES_OF_PART[part]] : []));
  const single = shown.filter(shapes => shapes.length === 1);
  return (single.length > 0 ? single : shown).flat();
}

function shapeOf({ priorities, recommendations }: Plan): Shape {
  if (priorities) return 'priorities';
  return recommendations ? 'recommendations' : 'areas';
}

/** Of a plan that has ended, its last year. */
function timeOf({ to }: Plan, reported: string): PlanTime {
  const month = to < reported ? to : reported;
  const april = yearStart(month);
  return { month, quarters: quartersSoFar(month), marches: [addMonths(april, -13), addMonths(april, -1)] };
}
