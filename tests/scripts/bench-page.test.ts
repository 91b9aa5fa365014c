import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageWith } from '../../scripts/bench/page.js';
import { readResults } from '../../scripts/bench/results.js';
import { toolPath } from '../../src/tool-folder.js';

describe('the page of what was measured', () => {
  it('holds what was measured last, and nothing typed', () => {
    const page = readFileSync(toolPath('docs', 'scale.md'), 'utf8');
    const results = readResults();
    if (!results) throw new Error('nothing was measured');
    expect(pageWith(page, results)).toBe(page);
  });
});
