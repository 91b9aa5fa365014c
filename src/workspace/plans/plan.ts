import { z } from 'zod';
import { isDate, month, openDate } from '../cells.js';
import { ACTION_STATUSES } from '../tables.js';

/**
 * A plan of `plans/*.yml`, in the three shapes that services use: priorities with objectives, recommendations, or areas.
 * What can be measured names its measure, whose figures and target are never typed again; what cannot is said in words.
 */

const MOST_ACTIONS = 3;

const words = z.string().min(1);

/** "2020-21 Q2": July to September 2020. */
const quarterNote = z.record(
  z.string().regex(/^\d{4}-\d{2} Q[1-4]$/, { error: 'a quarter such as 2020-21 Q2' }),
  words,
);

const date = openDate.refine(given => isDate(given), { error: 'a date as YYYY-MM-DD', abort: true });

const measure = z
  .strictObject({
    /** The id of a measure: its figures, target and rating come from there. */
    measure: words.optional(),
    /** What is looked at, where no measure counts it; beside a measure, how the plan puts it. */
    text: words.optional(),
    kind: z.enum(['kpi', 'audit', 'feedback']).default('kpi'),
    /** The rate of a count, where that is what the target is set on. */
    of: z.enum(['value', 'rate']).default('value'),
    /** Of what no measure counts; a measure's own stands in targets.csv. */
    target: words.optional(),
    /** What it is compared with: a month's figure of its measure, or words. */
    baseline: z.strictObject({ month: month.optional(), text: words.optional() }).optional(),
    /** What is known, a text for a quarter. */
    progress: quarterNote.default({}),
  })
  .check(context => {
    const { measure: id, text, target, baseline } = context.value;
    const tell = (path: string[], message: string) =>
      context.issues.push({ code: 'custom', message, path, input: context.value });
    if (id === undefined && text === undefined)
      tell([], 'measure: and the id of one, or text: where no measure counts it');
    if (id !== undefined && target !== undefined)
      tell(['target'], 'no target here: that of a measure stands in targets.csv');
    if (baseline && (baseline.month === undefined) === (baseline.text === undefined))
      tell(['baseline'], 'either month: or text:');
    if (baseline?.month !== undefined && id === undefined)
      tell(['baseline', 'month'], 'text: for what no measure counts');
  });

const action = z
  .strictObject({
    action: words,
    /** A role or a forum, never a name. */
    lead: words,
    due: date.optional(),
    /** In place of a day: "every six weeks". */
    timescale: words.optional(),
    status: z.enum(ACTION_STATUSES).default('Open'),
    /** What came of it; of one that was dropped, why. */
    outcome: z.string().default(''),
  })
  .check(context => {
    const { due, timescale, status, outcome } = context.value;
    const tell = (path: string[], message: string) =>
      context.issues.push({ code: 'custom', message, path, input: context.value });
    if (due === undefined && timescale === undefined) tell([], 'due: and a date, or timescale:');
    if (status === 'Dropped' && outcome === '') tell(['status'], 'an outcome that says why it was dropped');
  });

/** An action of an objective is SMART: it is due on a day. */
const dueAction = action.refine(given => given.due !== undefined, {
  error: 'due: and a date: an action of an objective is due on a day',
});

/** How a person sees it, beside what the rule works out and never instead of it. */
const judgement = z.strictObject({
  month,
  rating: z.enum(['green', 'amber', 'red']),
  direction: z.enum(['improving', 'worsening', 'no clear change']).optional(),
  role: words,
  reason: words,
});

const progressed = {
  measures: z.array(measure).min(1),
  /** What has been done, a text for a quarter. */
  progress: quarterNote.default({}),
  judgement: judgement.optional(),
  /** The day on which the board took it as done. */
  finished: date.optional(),
};

const objective = z.strictObject({
  objective: words,
  /** What it changes for children. */
  impact: words,
  ...progressed,
  actions: z.array(dueAction).max(MOST_ACTIONS).default([]),
});

const priority = z.strictObject({
  priority: words,
  meaning: words.optional(),
  good_looks_like: words.optional(),
  objectives: z.array(objective).min(1),
});

const recommendation = z.strictObject({
  recommendation: words,
  /** How the board will know, in words. */
  success: z.array(words).default([]),
  ...progressed,
  actions: z.array(action).default([]),
});

const area = z.strictObject({
  area: words,
  /** Who found that it needs work. */
  identified_by: words.optional(),
  lead: words,
  timescale: words,
  /** To which forum, and how often. */
  reporting: words.optional(),
  activities: z.array(words).min(1),
  ...progressed,
});

const PARTS = ['priorities', 'recommendations', 'areas'] as const;

export const planSchema = z
  .strictObject({
    title: words,
    /** First and last month of the plan. */
    from: month,
    to: month,
    vision: words.optional(),
    /** Who watches over it, and how often. */
    governance: words.optional(),
    priorities: z.array(priority).min(1).optional(),
    recommendations: z.array(recommendation).min(1).optional(),
    areas: z.array(area).min(1).optional(),
  })
  .check(context => {
    const { from, to } = context.value;
    const given = PARTS.filter(name => context.value[name] !== undefined);
    const tell = (path: string[], message: string) =>
      context.issues.push({ code: 'custom', message, path, input: context.value });
    if (given.length !== 1) tell(given.slice(1, 2), 'one of priorities, recommendations and areas');
    if (to < from) tell(['to'], `a month from ${from} on`);
  });

export type PlanSpec = z.infer<typeof planSchema>;
export type PlanMeasure = z.infer<typeof measure>;
export type PlanAction = z.infer<typeof action>;
export type PlanJudgement = z.infer<typeof judgement>;
export type Priority = z.infer<typeof priority>;
export type Objective = z.infer<typeof objective>;
export type Recommendation = z.infer<typeof recommendation>;
export type PlanArea = z.infer<typeof area>;
/** What every objective, recommendation and area has. */
export type Progressed = Pick<Objective, 'measures' | 'progress' | 'judgement' | 'finished'>;

/** A plan as its file gives it, checked. */
export interface Plan extends PlanSpec {
  /** The file's name without its ending: `improvement-plan`. */
  readonly id: string;
  /** As it is named in messages: `plans/improvement-plan.yml`. */
  readonly file: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

type Path = readonly (string | number)[];

/** Everything of a plan that measures can be named in, with where it stands in the file. */
export function partsOfPlan({ priorities = [], recommendations = [], areas = [] }: PlanSpec): {
  readonly path: Path;
  readonly part: Progressed & { readonly actions?: readonly PlanAction[]; readonly lead?: string };
}[] {
  return [
    ...priorities.flatMap(({ objectives }, priorityIndex) =>
      objectives.map((part, index) => ({ path: ['priorities', priorityIndex, 'objectives', index], part })),
    ),
    ...recommendations.map((part, index) => ({ path: ['recommendations', index], part })),
    ...areas.map((part, index) => ({ path: ['areas', index], part })),
  ];
}
