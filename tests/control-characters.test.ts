import { describe, expect, it } from 'vitest';
import { inOneLine, visibleControls, withoutControls } from '../src/control-characters.js';

const ESCAPES = 'a\u001b[31mb\u009b2Jc\u0007d\u202ee\u2066f\u0000g\rh\u007fi';

describe('control characters', () => {
  it('when a document holds them then they are gone, and tabs and line feeds stay', () => {
    expect(withoutControls(ESCAPES)).toBe('a[31mb2Jcdefghi');
    expect(withoutControls('a\tb\nc')).toBe('a\tb\nc');
  });

  it('when letters of any language stand in it then they stay', () => {
    const words = 'Ünsal Łódź Иван نور שרה 李 👩‍👧 naïve';
    expect(withoutControls(words)).toBe(words);
    expect(visibleControls(words)).toBe(words);
  });

  it('when a terminal would obey them then they are shown', () => {
    expect(visibleControls('\u001b]8;;http://x\u0007y\u009b')).toBe('\\u001b]8;;http://x\\u0007y\\u009b');
    expect(visibleControls('12\u202e34')).toBe('12\\u202e34');
  });

  it('when they stand in JSON then it is JSON still, and says the same', () => {
    const json = JSON.stringify({ team: ESCAPES });
    expect(JSON.parse(visibleControls(json))).toEqual({ team: ESCAPES });
    expect(visibleControls(json)).toMatch(/^[\x20-\x7e]+$/);
  });

  it('when a cell has two lines then a message has one', () => {
    expect(inOneLine('code "x\n[7/7] Output  9 files"')).toBe('code "x\\n[7/7] Output  9 files"');
  });
});
