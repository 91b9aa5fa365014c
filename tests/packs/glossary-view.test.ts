import { describe, expect, it } from 'vitest';
import { glossaryOf } from '../../src/packs/glossary-view.js';
import { readerText } from '../../src/packs/reader-text.js';
import { formatProblem } from '../../src/problems.js';

const WORDS = {
  entries: [
    { terms: ['Multi-agency safeguarding hub'], abbreviations: ['MASH'], meaning: 'A team.', source: '' },
    { terms: ['SSDA903'], abbreviations: ['SSDA903'], meaning: 'A return.', source: '' },
    { terms: ['Core group'], abbreviations: [], meaning: 'A group.', source: '' },
  ],
  notAbbreviations: [],
};

describe('the text of a page', () => {
  it('when it is read then styles, scripts, comments and drawings are left out, and words that are heard are in', () => {
    const html =
      '<!DOCTYPE html><head><title>XX1</title><style>.AB { }</style></head><body><!-- CD --><script>EF</script>' +
      '<svg role="img" aria-label="Bars of MASH &amp; more > 5"><path d="M0 0L5 5"/><text>Sep <tspan>20</tspan></text></svg>' +
      '<img alt="Crest" src="data:image/png;base64,QUJD"></body>';
    expect(readerText(html)).toEqual(['Bars of MASH & more > 5', 'Sep 20', 'Crest']);
  });

  it('when a sentence has words in bold and links then it stays one, and cells of a table do not join', () => {
    expect(
      readerText('<p>The <strong>MA</strong>SH\n <a href="#CIN">met</a>.</p><tr><td>A</td><td>B</td></tr>'),
    ).toEqual(['The MASH met.', 'A', 'B']);
  });

  it('when characters are escaped then they are read as what they are', () => {
    expect(readerText('<p>CIN&#x27;s &lt;b&gt; &#39;x&#39;&ensp;&hellip;</p>')).toEqual([
      "CIN's <b> 'x' &hellip;",
    ]);
  });
});

describe('the glossary of a page', () => {
  it('when terms are used then each has a name, its term in full where that differs, and its meaning', () => {
    const { view, problems } = glossaryOf('<p>MASH, SSDA903 and core groups</p>', WORDS);
    expect(view.rows).toEqual([
      { name: 'Core group', inFull: '', meaning: 'A group.' },
      { name: 'MASH', inFull: 'Multi-agency safeguarding hub', meaning: 'A team.' },
      { name: 'SSDA903', inFull: '', meaning: 'A return.' },
    ]);
    expect(problems).toEqual([]);
  });

  it('when an abbreviation is unknown then it is a warning with its sentence', () => {
    const { problems } = glossaryOf('<p>All well. The <b>ZZT</b> met on Monday.</p>', WORDS);
    expect(problems.map(formatProblem)).toEqual([
      'warning: No glossary explains "ZZT", first used in "The ZZT met on Monday.". Add it to glossary.csv, or write it out. [unknown-abbreviation]',
    ]);
  });
});
