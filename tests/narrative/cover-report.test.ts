import { describe, expect, it } from 'vitest';
import { readCoverReport } from '../../src/narrative/cover-report.js';
import { formatProblem } from '../../src/problems.js';
import { REPORT_HEADINGS } from '../../src/workspace/report-headings.js';
import { aFigure, aMeasure, aSource } from '../support/examples.js';

const SOURCE = aSource([aMeasure()], [aFigure({ numerator: 39, denominator: 99 })]);
const FILE = 'cover-report/2020-09.md';

function read(text: string, headings: readonly string[] = ['Title', 'Purpose', 'Background']) {
  const { report, problems } = readCoverReport({ file: FILE, text }, headings, SOURCE);
  return { sections: report.sections, told: problems.map(formatProblem) };
}

describe('a cover report', () => {
  it('when every heading has a text, then they stand in the order of the list, facts left to the settings', () => {
    expect(read('## background\nIt began.\n\n## PURPOSE\nTo **show** it.\n')).toEqual({
      sections: [
        { heading: 'Purpose', html: '<p>To <strong>show</strong> it.</p>' },
        { heading: 'Background', html: '<p>It began.</p>' },
      ],
      told: [],
    });
  });

  it('when there is no file, then there are no sections and a note says where to write one', () => {
    const { report, problems } = readCoverReport(null, REPORT_HEADINGS, SOURCE);
    expect(report.sections).toEqual([]);
    expect(problems.map(formatProblem)).toEqual([
      'note: There is no cover-report/2020-09.md and no cover-report.md, so the cover report has facts only. [no-cover-report]',
    ]);
  });

  it('when headings have no text, then one warning names them all', () => {
    const { sections, told } = read('## Purpose\n', ['Purpose', 'Background', 'Consultees']);
    expect(sections.map(section => section.html)).toEqual(['', '', '']);
    expect(told).toEqual([
      `${FILE}: warning: There is no text for Purpose, Background, Consultees; each is printed as "Not given." Write it, or take the heading out of report.headings in scorecard.yml. [not-given]`,
    ]);
  });

  it('when a heading is not in the list, then it is told with the nearest, and its text is nowhere', () => {
    const { sections, told } = read(
      '## Purposes\nLost.\n## Purpose\nA.\n## Weather\nLost.\n## Background\nB.\n',
    );
    expect(sections.map(section => section.html)).toEqual(['<p>A.</p>', '<p>B.</p>']);
    expect(told).toEqual([
      `${FILE}:1: warning: "Purposes" is not a heading of the cover report, so its text is left out. Did you mean "Purpose"? [unknown-heading]`,
      `${FILE}:5: warning: "Weather" is not a heading of the cover report, so its text is left out. Add it to report.headings in scorecard.yml, or rename it. [unknown-heading]`,
    ]);
  });

  it('when a heading stands twice or is a fact, or text stands under none, then that text is left out and told', () => {
    const { sections, told } = read(
      'Stray.\n\nMore.\n\n## Purpose\nA.\n## purpose\nB.\n## Title\nC.\n## Background\nD.\n',
    );
    expect(sections.map(section => section.html)).toEqual(['<p>A.</p>', '<p>D.</p>']);
    expect(told).toEqual([
      `${FILE}:1: warning: This text stands under no heading, so it is left out. Begin with "## Purpose" or another heading. [stray-text]`,
      `${FILE}:7: warning: "Purpose" stands twice, and this text is left out; the other is on line 5. Make one of the two. [repeated-heading]`,
      `${FILE}:9: warning: "Title" comes from scorecard.yml, so this text is left out. Change the settings, and take it away here. [fact-heading]`,
    ]);
  });

  it('when a council adds a heading of its own, then it is one of the list', () => {
    expect(read('## Views of young people\nThey say.\n', ['Views of young people']).sections).toEqual([
      { heading: 'Views of young people', html: '<p>They say.</p>' },
    ]);
  });
});

describe('the text of a cover report', () => {
  const textOf = (text: string) => read(`## Purpose\n${text}\n`, ['Purpose']);

  it('when it takes a figure, then the number is filled in', () => {
    expect(textOf('It was {{figure "example"}} in the month.')).toEqual({
      sections: [{ heading: 'Purpose', html: '<p>It was 39% in the month.</p>' }],
      told: [],
    });
  });

  it('when a figure is misspelt, then its line is told as an error', () => {
    expect(textOf('One.\n\n- It was {{figure "exmple"}}.').told).toEqual([
      `${FILE}:4: error: There is no measure "exmple". Did you mean "example"? [wrong-reference]`,
    ]);
  });

  it('when a number is typed beside a figure, then it must be one of that measure', () => {
    expect(textOf('It was {{figure "example"}}, 39 of 99.').told).toEqual([]);
    expect(textOf('It was {{figure "example"}}, 41 of 99.').told).toEqual([
      `${FILE}:2: error: "41" is typed by hand and is no figure of example. Use {{figure "example"}}, correct it, or say it in a paragraph of its own. [typed-number]`,
    ]);
  });

  it('when no figure stands in the paragraph, then numbers may be typed and percentages are warned of', () => {
    expect(textOf('It costs 250,000 pounds for 3 teams.').told).toEqual([]);
    expect(textOf('It was 41%.').told).toEqual([
      `${FILE}:2: warning: "41%" is typed by hand, and no figure stands by it. Use {{figure "measure-id"}} if it is one. [typed-number]`,
    ]);
  });

  it.each([
    ['markup', '<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    ['a script', '<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['a link', '[here](javascript:alert(1))', '<p>[here](javascript:alert(1))</p>'],
    ['an address', '<https://example.org>', '<p>&lt;https://example.org&gt;</p>'],
    ['a picture', '![x](https://example.org/x.png)', '<p>![x](https://example.org/x.png)</p>'],
    ['a template', '{{{title}}}', '<p></p>'],
    ['a remark', 'A.<!-- not yet -->', '<p>A.</p>'],
    ['a list', '1. One\n2. Two', '<ol>\n<li>One</li>\n<li>Two</li>\n</ol>'],
    ['a heading below', '### More\nText', '<h4>More</h4>\n<p>Text</p>'],
    ['a heading far below', '###### More', '<h4>More</h4>'],
    ['a heading in a list', '- # More', '<ul>\n<li>\n<h4>More</h4>\n</li>\n</ul>'],
  ])('when it holds %s, then it is safe and in its place', (_, text, html) => {
    expect(textOf(text).sections[0]?.html).toBe(html);
  });

  it('when the file has a byte order mark and Windows line ends, then it reads the same', () => {
    const text = '## Purpose\nOne\ntwo.\n';
    expect(read(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(read(text));
  });

  it('when it takes more than two pages, then a warning says how many and which part is longest', () => {
    // 36 lines of 82 letters to a column and 2 columns to a page: two pages hold 144 lines, 12 of them for the facts.
    // 2 for the heading and 130 for the paragraph: 144. One line more is a third page.
    const long = (lines: number) => textOf('a'.repeat(82 * lines)).told;
    expect(long(130)).toEqual([]);
    expect(long(131)).toEqual([
      `${FILE}: warning: The cover report takes about 3 pages, and should take 2. Shorten it; "Purpose" is its longest part. [long-cover-report]`,
    ]);
  });
});
