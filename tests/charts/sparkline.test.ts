import { describe, expect, it } from 'vitest';
import { alternativeText } from '../../src/charts/alternative-text.js';
import { coloursFrom } from '../../src/charts/colours.js';
import { sparklineDrawing } from '../../src/charts/sparkline.js';
import { DEFAULT_COLOURS } from '../../src/workspace/council-colours.js';

const lineOf = (...values: (number | null)[]) => ({
  kind: 'sparkline' as const,
  id: 'x-line',
  name: 'Contacts',
  points: values.map((value, index) => ({
    month: `2020-0${index + 1}`,
    value,
    shown: value === null ? 'no data' : String(value),
  })),
});
const inside = (...values: (number | null)[]) =>
  sparklineDrawing(lineOf(...values), coloursFrom(DEFAULT_COLOURS)).inside;

describe('a sparkline', () => {
  it('when values rise then the line goes from the lower left to the upper right corner, with a dot at its end', () => {
    expect(inside(1, 2, 3)).toContain('d="M3 15L48 9L93 3"');
    expect(inside(1, 2, 3)).toContain('<circle cx="93" cy="3" r="2.5"');
  });

  it('when all values are the same then it is level', () => {
    expect(inside(4, 4)).toContain('d="M3 9L93 9"');
  });

  it('when a month has no figure then the line breaks, and a lone month is a dot', () => {
    expect(inside(1, null, 3)).toBe(
      `<circle cx="3" cy="15" r="1.25" ${fill}/><circle cx="93" cy="3" r="1.25" ${fill}/><circle cx="93" cy="3" r="2.5" ${fill}/>`,
    );
    expect(inside(null, null)).toBe('');
  });

  it('when it is heard then its first and last month are said', () => {
    expect(alternativeText(lineOf(1, 2))).toBe(
      'Contacts, January 2020 to February 2020. First 1 (January 2020). Last 2 (February 2020).',
    );
  });
});

const fill = `fill="${coloursFrom(DEFAULT_COLOURS).series}"`;
