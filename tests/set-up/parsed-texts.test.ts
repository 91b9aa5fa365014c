import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { parsedTexts } from '../../scripts/set-up/parsed-texts.mjs';
import { filesBelow } from '../../src/files.js';
import { sha256 } from '../../src/sha256.js';
import { toolPath } from '../../src/tool-folder.js';

const heldIn = (text: string) => {
  const json = parsedTexts([text])[sha256(Buffer.from(text))];
  return json === undefined ? undefined : JSON.parse(json);
};

describe('what the YAML of the tool holds, kept when it is built', () => {
  it.each([
    ['a: 1\nb: [x, 2.50, yes]\n', { a: 1, b: ['x', 2.5, 'yes'] }],
    ['# a remark alone\n', {}],
    ['text: >-\n  one\n  two\n', { text: 'one two' }],
  ])('when a text is %j then it is kept as %j', (text, value) => {
    expect(heldIn(text)).toEqual(value);
  });

  it.each([['a: [1\n'], ['a: .nan\n'], ['a: .inf\n'], ['a: -0.0\n']])(
    'when a text is %j, which JSON cannot hold or nobody can read, then it is left to be parsed',
    text => {
      expect(heldIn(text)).toBeUndefined();
    },
  );

  it('when the measures are kept then each is what parsing its text gives', () => {
    const texts = filesBelow(toolPath('measures'))
      .filter(file => file.endsWith('.yml'))
      .map(file => readFileSync(join(toolPath('measures'), file), 'utf8'));
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) expect(heldIn(text)).toEqual(parseDocument(text).toJS());
  });
});
