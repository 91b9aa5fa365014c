import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as palette from '../../src/charts/palette.js';
import { toolPath } from '../../src/tool-folder.js';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(start => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const sheet = readFileSync(toolPath('templates', 'styles', 'tokens.css'), 'utf8');
const tokens = new Map([...sheet.matchAll(/--([\w-]+): (#\w{6});/g)].map(match => [match[1], match[2]]));
const token = (name: string) => tokens.get(name) ?? '';

describe('contrast', () => {
  it.each([
    ['ink', 'paper'],
    ['quiet-ink', 'paper'],
    ['quiet-ink', 'tint'],
    ['link', 'paper'],
    ['notice', 'paper'],
    ['green', 'green-tint'],
    ['amber', 'amber-tint'],
    ['red', 'red-tint'],
    ['blue', 'blue-tint'],
  ])('when %s is written on %s, then it can be read (4.5:1)', (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('when a chart is drawn, then its marks stand out from the paper (3:1) and its words can be read', () => {
    const { BARS, CATEGORIES, PAPER, QUIET_INK, SERIES, TARGET, YEAR_EARLIER, YEAR_EARLIER_ON_BARS } =
      palette;
    for (const mark of [SERIES, BARS, YEAR_EARLIER, ...CATEGORIES]) {
      expect(contrast(mark, PAPER), mark).toBeGreaterThanOrEqual(3);
    }
    for (const line of [TARGET, YEAR_EARLIER_ON_BARS])
      expect(contrast(line, BARS), line).toBeGreaterThanOrEqual(3);
    for (const text of [SERIES, TARGET, QUIET_INK])
      expect(contrast(text, PAPER), text).toBeGreaterThanOrEqual(4.5);
  });
});
