/** Where things are on a drawn chart, and writing on it. */
import type { Chart as DrawnChart } from 'chart.js';
import { FONT_FAMILY } from './font.js';
import { TEXT_SIZE } from './frame.js';
import type { Pen } from './pen.js';

interface TextStyle {
  readonly colour: string;
  readonly bold: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

export function write(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  { colour, bold, align = 'left' }: TextStyle,
): void {
  pen.save();
  pen.font = `${bold ? 600 : 400} ${TEXT_SIZE}px "${FONT_FAMILY}"`;
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  pen.fillText(text, x, y);
  pen.restore();
}

export function partsOf(chart: DrawnChart) {
  const { x, y } = chart.scales;
  if (!x || !y) throw new Error('A chart of months has an x and a y axis');
  const slot = (x.right - x.left) / (chart.data.labels?.length ?? 1);
  return {
    pen: chart.ctx as Pen,
    area: chart.chartArea,
    heightOf: (value: number) => y.getPixelForValue(value),
    /** Left edge of a month's share of the axis. */
    slotStart: (index: number) => x.left + index * slot,
  };
}
