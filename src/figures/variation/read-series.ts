import { type Limits, limitsOf } from './limits.js';
import { type Signal, signalsOf } from './signals.js';

/** A series as an XmR chart: its segments, each with limits of its own, and the special causes in them. */

export interface SeriesPoint {
  /** Null is a gap: no figure, or no cases. */
  readonly value: number | null;
  /** The first point of a new segment: the definition changed, or somebody explained a step. */
  readonly startsSegment: boolean;
}

export interface VariationRules {
  /** Points of a segment below which it is drawn and nothing is read from it. */
  readonly fewestPoints: number;
  /** Points from which its limits are no longer a trial, and say whether a target will be met. */
  readonly fewestForAssurance: number;
  readonly screensOutliers: boolean;
}

/**
 * too short: nothing can be read · no variation: its values hardly differ, so that limits mean nothing ·
 * trial: special causes are told, assurance not yet · full: both.
 */
export type Strength = 'too short' | 'no variation' | 'trial' | 'full';

export interface Segment {
  /** Places in the series, the end not included. */
  readonly start: number;
  readonly end: number;
  readonly strength: Strength;
  /** Null where nothing can be read. */
  readonly limits: Limits | null;
}

export interface SeriesReading {
  readonly segments: readonly Segment[];
  /** One for each point; null for common cause, for a gap, and where nothing can be read. */
  readonly signals: readonly (Signal | null)[];
}

/** @param points every month of the series, in the order of time, none left out */
export function readSeries(points: readonly SeriesPoint[], rules: VariationRules): SeriesReading {
  const starts = [0, ...points.flatMap((point, index) => (index > 0 && point.startsSegment ? [index] : []))];
  const segments: Segment[] = [];
  const signals: (Signal | null)[] = [];
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? points.length;
    const values = points.slice(start, end).map(point => point.value);
    const { strength, limits } = weigh(values, rules);
    segments.push({ start, end, strength, limits });
    signals.push(...(limits ? signalsOf(values, limits) : values.map(() => null)));
  });
  return { segments, signals };
}

function weigh(
  values: readonly (number | null)[],
  { fewestPoints, fewestForAssurance, screensOutliers }: VariationRules,
): Pick<Segment, 'strength' | 'limits'> {
  const count = values.filter(value => value !== null).length;
  if (count < fewestPoints) return { strength: 'too short', limits: null };
  const limits = limitsOf(values, screensOutliers);
  if (limits.range === 0) return { strength: 'no variation', limits: null };
  return { strength: count < fewestForAssurance ? 'trial' : 'full', limits };
}
