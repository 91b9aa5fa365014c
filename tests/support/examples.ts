import type { MonthlySums } from '../../src/figures/aggregate.js';
import { NO_SUMS } from '../../src/figures/aggregate.js';
import type { Figure } from '../../src/figures/figure.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import type { VariationSettings } from '../../src/figures/variation/label-variation.js';
import type { Measure, MeasureVersion } from '../../src/measures/measure.js';
import type { FigureSource } from '../../src/narrative/figure-reference.js';
import type { ActionItem, Target } from '../../src/workspace/tables.js';

/** Whole examples of which a test names only the parts that it is about. */

export function aVersion(parts: Partial<MeasureVersion> = {}): MeasureVersion {
  return {
    label: 'v1',
    from: '',
    to: '',
    definition: '',
    sql: 'SELECT 1',
    sqlFile: 'measures/area/example.sql',
    ...parts,
  };
}

/** A ratio over a month's events, with nothing needed. */
export function aMeasure(parts: Partial<Measure> = {}): Measure {
  return {
    id: 'example',
    area: 'Front door',
    name: 'Example measure',
    kind: 'ratio',
    counts: 'met the standard',
    of: 'cases',
    datedBy: 'received_at',
    window: 0,
    history: 0,
    pooled: false,
    distinct: false,
    divisor: 1,
    firstAsked: '',
    startedBy: '',
    endedBy: '',
    polarity: 'higher',
    unit: 'percent',
    decimals: 0,
    disclosure: 'process',
    national: 'none',
    nationalNote: '',
    source: 'Example',
    guide: 'Example',
    unsettled: '',
    category: null,
    statement: {
      said: '# of cases met the standard',
      topic: 'example',
      weight: 3,
      reason: 'Example',
      base: [],
    },
    rate: false,
    judged: 'at once',
    needs: {},
    versions: [aVersion()],
    ...parts,
  };
}

export function aSnapshot(parts: Partial<Measure> = {}): Measure {
  return aMeasure({ kind: 'snapshot', unit: 'count', polarity: 'none', datedBy: 'month end', ...parts });
}

/** The month's figure of the example measure for the whole service: 39.4%. */
export function aFigure(parts: Partial<Figure> = {}): Figure {
  return {
    measure: 'example',
    of: 'value',
    period: 'month',
    month: '2020-09',
    team: '',
    category: '',
    value: 39.4,
    numerator: null,
    denominator: null,
    notYetDue: null,
    notJudged: null,
    unit: 'percent',
    status: 'ok',
    reason: '',
    target: '',
    rating: null,
    movement: null,
    meaning: null,
    variation: null,
    assurance: null,
    definition: 'v1',
    ...parts,
  };
}

export function aTarget(parts: Partial<Target> = {}): Target {
  return {
    measure: 'example',
    of: 'value',
    from: '',
    atLeast: null,
    atMost: null,
    low: null,
    high: null,
    amber: null,
    ...parts,
  };
}

/** The rules by which series are read, as they are without settings. */
export function someVariation(parts: Partial<VariationSettings> = {}): VariationSettings {
  return { fewestPoints: 7, fewestForAssurance: 13, screensOutliers: true, steps: [], ...parts };
}

export function someSums(parts: Partial<MonthlySums> = {}): MonthlySums {
  return { ...NO_SUMS, measure: 'example', month: '2020-09', team: '', category: '', person: '', ...parts };
}

export function anAction(parts: Partial<ActionItem> = {}): ActionItem {
  return {
    id: 'A1',
    opened: '2020-07',
    action: 'Hold a daily meeting on contacts',
    lead: 'Head of Service',
    due: '2020-12-31',
    status: 'Open',
    measures: ['example'],
    outcome: '',
    ...parts,
  };
}

/** Measures, figures and targets as prose draws on them, in September 2020. */
export function aSource(
  measures: readonly Measure[],
  figures: readonly Figure[],
  targets: readonly Target[] = [],
): FigureSource {
  return { month: '2020-09', measures, figures: new FigureSet(figures), targets };
}
