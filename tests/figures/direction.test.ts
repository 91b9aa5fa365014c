import { describe, expect, it } from 'vitest';
import { meaningOf, movementBetween } from '../../src/figures/direction.js';
import { aFigure, aTarget } from '../support/examples.js';

const valued = (value: number) => aFigure({ value });

describe('movementBetween', () => {
  it.each([
    [39.4, 38.5, 0, 'same'],
    [39.5, 39.4, 0, 'up'],
    [39.4, 39.5, 0, 'down'],
    [39.44, 39.4, 1, 'same'],
    [39.45, 39.4, 1, 'up'],
    [0, 0, 0, 'same'],
    [-0.4, 0.4, 0, 'same'],
    [-2, -1, 0, 'down'],
  ])('when %d follows %d at %d decimals then the movement is %s', (now, before, decimals, movement) => {
    expect(movementBetween(valued(now), valued(before), decimals)).toBe(movement);
  });

  it('when either figure has no value then there is no movement', () => {
    const none = aFigure({ value: null, status: 'no-cases' });
    expect(movementBetween(valued(1), none, 0)).toBeNull();
    expect(movementBetween(none, valued(1), 0)).toBeNull();
    expect(movementBetween(valued(1), undefined, 0)).toBeNull();
    expect(movementBetween(undefined, valued(1), 0)).toBeNull();
  });

  it('when a figure of 0 follows another then 0 counts as a value', () => {
    expect(movementBetween(valued(0), valued(3), 0)).toBe('down');
  });
});

describe('meaningOf', () => {
  it.each([
    ['up', 'higher', 'improving'],
    ['down', 'higher', 'worsening'],
    ['up', 'lower', 'worsening'],
    ['down', 'lower', 'improving'],
    ['up', 'none', 'no judgement'],
    ['same', 'higher', 'no judgement'],
    ['same', 'target', 'no judgement'],
  ] as const)('when %s is seen and %s is better then it is %s', (movement, polarity, meaning) => {
    expect(meaningOf(movement, polarity, valued(2), valued(1), undefined)).toBe(meaning);
  });

  it('when there is no movement then there is no meaning', () => {
    expect(meaningOf(null, 'higher', valued(2), undefined, undefined)).toBeNull();
  });

  const band = aTarget({ low: 135, high: 155 });

  it.each([
    ['both lie inside the band', 150, 140, 'no judgement'],
    ['both lie on its edges', 155, 135, 'no judgement'],
    ['it comes into the band from above', 155, 156, 'improving'],
    ['it leaves the band', 156, 155, 'worsening'],
    ['it comes nearer from below', 130, 120, 'improving'],
    ['it goes further above', 170, 160, 'worsening'],
    ['it passes through to the same distance', 165, 125, 'no judgement'],
    ['it passes through and ends nearer', 156, 125, 'improving'],
  ])('when a target is the aim and %s then the band decides', (_, now, before, meaning) => {
    const movement = now > before ? 'up' : 'down';
    expect(meaningOf(movement, 'target', valued(now), valued(before), band)).toBe(meaning);
  });

  it('when a target is the aim and there is none then nothing is judged', () => {
    expect(meaningOf('up', 'target', valued(2), valued(1), undefined)).toBe('no judgement');
  });
});
