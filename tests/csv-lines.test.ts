import { describe, expect, it } from 'vitest';
import { linesIn } from '../src/csv-lines.js';

describe('linesIn', () => {
  it.each([
    ['a,b', 1],
    ['a,b\n', 1],
    ['a,b\r', 1],
    ['"a\nb",c\n', 2],
    ['"a\r\nb",c\r', 2],
    ['"a\n\nb\n",c\n', 4],
    ['\n', 1],
    ['', 1],
  ])('when the raw text of a record is %j then it takes %d lines', (raw, lines) => {
    expect(linesIn(raw)).toBe(lines);
  });
});
