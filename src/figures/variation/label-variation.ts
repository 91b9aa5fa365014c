import { headlinePeriod, type Measure } from '../../measures/measure.js';
import type { Target } from '../../workspace/tables.js';
import type { Assurance, Figure, PeriodKind, Variation } from '../figure.js';
import { targetFor } from '../labels.js';
import { assuranceOf, variationOf } from './meaning.js';
import { readSeries, type SeriesPoint, type SeriesReading, type VariationRules } from './read-series.js';

/** Variation and assurance of figures: the labels that need the whole series. */

/** A change that somebody dated and explained: limits are worked out anew from its month. */
export interface Step {
  readonly measure: string;
  readonly from: string;
  readonly reason: string;
}

export interface VariationSettings extends VariationRules {
  readonly steps: readonly Step[];
}

export interface SeriesLabels {
  readonly variation: Variation | null;
  readonly assurance: Assurance | null;
}

/**
 * Whether a period's figures can be read as a series: each month must stand for itself. Years to date, twelve months and
 * windows share cases with the month before, and limits from their small steps would call everything special.
 */
export function hasVariation(measure: Measure, period: PeriodKind): boolean {
  return period === headlinePeriod(measure) && measure.window === 0;
}

/** The figures of one team over the months, none left out, as an XmR chart. */
export function readFigures(
  figures: readonly (Figure | undefined)[],
  measure: Measure,
  settings: VariationSettings,
): SeriesReading {
  const steps = settings.steps.filter(step => step.measure === measure.id);
  let last: Figure | undefined;
  const points = figures.map((figure): SeriesPoint => {
    if (figure?.value == null) return { value: null, startsSegment: false };
    const earlier = last;
    last = figure;
    const changes = earlier !== undefined && earlier.definition !== figure.definition;
    const isStep =
      earlier !== undefined && steps.some(({ from }) => earlier.month < from && from <= figure.month);
    return { value: figure.value, startsSegment: changes || isStep };
  });
  return readSeries(points, settings);
}

/** One for each figure of a series. Assurance is about what comes next, so the last month alone has it. */
export function seriesLabels(
  figures: readonly Figure[],
  measure: Measure,
  targets: readonly Target[],
  settings: VariationSettings,
): SeriesLabels[] {
  const { segments, signals } = readFigures(figures, measure, settings);
  return segments.flatMap(({ start, end, strength, limits }) =>
    figures.slice(start, end).map((figure, index): SeriesLabels => {
      const place = start + index;
      if (!limits || figure.value === null) return { variation: null, assurance: null };
      const target = targetFor(figure, measure, targets);
      const isLast = place === figures.length - 1;
      return {
        variation: variationOf(signals[place] ?? null, figure.value, measure.polarity, target),
        assurance:
          isLast && target && strength === 'full' && measure.polarity !== 'none'
            ? assuranceOf(limits, target)
            : null,
      };
    }),
  );
}
