import { describe, expect, it } from 'vitest';
import { contrast, isReadableOnWhite, nearestReadable } from '../../src/workspace/contrast.js';

describe('contrast', () => {
  // By hand: luminance of white 1, of black 0; red counts 0.2126 of it, green 0.7152, blue 0.0722; 0.05 is added to each.
  it.each([
    ['#000000', '#ffffff', 1.05 / 0.05],
    ['#ffffff', '#ffffff', 1],
    ['#ff0000', '#ffffff', 1.05 / 0.2626],
    ['#00ff00', '#ffffff', 1.05 / 0.7652],
    ['#0000ff', '#ffffff', 1.05 / 0.1222],
    ['#0000ff', '#00ff00', 0.7652 / 0.1222],
  ])('when %s stands on %s then it is the lighter over the darker', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 10);
    expect(contrast(other, one)).toBeCloseTo(ratio, 10);
  });

  it('when a channel is 10 of 255 or less then it counts straight, and above that by the curve', () => {
    // 10/255 = 0.0392157, below 0.04045: over 12.92 it is 0.0030353. 11/255 = 0.0431373: ((0.0981373) / 1.055) ** 2.4 = 0.0033465.
    expect(contrast('#0a0a0a', '#000000')).toBeCloseTo(0.0530353 / 0.05, 5);
    expect(contrast('#0b0b0b', '#000000')).toBeCloseTo(0.0533465 / 0.05, 5);
  });
});

describe('colours on white', () => {
  // The two greys on either side of 4.5:1, as WCAG's own notes give them: 4.54 and 4.48.
  it('when a grey is #767676 then it can be read, and #777777 cannot', () => {
    expect(isReadableOnWhite('#767676')).toBe(true);
    expect(isReadableOnWhite('#777777')).toBe(false);
  });

  it.each([
    ['#777777', '#767676'],
    ['#ffffff', '#767676'],
    // Red may have a luminance of 1.05 / 4.5 - 0.05 = 0.18333: 0.18333 / 0.2126 = 0.86234, which is 238.4 of 255 on the curve.
    ['#ff0000', '#ee0000'],
    ['#12436d', '#12436d'],
  ])('when %s is asked for then the nearest that can be read is %s', (colour, nearest) => {
    expect(nearestReadable(colour)).toBe(nearest);
  });
});
