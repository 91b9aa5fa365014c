/**
 * Skia writes a dashed line as one small shape a dash, five thousand letters for a line. So dashes are kept from it:
 * each pattern travels as a number in an attribute that nothing else uses, and becomes a dash again in the SVG.
 */
import type { Pen } from './pen.js';

/** Above any limit that means something; 10 is what every canvas starts with. */
const FIRST_CODE = 1000;
const UNUSED = 10;

export function captureDashes(pen: Pen): string[] {
  const captured: string[] = [];
  pen.setLineDash = pattern => {
    if (pattern.length === 0) {
      pen.miterLimit = UNUSED;
      return;
    }
    pen.miterLimit = FIRST_CODE + captured.length;
    captured.push(pattern.join(' '));
  };
  return captured;
}

export function restoreDashes(svg: string, captured: readonly string[]): string {
  return svg.replace(/ stroke-miterlimit="(\d+)"/g, (_, limit: string) => {
    const pattern = captured[Number(limit) - FIRST_CODE];
    return pattern === undefined ? '' : ` stroke-dasharray="${pattern}"`;
  });
}
