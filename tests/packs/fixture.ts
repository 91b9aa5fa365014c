import type { Figure, FigureKey } from '../../src/figures/figure.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import { headlinePeriod, type Measure, periodsOf } from '../../src/measures/measure.js';
import { monthsTo } from '../../src/months.js';
import type { PackInput } from '../../src/packs/pack-input.js';
import { settingsSchema } from '../../src/workspace/settings.js';
import { aFigure } from '../support/examples.js';
import { labelFigures } from '../support/label-figures.js';
import {
  ACTIONS,
  COMPARATORS,
  COVER_REPORT,
  GLOSSARY,
  MEASURES,
  NOTES,
  QUESTIONS,
  TARGETS,
} from './fixture-parts.js';

/** A whole pack's input, invented: eight measures of an Example Council over 26 months. */

export const MONTH = '2020-09';
const MONTHS = monthsTo(MONTH, 26);

/** A series that wanders and never repeats itself soon, without chance. */
function wander(index: number, middle: number, spread: number): number {
  return middle + Math.round(spread * Math.sin(index * 1.7) + (spread / 2) * Math.cos(index * 0.9));
}

type Answer = Pick<Figure, 'value' | 'numerator' | 'denominator' | 'notYetDue' | 'notJudged'>;

function ratio(numerator: number, denominator: number, notYetDue = 0, notJudged = 0): Answer {
  return { value: (100 * numerator) / denominator, numerator, denominator, notYetDue, notJudged };
}

function count(value: number): Answer {
  return { value, numerator: null, denominator: null, notYetDue: null, notJudged: null };
}

/** The answer of each measure in a month; `share` widens the numbers for the year to date. */
const ANSWERS: Readonly<Record<string, (index: number, share: number) => Answer>> = {
  'contacts-mash-24h': (i, share) => {
    const all = wander(i, 430, 30) * share;
    return ratio(i === 25 ? Math.round(all * 0.946) : Math.round(all * (0.85 + 0.004 * (i % 9))), all, 3, 1);
  },
  're-referrals': (i, share) => ratio(wander(i, 24, 9) * share, wander(i + 3, 96, 14) * share, 0, 2),
  's47-in-15-days': (i, share) => ratio(wander(i, 33, 5) * share, (wander(i, 33, 5) + (i % 4)) * share, 6, 0),
  'cp-plans-open': i => count(wander(i, 150, 12)),
  'cp-plans-by-category': i => count(wander(i, 150, 12)),
  'placements-long-term-stable': i => ratio(wander(i, 71, 4), wander(i, 101, 3), 0, 0),
  'posts-agency': i => ratio(wander(i, 22, 4) + 0.5, 148.3),
  'adoption-care-to-order': i => ({
    ...ratio(1, 1),
    value: wander(i, 5600, 300) / 13,
    numerator: wander(i, 5600, 300),
    denominator: 13,
  }),
};

function figuresOf(measure: Measure): Figure[] {
  const answer = ANSWERS[measure.id];
  if (!answer) throw new Error(`no answers for ${measure.id}`);
  return MONTHS.flatMap((month, index) =>
    periodsOf(measure).flatMap(period => {
      const key = { measure: measure.id, period, month, unit: measure.unit };
      const definition = measure.versions.length > 1 && month < '2020-09' ? 'v1' : 'v2';
      if (measure.id === 'placements-long-term-stable' && (month === '2020-02' || month < '2019-03')) {
        const reason =
          'history: records are needed from 1 March 2017, and are complete for placements from 1 September 2017';
        return [aFigure({ ...key, value: null, status: 'no-data', reason })];
      }
      const found = answer(index, period === 'month' || period === 'snapshot' ? 1 : 6);
      return [
        aFigure({ ...key, ...found, definition }),
        ...ratesOf(measure, month, index),
        ...partsOf(measure, key, found),
      ];
    }),
  );
}

const POPULATION = 36_100;

function ratesOf(measure: Measure, month: string, index: number): Figure[] {
  if (!measure.rate) return [];
  const numerator = ANSWERS[measure.id]?.(index, 1).value ?? 0;
  const value = (10_000 * numerator) / POPULATION;
  const key = { measure: measure.id, of: 'rate' as const, period: headlinePeriod(measure), month };
  return [aFigure({ ...key, value, numerator, denominator: POPULATION, unit: 'per 10000' })];
}

/** Six categories: half, a third and small ones, adding up to the total; the fifth is always 0. */
function partsOf(
  measure: Measure,
  key: Pick<FigureKey, 'measure' | 'period' | 'month'>,
  total: Answer,
): Figure[] {
  const codes = measure.category?.codes[0] ?? [];
  const all = total.value ?? 0;
  const large = [Math.round(all * 0.48), Math.round(all * 0.33), Math.round(all * 0.11), 3, 0];
  const values = [...large, all - large.reduce((sum, value) => sum + value, 0)];
  return codes.map((category, index) =>
    aFigure({ ...key, category, unit: 'count', ...count(values[index] ?? 0) }),
  );
}

const SETTINGS = settingsSchema.parse({
  council: { name: 'Example Council' },
  report: { committee: 'Children and Families Overview and Scrutiny Committee', meeting_date: '2020-11-03' },
});

export function packInput(parts: Partial<PackInput> = {}): PackInput {
  const measures = parts.measures ?? MEASURES;
  const figures = measures.flatMap(figuresOf);
  return {
    settings: SETTINGS,
    month: MONTH,
    extractedOn: '2020-10-05',
    measures,
    figures: new FigureSet(labelFigures(figures, measures, TARGETS)),
    targets: TARGETS,
    comparators: COMPARATORS,
    judgements: [],
    comments: new Map(),
    questions: { ...QUESTIONS, actions: ACTIONS },
    teams: [],
    plans: [],
    selfEvaluations: [],
    dataNotes: NOTES,
    errorsNotice: '',
    coverReport: COVER_REPORT,
    logo: '',
    glossary: GLOSSARY,
    toolVersion: '0.1.0',
    ...parts,
  };
}
