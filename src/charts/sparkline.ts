/** A line of months as high as a line of words: its shape is what it says, so that it stands on its own lowest value. */
import type { ChartPoint, SparklineChart } from './chart.js';
import type { ChartColours } from './colours.js';
import { circle, type Drawing, strokes, wayAlong } from './svg-elements.js';

const WIDTH = 96;
const HEIGHT = 18;
/** Half of the last point's dot, and of a line's thickness. */
const EDGE = 3;
const DOT = 2.5;
const LONE_DOT = 1.25;

export function sparklineDrawing({ points }: SparklineChart, { series }: ChartColours): Drawing {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const place = (value: number, index: number) => {
    const share = high === low ? 0.5 : (value - low) / (high - low);
    const across = points.length < 2 ? 0.5 : index / (points.length - 1);
    return [EDGE + across * (WIDTH - 2 * EDGE), HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)] as const;
  };
  const stretches = stretchesOf(points, place);
  const lines = stretches.filter(stretch => stretch.length > 1).map(wayAlong);
  const lone = stretches.filter(stretch => stretch.length === 1).flat();
  const last = points.at(-1);
  const end = last && last.value !== null ? place(last.value, points.length - 1) : null;
  const look = `fill="${series}"`;
  const inside = [
    strokes(lines, { stroke: series, width: 1.5 }),
    ...lone.map(([x, y]) => circle(x, y, LONE_DOT, look)),
    end ? circle(end[0], end[1], DOT, look) : '',
  ].join('');
  return { inside, size: { width: WIDTH, height: HEIGHT } };
}

type Place = readonly [number, number];

/** The line breaks where a month has no figure. */
function stretchesOf(
  points: readonly ChartPoint[],
  place: (value: number, index: number) => Place,
): Place[][] {
  const stretches: Place[][] = [[]];
  points.forEach(({ value }, index) => {
    if (value === null) stretches.push([]);
    else stretches.at(-1)?.push(place(value, index));
  });
  return stretches;
}
