import { PAPER } from './palette.js';

/** The part of a 2D canvas context that our marks use; the compiler is not given the types of a web page. */
export interface Pen {
  font: string;
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: string;
  miterLimit: number;
  textAlign: string;
  textBaseline: string;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
  fill(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  setLineDash(pattern: readonly number[]): void;
  fillText(text: string, x: number, y: number): void;
}

/** Skia leaves out a line that goes nowhere. */
const NO_LENGTH = 0.01;

export interface LineStyle {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

type Place = readonly [number, number];

/** A line through the points; the pen's own settings are left as they were. */
export function strokeLine(pen: Pen, points: readonly Place[], style: LineStyle): void {
  strokePath(pen, points, style, false);
}

/** A filled shape with a thin edge of paper, that keeps it apart from what it stands on. */
export function fillShape(pen: Pen, corners: readonly Place[], colour: string): void {
  pen.save();
  pen.fillStyle = colour;
  tracePath(pen, corners, true);
  pen.fill();
  pen.restore();
  strokePath(pen, corners, { colour: PAPER, width: 1 }, true);
}

function strokePath(pen: Pen, points: readonly Place[], style: LineStyle, isClosed: boolean): void {
  pen.save();
  pen.strokeStyle = style.colour;
  pen.lineWidth = style.width;
  pen.setLineDash(style.dash ?? []);
  tracePath(pen, points, isClosed);
  pen.stroke();
  pen.restore();
}

function tracePath(pen: Pen, points: readonly Place[], isClosed: boolean): void {
  pen.beginPath();
  points.forEach(([x, y], index) => {
    if (index === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  if (isClosed) pen.closePath();
}

/** A round dot: a stroke of no length, which an SVG holds in a tenth of the letters that a circle takes. */
export function strokeDot(pen: Pen, x: number, y: number, { colour, width }: LineStyle): void {
  pen.save();
  pen.lineCap = 'round';
  strokePath(
    pen,
    [
      [x, y],
      [x + NO_LENGTH, y],
    ],
    { colour, width },
    false,
  );
  pen.restore();
}
