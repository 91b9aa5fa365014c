import { describe, expect, it } from 'vitest';
import { bugInWords } from '../../src/cli/bug-in-words.js';

describe('a fault of the tool', () => {
  it('when the engine repeats a value then its kind is told, and the value is not, with or without --debug', () => {
    const bug = new Error(
      "Failed to execute: Conversion Error: Could not convert string 'P00001' to INT32 when casting from source column person_id\n\nLINE 1: SELECT 'P00001'",
    );
    const kind = "Conversion Error in column person_id (the value is not shown, because it may be a child's)";
    expect(bugInWords(bug, false)).toBe(kind);
    const told = bugInWords(bug, true);
    expect(told.startsWith(`${kind}\n    at `)).toBe(true);
    expect(told).not.toContain('P00001');
  });

  it('when it is the query that the engine cannot read then its first line is told', () => {
    const bug = new Error('Binder Error: Referenced column "tem" not found\nLINE 1: SELECT tem');
    expect(bugInWords(bug, false)).toBe('Binder Error: Referenced column "tem" not found');
  });

  it('when it is no word of the engine then it is told as it is, with the stack where that was asked for', () => {
    const bug = new TypeError("Cannot read properties of undefined (reading 'month')");
    expect(bugInWords(bug, false)).toBe("Cannot read properties of undefined (reading 'month')");
    expect(bugInWords(bug, true)).toBe(bug.stack);
    expect(bugInWords('just words', false)).toBe('just words');
  });
});
