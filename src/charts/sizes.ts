/** Sizes that the drawings share, in the page's pixels. Two cards stand beside each other on A4 landscape. */

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export const SERIES_SIZE: ChartSize = { width: 505, height: 134 };
export const STACKED_SIZE: ChartSize = { width: 505, height: 152 };

export const TEXT_SIZE = 11;
export const LINE_HEIGHT = 13;
/** Room to the right of the plot, for the labels that stand in for a legend: a leader, then words. */
export const LABEL_ROOM = 122;
export const LABEL_WIDTH = 104;
/** Above the plot: half a tick's height. */
export const TOP_ROOM = 8;
/** Above it where a definition changed: the words that say so as well. */
export const BREAK_TOP_ROOM = 20;
/** Below it: a month, and its year underneath. */
export const MONTHS_HEIGHT = 30;
/** Below it where the months stand in a table: half a tick's height. */
export const NO_MONTHS_HEIGHT = 8;
export const VALUES_WIDTH = 38;
