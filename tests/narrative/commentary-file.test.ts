import { describe, expect, it } from 'vitest';
import {
  type CommentaryFile,
  GOING_WELL,
  readCommentary,
  WORRIED_ABOUT,
} from '../../src/narrative/commentary-file.js';
import { formatProblem } from '../../src/problems.js';

const APPROVED = "---\napproved_by: Director of Children's Services\napproved_on: 2020-10-20\n---\n";
const WELL = `## ${GOING_WELL}\n`;
const WORRIED = `## ${WORRIED_ABOUT}\n`;

function read(text: string): CommentaryFile & { told: string[] } {
  const commentary = readCommentary('commentary/2020-09.md', text);
  return { ...commentary, told: commentary.problems.map(formatProblem) };
}

describe('who approved it', () => {
  it('when role and day are given then both are known', () => {
    expect(read(APPROVED)).toMatchObject({
      approved: { by: "Director of Children's Services", on: '2020-10-20' },
      problems: [],
    });
  });

  it.each([
    ['nothing', ''],
    ['an empty head', '---\n---\n'],
    ['the role only', '---\napproved_by: Director\n---\n'],
    ['the day only', '---\napproved_on: 2020-10-20\n---\n'],
  ])('when %s is given then it is not approved, and that is no error', (_, head) => {
    expect(read(`${head}${WELL}- It is. [example]\n`)).toMatchObject({
      approved: null,
      statements: [{ text: 'It is.' }],
      problems: [],
    });
  });

  it('when the head is wrong then its line is named, it is not approved, and statements are still read', () => {
    const { approved, statements, told } = read(
      `---\napproved_by: Director\napproved_on: 31/09/2020\naproved_by: me\n---\n${WELL}- It is. [example]\n`,
    );
    expect(approved).toBeNull();
    expect(statements).toMatchObject([{ line: 7 }]);
    expect(told).toEqual([
      'commentary/2020-09.md:3: approved_on: error: Found "31/09/2020"; expected a date as YYYY-MM-DD. [wrong-value]',
      'commentary/2020-09.md:4: aproved_by: error: "aproved_by" is not a setting here. Did you mean "approved_by"? [unknown-key]',
    ]);
  });

  it('when the day is one that the calendar lacks then it is not approved', () => {
    expect(read('---\napproved_by: Director\napproved_on: 2020-09-31\n---\n').approved).toBeNull();
  });

  it('when the file has a byte order mark and Windows line ends then it reads the same', () => {
    const text = `${APPROVED}\n${WELL}\n- One. [example]\n- Two\n  lines. [example]\n`;
    expect(readCommentary('f', `\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(readCommentary('f', text));
    expect(read(text).statements.map(statement => [statement.line, statement.text])).toEqual([
      [8, 'One.'],
      [9, 'Two lines.'],
    ]);
  });
});

describe('statements', () => {
  it('when items stand under the questions then each has its question, text, measures and line', () => {
    const { statements, told } = read(
      `${APPROVED}${WELL}\n- {{figure "a"}} were in time. [a]\n\n${WORRIED}- Fewer. [b, c-24h]\n- More. [b c-24h]\n`,
    );
    expect(told).toEqual([]);
    expect(statements).toEqual([
      { question: GOING_WELL, text: '{{figure "a"}} were in time.', measures: ['a'], line: 7 },
      { question: WORRIED_ABOUT, text: 'Fewer.', measures: ['b', 'c-24h'], line: 10 },
      { question: WORRIED_ABOUT, text: 'More.', measures: ['b', 'c-24h'], line: 11 },
    ]);
  });

  it('when a list is numbered or starred then its items are statements too', () => {
    expect(read(`${WELL}1. One. [a]\n2. Two. [a]\n\n${WORRIED}* Three. [a]\n`).statements).toHaveLength(3);
  });

  it('when brackets stand inside the sentence then only those at its end name measures', () => {
    expect(read(`${WELL}- It [sic] was. [a]\n`).statements).toMatchObject([
      { text: 'It [sic] was.', measures: ['a'] },
    ]);
  });

  it('when an item names no measure then its line is told', () => {
    expect(read(`${WELL}- It is well.\n`).told).toEqual([
      'commentary/2020-09.md:2: error: The statement names no measure. End it with the ids it is about, such as [re-referrals]. [no-measure]',
    ]);
  });

  it.each([
    ['What is going well', GOING_WELL],
    ['what is going well ?', GOING_WELL],
    ['What  are we **worried** about', WORRIED_ABOUT],
  ])('when a heading is written %s then the question is still known', (heading, question) => {
    expect(read(`## ${heading}\n- It is. [a]\n`)).toMatchObject({ statements: [{ question }], problems: [] });
  });

  it.each(['What is not going well?', "What isn't going well?", 'What are we excited about?'])(
    'when a heading asks "%s" then it is none of the questions, however near its letters are',
    heading => {
      const { statements, told } = read(`## ${heading}\n- It is late. [a]\n`);
      expect(statements).toEqual([]);
      expect(told[0]).toContain(`"${heading}" is not one of the questions`);
    },
  );

  it('when a heading is another then it is told with the three, and its items are not told one by one besides', () => {
    const { statements, told } = read('## Staffing\n- It is late. [a]\n');
    expect(statements).toEqual([]);
    expect(told).toEqual([
      'commentary/2020-09.md:1: error: "Staffing" is not one of the questions: What is going well? What are we worried about? What are our top priority actions? [unknown-question]',
    ]);
  });

  it('when items stand before any heading then they are told', () => {
    expect(read('- It is. [a]\n').told[0]).toContain(
      'commentary/2020-09.md:1: error: This text is not a statement',
    );
  });

  it('when actions are typed then they are sent to actions.csv', () => {
    expect(read('## What are our top priority actions?\n- Hire. [a]\n').told).toEqual([
      'commentary/2020-09.md:2: error: Priority actions come from actions.csv; take this text away. [stray-text]',
    ]);
  });

  it.each([
    ['a paragraph', 'All is well. [a]', 2],
    ['a quotation', '> All is well. [a]', 2],
    ['a table', '| a |\n|---|\n| All is well. |', 2],
    ['indented text', '    - All is well. [a]', 2],
    ['an address to refer to', '[a]: https://example.org', 2],
    ['fenced text', '```\n- All is well. [a]\n```', 2],
  ])(
    'when %s stands where a statement should then it is told, for no pack would show it',
    (_, text, line) => {
      const { statements, told } = read(`${WELL}${text}\n`);
      expect(statements).toEqual([]);
      expect(told[0]).toContain(`commentary/2020-09.md:${line}: error: This text is not a statement`);
    },
  );

  it('when a remark stands between then no pack shows it, and the lines after it keep their numbers', () => {
    const { statements, told } = read(
      `${WELL}<!-- Evidence:\n- not a statement [a]\n-->\n- One. [a] <!-- why -->\n- Two. [a]\n`,
    );
    expect(told).toEqual([]);
    expect(statements).toMatchObject([
      { text: 'One.', measures: ['a'], line: 5 },
      { text: 'Two.', line: 6 },
    ]);
  });

  it('when a remark is never closed then its text is told', () => {
    expect(read(`${WELL}<!-- Evidence\n\n- One. [a]\n`).told[0]).toContain(
      'commentary/2020-09.md:2: error: This text is not a statement',
    );
  });

  it('when a statement has more letters than the page has room for then that is told, its references not counted', () => {
    const long = (letters: number) =>
      `${WELL}- {{figure "a" month="2019-09"}}${'x'.repeat(letters - 3)} [a]\n`;
    expect(read(long(320)).told).toEqual([]);
    expect(read(long(321)).told).toEqual([
      'commentary/2020-09.md:2: warning: The statement has 321 letters and the page has room for 320. Shorten it, or make two of it. [long-statement]',
    ]);
  });

  it('when there are five statements to a question then that is enough; the sixth is told', () => {
    const five = Array.from({ length: 5 }, (_, index) => `- Statement ${index}. [a]\n`).join('');
    expect(read(`${WELL}${five}\n${WORRIED}${five}`).told).toEqual([]);
    expect(read(`${WELL}${five}- One more. [a]\n- And more. [a]\n`).told).toEqual([
      'commentary/2020-09.md:7: error: "What is going well?" has 7 statements; keep the 5 that matter most. [too-many-statements]',
    ]);
  });

  it('when the file is empty then it says nothing', () => {
    expect(read('')).toMatchObject({ approved: null, statements: [], problems: [] });
  });
});
