import { describe, expect, it } from 'vitest';
import { markContent } from '../../src/packs/pdf-content.js';

const NONE = { figures: new Set<number>(), repeated: new Set<number>() };
const marked = (content: string, marks = NONE) => markContent(content, marks).content;

describe('the marks of a page', () => {
  it('when a background is painted outside every tag, then it is layout', () => {
    expect(marked('q\n1 1 1 rg\n0 0 9 9 re\nf\nQ\n')).toBe(
      'q\n1 1 1 rg\n/Artifact <</Type /Layout>> BDC\n0 0 9 9 re\nf\nEMC\nQ\n',
    );
  });

  it('when a path only clips, then nothing is marked', () => {
    const content = 'q\n0 0 9 9 re\nW* n\nQ\n';
    expect(marked(content)).toBe(content);
  });

  it('when words stand outside every tag, then they are the foot of a page', () => {
    expect(marked('BT\n/F1 8 Tf\n<0001> Tj\nET\n')).toBe(
      '/Artifact <</Type /Pagination>> BDC\nBT\n/F1 8 Tf\n<0001> Tj\nET\nEMC\n',
    );
  });

  it('when a tag of a table paints only rules, then they are layout and the mark is gone from it', () => {
    const { content, dropped } = markContent(
      '/Table <</MCID 3 >>BDC\n0 0 9 1 re\nf\nEMC\n/P <</MCID 4 >>BDC\nBT\n<0001> Tj\nET\nEMC\n',
      NONE,
    );
    expect(content).toBe(
      '/Artifact <</Type /Layout>> BDC\n0 0 9 1 re\nf\nEMC\n/P <</MCID 4 >>BDC\nBT\n<0001> Tj\nET\nEMC\n',
    );
    expect([...dropped]).toEqual([3]);
  });

  it('when a tag has a text without letters, then it says nothing', () => {
    const content = '/P <</MCID 1 >>BDC\nBT\nET\n1 0 0 rg\nEMC\nBT\n<0001> Tj\nET\n';
    expect([...markContent(content, NONE).dropped]).toEqual([1]);
    expect(marked(content)).toContain('/Artifact <</Type /Pagination>> BDC\nBT\n<0001> Tj\nET\nEMC');
  });

  it('when a head is printed again, then its words are for the eye only', () => {
    const content = '/TH <</MCID 0 >>BDC\nBT\n<0001> Tj\nET\nEMC\n';
    const { dropped } = markContent(content, { figures: new Set(), repeated: new Set([0]) });
    expect([...dropped]).toEqual([0]);
  });

  it('when a figure is drawn scaled and moved, then its place is in points of the page', () => {
    const content = [
      'q',
      '2 0 0 -2 10 100 cm',
      '/Figure <</MCID 7 >>BDC',
      // Clips only, and so counts for nothing.
      '0 0 500 500 re',
      'W* n',
      '1 2 m',
      '5 2 l',
      'S',
      'BT',
      '1 0 0 -1 3 20 Tm',
      '<0001> Tj',
      'ET',
      'EMC',
      'Q',
    ].join('\n');
    const { boxes, dropped, content: after } = markContent(content, { ...NONE, figures: new Set([7]) });
    // x: 10 + 2 × 1 to 10 + 2 × 5; y: 100 - 2 × 20 for the text to 100 - 2 × 2 for the line
    expect(boxes.get(7)).toEqual([12, 60, 20, 96]);
    expect(dropped.size).toBe(0);
    expect(after).toBe(content);
  });
});
