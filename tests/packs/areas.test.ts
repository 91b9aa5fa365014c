import { describe, expect, it } from 'vitest';
import { textInStyles } from '../../src/packs/areas.js';

describe('the name of an area inside a style sheet', () => {
  it('when it has letters, digits and spaces alone, then it stays as it is', () => {
    expect(textInStyles('Front door 2')).toBe('Front door 2');
  });

  it('when a sign could end the string or the element, then its number stands for it', () => {
    expect(textInStyles('"; } </style>')).toBe('\\22 \\3b  \\7d  \\3c \\2f style\\3e ');
    expect(textInStyles('Cylch Ä')).toBe('Cylch \\c4 ');
  });
});
