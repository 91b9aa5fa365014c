import { describe, expect, it } from 'vitest';
import { splitPattern } from '../../../src/cli/workspaces/find-workspaces.js';

describe('a pattern of workspaces', () => {
  it.each([
    ['regions/*', false, { base: 'regions', rest: '*' }],
    ['*', false, { base: '.', rest: '*' }],
    ['/srv/{north,south}/*-council', false, { base: '/srv', rest: '{north,south}/*-council' }],
    ['/*', false, { base: '/', rest: '*' }],
    ['D:\\Performance\\*', true, { base: 'D:/Performance', rest: '*' }],
    ['\\\\server\\share\\*', true, { base: '//server/share', rest: '*' }],
    ['regions/north', false, { base: 'regions/north', rest: '' }],
  ])(
    'when it is %s (Windows: %s) then the folder that stands before it is told apart',
    (pattern, isWindows, expected) => {
      expect(splitPattern(pattern, isWindows)).toEqual(expected);
    },
  );
});
