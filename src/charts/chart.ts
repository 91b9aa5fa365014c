/**
 * What a chart shows, as data: made from figures elsewhere, drawn elsewhere. Every value comes with the words in which
 * the tables print it, so that a label and a cell never differ.
 */
import type { Unit } from '../figures/figure.js';

/** Not chance: for the better, for the worse, or high and low where neither is better. */
export type SpecialCause = 'better' | 'worse' | 'high' | 'low';

export interface ChartPoint {
  /** YYYY-MM. */
  readonly month: string;
  /** Null is a gap. */
  readonly value: number | null;
  /** As printed: "93%", "no data", "no cases". */
  readonly shown: string;
  readonly specialCause?: SpecialCause;
  /** The month was published as another number. */
  readonly isRestated?: boolean;
}

/** A target in a month: one edge, or both for a band. */
export interface TargetEdges {
  readonly low: number | null;
  readonly high: number | null;
}

export interface DefinitionBreak {
  /** First month under the new definition. */
  readonly month: string;
  /** False where the measure has no figures before. */
  readonly changed: boolean;
  /** The definition goes on: somebody dated and explained a step, from which limits start anew. */
  readonly isStep?: boolean;
}

export interface SeriesChart {
  readonly kind: 'series';
  /** The months stand in a table right under the chart, so that its axis leaves them out. */
  readonly monthsBelow?: boolean;
  readonly id: string;
  readonly name: string;
  readonly marks: 'bars' | 'line';
  readonly unit: Unit;
  readonly points: readonly ChartPoint[];
  /** The same months a year before; empty where there are none. */
  readonly yearEarlier: readonly ChartPoint[];
  /** One for each point; null in a month without a target. */
  readonly target: readonly (TargetEdges | null)[];
  /** The target of the last month in words, such as "at least 95%"; '' where there is none. */
  readonly targetInWords: string;
  readonly breaks: readonly DefinitionBreak[];
  /** What others published, as level lines: the latest year of each group; empty where nothing can be compared. */
  readonly comparators: readonly ComparatorLine[];
}

export interface ComparatorLine {
  /** "England 2019-20". */
  readonly name: string;
  readonly value: number;
  /** As printed: "34.6 per 10,000". */
  readonly shown: string;
}

export interface StackedSeries {
  readonly category: string;
  readonly points: readonly ChartPoint[];
}

export interface StackedChart {
  readonly kind: 'stacked';
  /** The months stand in a table right under the chart, so that its axis leaves them out. */
  readonly monthsBelow?: boolean;
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  /** What the categories are, such as "Category of need". */
  readonly categoryTitle: string;
  /** In the order of the codes, which is the order of the stack from the axis up. */
  readonly series: readonly StackedSeries[];
  readonly totals: readonly ChartPoint[];
  readonly breaks: readonly DefinitionBreak[];
  /** A child may be in several parts: what the total leaves of the printed parts is no part. */
  readonly overlaps: boolean;
  /** From 1 to this no number is printed that is not a figure of its own; 0 where all are. */
  readonly smallNumber: number;
}

/** One row of a dot plot: this council, its target, or a group that published. */
export interface DotRow {
  /** "Aldermarsh, September 2020", "England 2019-20". */
  readonly name: string;
  readonly isOwn: boolean;
  /** Null where there is no figure: the row stands with its words and no dot. */
  readonly value: number | null;
  readonly shown: string;
}

/** This council beside others, a row each: values on one axis from zero. */
export interface DotsChart {
  readonly kind: 'dots';
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly rows: readonly DotRow[];
}

/** One of several small charts on the same scale, such as a team. */
export interface ChartPanel {
  readonly name: string;
  readonly points: readonly ChartPoint[];
  /** The whole service of this panel alone, where panels are of different measures. */
  readonly whole?: readonly ChartPoint[];
}

/** One measure for several parts of the service, a panel each, to be compared by eye. */
export interface MultiplesChart {
  readonly kind: 'multiples';
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly marks: 'bars' | 'line';
  readonly panels: readonly ChartPanel[];
  /** The whole service in the same months, drawn faintly in every panel. */
  readonly whole?: readonly ChartPoint[];
}

/** A line without axes, to stand in a row of a table. */
export interface SparklineChart {
  readonly kind: 'sparkline';
  readonly id: string;
  readonly name: string;
  readonly points: readonly ChartPoint[];
}

/** Drawn over months by Chart.js. */
export type MonthsChart = SeriesChart | StackedChart;

export type Chart = MonthsChart | DotsChart | MultiplesChart | SparklineChart;

/** As `shown` says it: a figure is there and may not be printed. */
export const SUPPRESSED = 'c';
