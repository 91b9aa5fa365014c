/** The part of a 2D canvas context that our marks use; the compiler is not given the types of a web page. */
export interface Pen {
  font: string;
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: string;
  textAlign: string;
  textBaseline: string;
  save(): void;
  restore(): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
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

/** A line through the points; the pen's own settings are left as they were. */
export function strokeLine(pen: Pen, points: readonly (readonly [number, number])[], style: LineStyle): void {
  pen.save();
  pen.strokeStyle = style.colour;
  pen.lineWidth = style.width;
  pen.setLineDash(style.dash ?? []);
  pen.beginPath();
  points.forEach(([x, y], index) => {
    if (index === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.stroke();
  pen.restore();
}

/** A round dot: a stroke of no length, which an SVG holds in a tenth of the letters that a circle takes. */
export function strokeDot(pen: Pen, x: number, y: number, { colour, width }: LineStyle): void {
  pen.save();
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x + NO_LENGTH, y);
  pen.stroke();
  pen.restore();
}
