import { describe, expect, it } from 'vitest';
import { sayProblems } from '../../src/cli/console.js';
import type { Problem } from '../../src/problems.js';
import { CapturedConsole } from '../support/captured-console.js';

function problems(count: number, rule: string): Problem[] {
  return Array.from({ length: count }, (_, index) => ({
    severity: 'warning',
    rule,
    message: `Number ${index + 1}.`,
  }));
}

function said(...found: Problem[]): string[] {
  const console = new CapturedConsole();
  sayProblems(console, found);
  expect(console.results).toEqual([]);
  return console.said;
}

describe('sayProblems', () => {
  it('when there are none then nothing is said', () => {
    expect(said()).toEqual([]);
  });

  it('when a rule is broken ten times then each is said', () => {
    expect(said(...problems(10, 'odd'))).toHaveLength(10);
  });

  it('when a rule is broken more often then the rest are counted, and other rules are still said', () => {
    const lines = said(...problems(13, 'odd'), ...problems(1, 'rare'));
    expect(lines.slice(9)).toEqual([
      'warning: Number 10. [odd]',
      'warning: Number 1. [rare]',
      '… and 3 more [odd]',
    ]);
  });
});
