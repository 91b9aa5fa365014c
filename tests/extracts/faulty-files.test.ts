import { afterEach, describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problems.js';
import { type ReadExtracts, readExtracts } from '../support/read-extracts.js';
import { SMALLEST_SETTINGS, WorkspaceFolder } from '../support/workspace-folder.js';

const POSTS = 'post_id,status,fte,team,started_on,ended_on';

describe('a faulty extract', () => {
  let folder: WorkspaceFolder | undefined;

  afterEach(() => folder?.remove());

  async function read(posts: string | Uint8Array, settings = ''): Promise<ReadExtracts & { told: string[] }> {
    folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS + settings,
      'extracts/posts.csv': posts,
    });
    const found = await readExtracts(folder.path, ['posts']);
    return { ...found, told: found.problems.map(formatProblem) };
  }

  it('when it has a heading and no rows then it is a warning', async () => {
    const { told } = await read(`${POSTS}\n`);
    expect(told).toEqual([
      'extracts/posts.csv: warning: The file has a heading and no rows, so its measures count nothing. Check the export. [empty-file]',
    ]);
  });

  it('when none of its rows can be read then it is an error', async () => {
    const { told } = await read(`${POSTS}\nA,Agency,1,T,2020-04-01,\nB,Agency,1,T,2020-04-01,\n`);
    expect(told.at(-1)).toBe(
      'extracts/posts.csv: error: None of its 2 rows could be read: mend what is said of the first, or check dates, delimiter and columns in scorecard.yml. [no-rows]',
    );
  });

  it.each([
    ['plain', ' A ,Agency, 0.5 ,T ,01/04/2020 , '],
    ['quoted', '" A ","Agency"," 0.5 ","T "," 01/04/2020",""'],
    ['tabs', '\tA,Agency\t,0.5,\tT,01/04/2020\t,\t'],
    ['no-break', '\u00a0A,Agency\u00a0,0.5,T\u00a0,01/04/2020,\u00a0'],
  ])(
    'when cells have %s spaces around them then they are read without, and blank ones as nothing',
    async (_, row) => {
      const { told, rows } = await read(`${POSTS}\n${row}\n`);
      expect(told).toEqual([]);
      expect(rows.posts).toEqual([
        {
          post_id: 'A',
          status: 'Agency',
          fte: '0.500000',
          team: 'T',
          started_on: '2020-04-01',
          ended_on: null,
        },
      ]);
    },
  );

  it('when one row of many is faulty then the others are read once, in their order', async () => {
    const sound = ['A', 'B', 'C'].map(post => `${post},Agency,1,T,01/04/2020,`);
    const { told, rows } = await read(
      `${POSTS}\n${sound[0]}\nX,Agency,1,T,soon,\n${sound[1]}\n${sound[2]}\n`,
    );
    expect(told).toHaveLength(1);
    expect(rows.posts?.map(row => row.post_id)).toEqual(['A', 'B', 'C']);
  });

  it('when a day has a month above 12 then it is not read the American way', async () => {
    const { told, rows } = await read(`${POSTS}\nA,Agency,1,T,04/25/2020,\nB,Agency,1,T,05/04/2020,\n`);
    expect(told).toEqual([
      'extracts/posts.csv:2: started_on: warning: Found "04/25/2020"; expected a date as DD/MM/YYYY. The month stands before the day. The row was left out. [us-date]',
    ]);
    expect(rows.posts).toMatchObject([{ post_id: 'B', started_on: '2020-04-05' }]);
  });

  it.each([
    ['a year of two digits', '01/04/20'],
    ['a day that the calendar lacks', '30/02/2020'],
    ['a serial number from a spreadsheet', '43922'],
    ['words', 'next week'],
  ])('when a date is %s then the row is left out', async (_, date) => {
    const { loaded } = await read(`${POSTS}\nA,Agency,1,T,${date},\nB,Agency,1,T,29/02/2020,\n`);
    expect(loaded[0]?.files[0]).toMatchObject({ rowsRead: 1, rowsLeftOut: 1 });
  });

  it.each([
    ['0.5', '0.500000'],
    ['1', '1.000000'],
    ['"1,5"', null],
    ['half', null],
    ['', null],
  ])('when FTE is %s then it is read as %s', async (cell, value) => {
    const { rows } = await read(`${POSTS}\nA,Agency,${cell},T,01/04/2020,\nB,Agency,1,T,01/04/2020,\n`);
    const first = rows.posts?.find(row => row.post_id === 'A');
    expect(first?.fte ?? null).toBe(value);
  });

  it('when a heading is missing then the nearest one is named', async () => {
    const { told } = await read('post_id,stattus,fte,started_on\nA,Agency,1,01/04/2020\n');
    expect(told).toEqual([
      'extracts/posts.csv:1: status: error: There is no heading "status". Did you mean "stattus"? Map it in scorecard.yml under extracts.posts.columns. [missing-column]',
    ]);
  });

  it('when it is not in the encoding that is declared then the line is named', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${POSTS}\nA,Agency,1,Caf`),
      Buffer.from([0xe9]),
      Buffer.from(',01/04/2020,\n'),
    ]);
    const { told } = await read(bytes);
    expect(told[0]).toContain('extracts/posts.csv:2: error: This line is not UTF-8');
  });

  it('when a quote is never closed then the line is named on which it opens', async () => {
    const { told } = await read(
      `${POSTS}\nA,Agency,1,T,01/04/2020,\nB,Agency,1,"T,01/04/2020,\nC,Agency,1,T,01/04/2020,\n`,
    );
    expect(told[0]).toContain('extracts/posts.csv:3: error: A double quote from here on is never closed');
  });

  it('when two equal rows are faulty then each is told on its own line', async () => {
    const { told } = await read(
      `${POSTS}\nA,Agency,x,T,01/04/2020,\nB,Agency,1,T,01/04/2020,\nA,Agency,x,T,01/04/2020,\n`,
    );
    expect(told.map(line => line.slice(0, 22))).toEqual(['extracts/posts.csv:2: ', 'extracts/posts.csv:4: ']);
  });

  it('when a code differs in case then it is the code; when it is another then it stays as recorded', async () => {
    const { rows } = await read(`${POSTS}\nA,AGENCY,1,T,01/04/2020,\nB,Bank staff,1,T,01/04/2020,\n`);
    expect(rows.posts).toMatchObject([{ status: 'Agency' }, { status: 'Bank staff' }]);
  });

  it('when the settings map a column that the extract has not got then the nearest is named', async () => {
    const { told } = await read(
      `${POSTS}\nA,Agency,1,T,01/04/2020,\n`,
      'extracts:\n  posts:\n    columns: { stauts: Status }\n',
    );
    expect(told[0]).toBe(
      'scorecard.yml:6: extracts.posts.columns.stauts: error: posts has no column "stauts". Did you mean "status"? [unknown-column]',
    );
  });

  it('when a file belongs to no extract then it is a warning with the nearest name', async () => {
    folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS,
      'extracts/posts.csv': `${POSTS}\nA,Agency,1,T,01/04/2020,\n`,
      'extracts/contact.csv': 'x\n',
    });
    const { problems } = await readExtracts(folder.path, ['posts']);
    expect(problems.map(formatProblem)).toEqual([
      'extracts/contact.csv: warning: No extract is read from this file. Did you mean "contacts.csv"? [unused-file]',
    ]);
  });

  it('when a workbook lies among the extracts then it is a warning that says how to save it', async () => {
    folder = new WorkspaceFolder({
      'scorecard.yml': SMALLEST_SETTINGS,
      'extracts/posts.csv': `${POSTS}\nA,Agency,1,T,01/04/2020,\n`,
      'extracts/contacts.xlsx': 'PK',
    });
    const { problems } = await readExtracts(folder.path, ['posts']);
    expect(problems.map(formatProblem)).toEqual([
      'extracts/contacts.xlsx: warning: No workbook is read. Have the case system export CSV, or save the sheet as "CSV UTF-8 (Comma delimited)". [unused-file]',
    ]);
  });

  it('when it has no heading row then the first row, which may be about a child, is not repeated', async () => {
    const { told } = await read('A,Agency,1,T,01/04/2020,\n');
    expect(told.length).toBeGreaterThan(0);
    expect(told.join()).toContain('The first line holds none of the headings that are expected');
    expect(told.join()).not.toContain('01/04/2020');
  });

  it('when a code is outside its list then the rows are counted and the nearest code is named', async () => {
    const { told } = await read(
      `${POSTS}\nA,Agencey,1,T,01/04/2020,\nB,Agencey,1,T,01/04/2020,\nC,Agency,1,T,01/04/2020,\n`,
    );
    expect(told).toEqual([
      'extracts: posts: warning: 2 rows have "Agencey", which is not a code of status. Did you mean "Agency"? Map it in scorecard.yml under extracts.posts.codes.status. [unknown-code]',
    ]);
  });

  it('when the settings map a code to one that is none then that is an error', async () => {
    const { told } = await read(
      `${POSTS}\nA,AGY,1,T,01/04/2020,\n`,
      'extracts:\n  posts:\n    codes: { status: { AGY: Agencey } }\n',
    );
    expect(told[0]).toBe(
      'scorecard.yml:6: extracts.posts.codes.status.AGY: error: "Agencey" is not a code of status. Did you mean "Agency"? [unknown-code]',
    );
  });

  it('when rows repeat others to the letter then they are read once, and it is told', async () => {
    const { told, rows } = await read(
      `${POSTS}\nA,Agency,1,T,01/04/2020,\nB,Agency,1,T,01/04/2020,\nA,Agency,1,T,01/04/2020,\n`,
    );
    expect(rows.posts).toHaveLength(2);
    expect(told).toEqual([
      'extracts: posts: warning: 1 row repeats another to the letter and is read once. Check that its files do not overlap. [repeated-row]',
    ]);
  });

  it('when rows of one id differ then both are counted, and it is told without the id', async () => {
    const { told, rows } = await read(`${POSTS}\nA-77,Agency,1,T,01/04/2020,\nA-77,Empty,1,T,01/04/2020,\n`);
    expect(rows.posts).toHaveLength(2);
    expect(told).toEqual([
      'extracts: posts: warning: 1 row has the post_id of another row and differs from it; all are counted. Keep one row a record. [repeated-key]',
    ]);
  });
});
