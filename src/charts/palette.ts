/**
 * Colours of charts. Categories take those that the Government Analysis Function recommends for charts: told apart
 * with every common colour blindness, each at least 3:1 on white (WCAG 1.4.11). Colour never stands alone: lines
 * differ by dash and marker, and every line and category is named beside its last point.
 */
import { DEFAULT_COLOURS } from '../workspace/council-colours.js';

export const INK = '#1b1f24';
export const QUIET_INK = '#4d545c';
export const GRID = '#d9dde1';
export const PAPER = '#ffffff';
/** Behind months without a figure. */
export const TINT = '#f1f3f5';

/** What a council without colours of its own has. */
export const SERIES = DEFAULT_COLOURS.main;
/** Lighter than a line, so that lines across the bars stay 3:1 against them. */
export const BARS = '#5694ca';
/** Light, but at least 3:1 on white, as a line that carries meaning must be. */
export const YEAR_EARLIER = '#868d95';
export const YEAR_EARLIER_ON_BARS = '#3d3d3d';
export const COMPARATOR = '#6b737b';
export const COMPARATOR_ON_BARS = '#3d3d3d';
export const TARGET = DEFAULT_COLOURS.accent;
export const BREAK = '#3d3d3d';

export const CATEGORIES = ['#12436d', '#28a197', '#801650', '#f46a25', '#3d3d3d', '#a285d1'] as const;

/** Keeps neighbouring parts of a stack apart where their colours are alike in grey. */
export const PART_EDGE = { color: PAPER, width: 1 } as const;

/** Months that chance does not explain; each has a shape of its own as well. At least 4.5:1 on white. */
export const SPECIAL_CAUSES = {
  better: '#0069b3',
  worse: '#bf4a00',
  high: '#5f3b8f',
  low: '#5f3b8f',
} as const;
/** What stands behind the c's of a bar: no category, and never mistaken for one. */
export const HELD_BACK = '#d3d7db';
