import { describe, expect, it } from 'vitest';
import { tidied } from '../../src/charts/svg.js';

const drawn = (inside: string) =>
  `<?xml version="1.0"?>\n<svg xmlns="x" width="9" height="9">${inside}</svg>\n`;

describe("the canvas's drawing made fit for a page", () => {
  it('when it has ids, then they and what refers to them are its own', () => {
    const gradient = '<linearGradient id="gr_7"/><rect fill="url(#gr_7)" width="2" height="2"/>';
    expect(tidied(drawn(gradient), 'chart-x')).toBe(
      '<linearGradient id="chart-x-1"/><rect fill="url(#chart-x-1)" width="2" height="2"/>',
    );
  });

  it('when axes and marks are clipped to their boxes, then they stand without', () => {
    const clipped =
      '<clipPath id="cl_1"><rect width="9" height="9"/></clipPath><g clip-path="url(#cl_1)"><text x="1" y="2">0</text></g>';
    expect(tidied(drawn(clipped), 'chart-x')).toBe('<text x="1" y="2">0</text>');
  });

  it('when neighbours look alike, then they are one path, and level and upright steps are short', () => {
    const bars =
      '<path fill="#5694CA" d="M1.04 2L3 2L3 9L1.04 9L1.04 2Z"/><path fill="#5694CA" d="M4 5L6 5L6 9L4 9L4 5Z"/>' +
      '<path fill="#12436D" d="M0 0L1 1"/>';
    expect(tidied(drawn(bars), 'chart-x')).toBe(
      '<path fill="#5694CA" d="M1 2H3V9H1ZM4 5H6V9H4Z"/><path fill="#12436D" d="M0 0L1 1"/>',
    );
  });

  it('when it is no drawing, then that is told', () => {
    expect(() => tidied('nothing', 'chart-x')).toThrow('The canvas did not draw an SVG');
  });
});
