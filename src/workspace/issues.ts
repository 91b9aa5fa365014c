import type { z } from 'zod';
import { didYouMean } from '../nearest.js';

/** A zod issue in the words of somebody who keeps a settings file or a table, not of a programmer. */

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a group of settings',
  record: 'a group of settings',
  array: 'a list',
};

export interface IssueInWords {
  readonly rule: string;
  readonly message: string;
}

/**
 * @param found the value at the issue's path, as it stands in the file
 * @param knownKeys the keys that would have been right there, for a suggestion
 */
export function describeIssue(
  issue: z.core.$ZodIssue,
  found: unknown,
  knownKeys: readonly string[],
): IssueInWords[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      rule: 'unknown-key',
      message: `"${key}" is not a setting here.${didYouMean(key, knownKeys) || ` Known: ${knownKeys.join(', ')}.`}`,
    }));
  }
  if (issue.code === 'invalid_key') {
    const message = `Found ${quote(issue.path.at(-1))}; expected ${issue.issues.map(expected).join(' or ')}.`;
    return [{ rule: 'wrong-key', message }];
  }
  // A key of YAML without a value is null.
  if (found === undefined || found === null)
    return [{ rule: 'missing-value', message: `Nothing is given; expected ${expected(issue)}.` }];
  return [{ rule: 'wrong-value', message: `Found ${quote(found)}; expected ${expected(issue)}.` }];
}

function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return issue.errors.flatMap(kind => kind.slice(0, 1).map(expected)).join(' or ');
    case 'too_small':
      if (issue.origin === 'string') return 'text that is not empty';
      return issue.origin === 'array' ? `a list of ${issue.minimum} or more` : `${issue.minimum} or more`;
    case 'too_big':
      if (issue.origin === 'array') return `a list of at most ${issue.maximum}`;
      return `${issue.maximum} or less`;
    default:
      return issue.message;
  }
}

/** With the full stop that messages of other packages lack. */
export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Quoted and cut, so that a pasted page does not fill the screen. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
