/** Where things are on a drawn chart, and writing on it. */
import type { Chart as DrawnChart } from 'chart.js';
import { FONT_FAMILY } from './font.js';
import type { Pen } from './pen.js';
import { TEXT_SIZE } from './sizes.js';

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

/** Words that read upwards, about their middle: where a month's share is narrower than they are. */
export function writeUpwards(pen: Pen, text: string, x: number, y: number, colour: string): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate(-Math.PI / 2);
  write(pen, text, 0, 0, { colour, bold: false, align: 'center' });
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
    slot,
  };
}
