/** Months that chance does not explain: a shape and a colour each on the chart, and the same in words. */
import type { Plugin } from 'chart.js';
import { monthName } from '../months.js';
import { listed } from '../words.js';
import type { ChartPoint, SpecialCause } from './chart.js';
import { SPECIAL_CAUSES } from './palette.js';
import { fillShape } from './pen.js';
import { partsOf } from './plot.js';

/** In the order in which they are told. */
export const SPECIAL_CAUSE_WORDS: Readonly<Record<SpecialCause, string>> = {
  worse: 'worse than usual',
  better: 'better than usual',
  high: 'unusually high',
  low: 'unusually low',
};

/** Corners about the middle: a diamond, a square, a triangle up and one down. The page's key has the same. */
const SHAPES: Readonly<Record<SpecialCause, readonly (readonly [number, number])[]>> = {
  worse: corners(0, -5.5, 5.5, 0, 0, 5.5, -5.5, 0),
  better: corners(-3.8, -3.8, 3.8, -3.8, 3.8, 3.8, -3.8, 3.8),
  high: corners(0, -5, 5, 4, -5, 4),
  low: corners(0, 5, 5, -4, -5, -4),
};

export function specialCauseMarks(points: readonly ChartPoint[]): Plugin<'bar' | 'line'> {
  return {
    id: 'special-causes',
    afterDatasetsDraw: chart => {
      const { pen, heightOf, slotStart, slot } = partsOf(chart);
      if (causeOfAll(points)) return;
      points.forEach(({ value, specialCause }, index) => {
        if (value === null || !specialCause) return;
        const [x, y] = [slotStart(index) + slot / 2, heightOf(value)];
        const around = SHAPES[specialCause].map(([right, down]) => [x + right, y + down] as const);
        fillShape(pen, around, SPECIAL_CAUSES[specialCause]);
      });
    },
  };
}

/** The kind that every month with a figure is of, where there are several: a mark on each would set none apart. */
export function causeOfAll(points: readonly ChartPoint[]): SpecialCause | null {
  const [first, ...others] = points
    .filter(({ value }) => value !== null)
    .map(({ specialCause }) => specialCause);
  return first && others.length > 0 && others.every(other => other === first) ? first : null;
}

/** "All 13 months are better than usual."; '' where months differ. */
export function causeOfAllText(points: readonly ChartPoint[]): string {
  const cause = causeOfAll(points);
  if (!cause) return '';
  const present = points.filter(({ value }) => value !== null).length;
  const which = present === points.length ? 'months' : 'months that can be compared';
  return `All ${present} ${which} are ${SPECIAL_CAUSE_WORDS[cause]}.`;
}

/** The kinds that a chart has marks of. */
export function specialCausesIn(points: readonly ChartPoint[]): SpecialCause[] {
  if (causeOfAll(points)) return [];
  const kinds = Object.keys(SPECIAL_CAUSE_WORDS) as SpecialCause[];
  return kinds.filter(kind => points.some(point => point.value !== null && point.specialCause === kind));
}

/** "Special causes: worse than usual in September 2020; better than usual in May 2020 to July 2020."; '' where there is none. */
export function specialCausesText(points: readonly ChartPoint[]): string {
  const ofAll = causeOfAllText(points);
  if (ofAll !== '') return ofAll;
  const said = specialCausesIn(points).map(
    kind => `${SPECIAL_CAUSE_WORDS[kind]} in ${listed(stretches(points, kind))}`,
  );
  return said.length === 0 ? '' : `Special causes: ${said.join('; ')}.`;
}

/** Months of a kind, neighbours as one. */
function stretches(points: readonly ChartPoint[], kind: SpecialCause): string[] {
  const found: { from: string; to: string; end: number }[] = [];
  points.forEach(({ month, value, specialCause }, index) => {
    if (value === null || specialCause !== kind) return;
    const last = found.at(-1);
    if (last?.end === index - 1) Object.assign(last, { to: month, end: index });
    else found.push({ from: month, to: month, end: index });
  });
  return found.map(({ from, to }) =>
    from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`,
  );
}

function corners(...places: readonly number[]): readonly (readonly [number, number])[] {
  return places.flatMap((x, index) => (index % 2 === 0 ? [[x, places[index + 1] ?? 0] as const] : []));
}
