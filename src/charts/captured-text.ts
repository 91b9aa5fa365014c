/**
 * Skia writes the text of an SVG glyph by glyph: a ligature ("office") and every letter that the font lacks would be
 * lost, and a PDF would hold single letters. So each text is drawn as a number, kept here with its style, and put back
 * as one <text> of the words themselves. Heights are set from the font's size alone, not by the platform's font engine.
 */
import { escapeHtml } from './escape.js';
import type { Pen } from './pen.js';
import { TEXT_SIZE } from './sizes.js';

interface CapturedText {
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly bold: boolean;
}

const ANCHORS: Readonly<Record<string, CapturedText['anchor']>> = {
  center: 'middle',
  right: 'end',
  end: 'end',
};
/** From the named height to the line that letters stand on, in font sizes; right for Source Sans. */
const BASELINE_SHIFT: Readonly<Record<string, number>> = { middle: 0.33, top: 0.75, bottom: -0.25 };

/** Every text that the pen is asked to write from now on, in order. */
export function captureText(pen: Pen): CapturedText[] {
  const captured: CapturedText[] = [];
  const fillText = pen.fillText.bind(pen);
  pen.fillText = (text, x, y) => {
    if (text === '') return;
    const size = Number(/([\d.]+)px/.exec(pen.font)?.[1] ?? TEXT_SIZE);
    const bold = /\b(?:[67]00|bold)\b/.test(pen.font);
    const shift = (BASELINE_SHIFT[pen.textBaseline] ?? 0) * size;
    captured.push({ text, anchor: ANCHORS[pen.textAlign] ?? 'start', size, bold });
    pen.save();
    pen.textAlign = 'left';
    pen.textBaseline = 'alphabetic';
    fillText(String(captured.length - 1), x, y + shift);
    pen.restore();
  };
  return captured;
}

const TEXT_ELEMENT = /<text\b([^>]*)>(\d+)<\/text>/g;

/** Puts the words back where their numbers stand. */
export function restoreText(svg: string, captured: readonly CapturedText[]): string {
  return svg.replace(TEXT_ELEMENT, (_, attributes: string, index: string) => {
    const found = captured[Number(index)];
    if (!found) throw new Error(`The drawing holds text ${index} that nothing wrote`);
    const anchor = found.anchor === 'start' ? '' : ` text-anchor="${found.anchor}"`;
    const weight = found.bold ? ' font-weight="600"' : '';
    const size = found.size === TEXT_SIZE ? '' : ` font-size="${found.size}"`;
    const place = `${attribute(attributes, 'fill')}${placeOf(attributes)}`;
    return `<text${place}${anchor}${weight}${size}>${escapeHtml(found.text)}</text>`;
  });
}

const SHIFT = /\stransform="translate\((-?[\d.]+) (-?[\d.]+)\)"/;

/** A shift alone is added to the place; a turn stays a turn. */
function placeOf(attributes: string): string {
  const [x, y] = [firstNumber(attributes, 'x'), firstNumber(attributes, 'y')];
  const shift = SHIFT.exec(attributes);
  if (!shift) return `${attribute(attributes, 'transform')} x="${x}" y="${y}"`;
  const [left, top] = [Number(shift[1]) + x, Number(shift[2]) + y];
  return ` x="${oneDecimal(left)}" y="${oneDecimal(top)}"`;
}

function oneDecimal(value: number): number {
  return Number(value.toFixed(1));
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`\\s${name}="[^"]*"`).exec(attributes)?.[0] ?? '';
}

/** Skia gives a place for every glyph; the first is where the text is anchored. */
function firstNumber(attributes: string, name: string): number {
  return Number(new RegExp(`\\s${name}="(-?[\\d.]+)`).exec(attributes)?.[1] ?? 0);
}
