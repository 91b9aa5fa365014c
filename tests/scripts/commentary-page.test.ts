import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pageFile, pageNow } from '../../scripts/commentary-page/made.js';
import { FORMS } from '../../src/narrative/claims/forms.js';

it('when forms or scores change then docs/commentary.md has to be written again: npm run docs', () => {
  expect(readFileSync(pageFile, 'utf8').replaceAll('\r\n', '\n')).toBe(pageNow());
});

it('when a form is in the table then it has examples and says how it is read', () => {
  for (const { name, examples, reading } of FORMS) {
    expect(examples.length, name).toBeGreaterThan(0);
    expect(reading, name).not.toBe('');
  }
});
