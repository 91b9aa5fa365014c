import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/extracts/database.js';
import { checkYears, createCalendar, readBankHolidays } from '../../src/measures/calendar.js';
import { toolPath } from '../../src/tool-folder.js';
import { runMeasure } from '../support/run-measure.js';

const holidays = readBankHolidays(toolPath('reference', 'bank-holidays.json'), 'bank-holidays.json');

describe('readBankHolidays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
  const path = join(folder, 'holidays.json');

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function read(text: string): ReturnType<typeof readBankHolidays> {
    writeFileSync(path, text);
    return readBankHolidays(path, 'holidays.json');
  }

  it('when the file that comes with the tool is read then it holds 2012 to 2028', () => {
    expect([holidays.firstYear, holidays.lastYear]).toEqual([2012, 2028]);
    // VE Day: the early May bank holiday of 2020 was moved from Monday 4 to Friday 8 May.
    expect(holidays.dates).toContain('2020-05-08');
    expect(holidays.dates).not.toContain('2020-05-04');
  });

  it('when other divisions stand in it then only England and Wales count, sorted', () => {
    const events = [
      { title: 'Christmas Day', date: '2020-12-25', notes: '', bunting: true },
      { title: 'Good Friday', date: '2019-04-19' },
    ];
    const scotland = { division: 'scotland', events: [{ title: 'St Andrew', date: '2030-11-30' }] };
    expect(read(JSON.stringify({ 'england-and-wales': { division: 'x', events }, scotland }))).toEqual({
      file: 'holidays.json',
      dates: ['2019-04-19', '2020-12-25'],
      firstYear: 2019,
      lastYear: 2020,
    });
  });

  it.each(['', 'title,date\n', '{'])(
    'when it holds %j then it is no JSON, and where to get it is told',
    text => {
      expect(() => read(text)).toThrow(
        'holidays.json: error: This file cannot be read as JSON. Save it again from GOV.UK. [not-bank-holidays]',
      );
    },
  );

  it.each([
    '[]',
    '{}',
    '{"england-and-wales":{"events":[]}}',
    '{"england-and-wales":{"events":[{"title":"x","date":"25/12/2020"}]}}',
  ])('when it holds %s then it has not the shape of GOV.UK', text => {
    expect(() => read(text)).toThrow(
      'holidays.json: error: This file is not in the shape of GOV.UK\'s bank holidays ("england-and-wales", "events", "date"). Save it again from there. [not-bank-holidays]',
    );
  });

  it('when there is no such file then it is an error that a person can mend', () => {
    expect(() => readBankHolidays(join(folder, 'none.json'), 'none.json')).toThrow(
      "none.json: error: There is no such file. Save GOV.UK's bank holidays under this name. [not-bank-holidays]",
    );
  });
});

describe('checkYears', () => {
  it('when a run lies within the file then nothing is said', () => {
    expect(() => checkYears(holidays, '2012-01', '2028-12')).not.toThrow();
  });

  it.each([
    ['2011-12', '2013-01', '2011-12'],
    ['2027-01', '2029-01', '2029-01'],
  ])('when a run from %s to %s leaves it then the file and the month are named', (first, last, outside) => {
    expect(() => checkYears(holidays, first, last)).toThrow(
      `bank-holidays.json: error: The bank holidays run from 2012 to 2028, and this run needs ${outside}. Save GOV.UK's current file in the workspace and name it under bank_holidays: in scorecard.yml, or choose another month or a shorter series_months. [outside-bank-holidays]`,
    );
  });
});

describe('a run', () => {
  it('when the year to date of its first month begins before the file then it is outside it too', async () => {
    const enquiry = 'enquiry_id,person_id,started_on,completed_on\nE1,P1,01/06/2011,02/06/2011';
    const run = runMeasure(
      's47-in-15-days',
      { s47_enquiries: enquiry },
      { month: '2013-01', settings: 'series_months: 13' },
    );
    await expect(run).rejects.toThrow('this run needs 2011-');
  });
});

describe('the tables and functions that measures use', () => {
  let database: Database;

  beforeAll(async () => {
    database = await Database.open();
    await createCalendar(database, holidays, '2019-12', '2020-02');
    await database.run(readFileSync(toolPath('measures', 'shared', '10-days-and-months.sql'), 'utf8'));
  });

  afterAll(() => database.close());

  async function answer(sql: string): Promise<unknown> {
    const [row] = await database.rows<{ answer: string | null }>(`SELECT CAST(${sql} AS VARCHAR) AS answer`);
    return row?.answer;
  }

  it('when months are asked for then each has its first and last day, and the report its own', async () => {
    expect(await database.rows('SELECT * FROM month_ends ORDER BY month')).toEqual([
      { month: '2019-12', month_start: '2019-12-01', month_end: '2019-12-31' },
      { month: '2020-01', month_start: '2020-01-01', month_end: '2020-01-31' },
      { month: '2020-02', month_start: '2020-02-01', month_end: '2020-02-29' },
    ]);
    expect(await database.rows('SELECT * FROM report')).toEqual([
      { report_month: '2020-02', report_month_end: '2020-02-29' },
    ]);
  });

  it('when working days are numbered then none is left out and none is given twice', async () => {
    expect(
      await database.rows(
        'SELECT CAST(max(number) - count(DISTINCT number) AS INTEGER) AS gaps, CAST(count(*) - count(DISTINCT day) AS INTEGER) AS twice FROM working_days',
      ),
    ).toEqual([{ gaps: 0, twice: 0 }]);
  });

  // The day after the start is day 1.
  it.each([
    ['an ordinary Tuesday', '2020-09-01', 1, '2020-09-02'],
    ['a Friday', '2020-09-04', 1, '2020-09-07'],
    ['a Saturday', '2020-09-05', 1, '2020-09-07'],
    ['a Friday, over two weekends', '2020-09-04', 6, '2020-09-14'],
    ['Christmas Eve 2019, before two bank holidays', '2019-12-24', 1, '2019-12-27'],
    ['Christmas Day 2019', '2019-12-25', 1, '2019-12-27'],
    ['Christmas Eve 2019, over New Year', '2019-12-24', 4, '2020-01-02'],
    ['the day before Good Friday 2020', '2020-04-09', 1, '2020-04-14'],
    ['Easter Sunday 2020', '2020-04-12', 1, '2020-04-14'],
    ['the Friday before Monday 4 May 2020, which was worked', '2020-05-01', 1, '2020-05-04'],
    ['the day before VE Day on Friday 8 May 2020', '2020-05-07', 1, '2020-05-11'],
    ['VE Day itself', '2020-05-08', 2, '2020-05-12'],
    ['the Friday before 31 August 2020', '2020-08-28', 1, '2020-09-01'],
    ['the day before a leap day on a Saturday', '2020-02-28', 1, '2020-03-02'],
    ['a leap day on a Saturday', '2020-02-29', 1, '2020-03-02'],
    ['the Friday before a leap day on a Monday', '2016-02-26', 1, '2016-02-29'],
    ['the first of September 2020, for 15 days', '2020-09-01', 15, '2020-09-22'],
    [
      'a Friday in March 2020, for 45 days over Easter and both bank holidays of May',
      '2020-03-20',
      45,
      '2020-05-28',
    ],
    ['the last days of the file', '2028-12-22', 1, '2028-12-27'],
  ])('when the start is %s then working days are counted on', async (_, start, days, day) => {
    expect(await answer(`working_days_after(DATE '${start}', ${days})`)).toBe(day);
  });

  it('when the start is a moment then its day counts; when it is before the file then there is no answer', async () => {
    expect(await answer(`working_days_after(TIMESTAMP '2020-09-04 23:59:59', 1)`)).toBe('2020-09-07');
    expect(await answer(`working_days_after(DATE '2011-12-30', 1)`)).toBeNull();
    expect(await answer('working_days_after(CAST(NULL AS DATE), 1)')).toBeNull();
  });

  it.each([
    ['a Tuesday', '2020-09-01 10:30:00', 24, '2020-09-02 10:30:00'],
    ['a Friday', '2020-09-04 15:00:00', 24, '2020-09-07 15:00:00'],
    ['a Saturday: from Monday 00:00', '2020-09-05 11:00:00', 24, '2020-09-08 00:00:00'],
    ['Christmas Eve 2019', '2019-12-24 09:00:00', 24, '2019-12-27 09:00:00'],
    ['Boxing Day 2019: from Friday 00:00', '2019-12-26 09:00:00', 24, '2019-12-28 00:00:00'],
    ['the Thursday before Easter 2020', '2020-04-09 16:00:00', 48, '2020-04-15 16:00:00'],
    ['VE Day 2020, for 72 hours', '2020-05-08 12:00:00', 72, '2020-05-14 00:00:00'],
    ['a Friday at 00:00', '2020-09-04 00:00:00', 24, '2020-09-05 00:00:00'],
    ['a Tuesday, for 6 hours', '2020-09-01 10:30:00', 6, '2020-09-01 16:30:00'],
    ['a Tuesday evening, for 6 hours', '2020-09-01 20:00:00', 6, '2020-09-02 02:00:00'],
    ['a Friday evening, for 6 hours', '2020-09-04 20:00:00', 6, '2020-09-07 02:00:00'],
    ['a Friday evening, for 30 hours', '2020-09-04 20:00:00', 30, '2020-09-08 02:00:00'],
  ])('when something comes on %s then whole non-working days are skipped', async (_, start, hours, end) => {
    expect(await answer(`working_hours_after(TIMESTAMP '${start}', ${hours})`)).toBe(end);
  });

  it.each([
    ["day_of_limit(TIMESTAMP '2020-10-01 00:00:00')", '2020-09-30'],
    ["day_of_limit(TIMESTAMP '2020-10-01 00:00:01')", '2020-10-01'],
    ["months_before(DATE '2020-03-31', 1)", '2020-02-29'],
    ["months_before(DATE '2019-03-31', 1)", '2019-02-28'],
    ["months_before(DATE '2020-02-29', 12)", '2019-02-28'],
    ["months_before(TIMESTAMP '2020-09-01 13:00:00', 12)", '2019-09-01'],
    ["month_of(DATE '2020-09-30')", '2020-09'],
    ["age_at(DATE '2012-02-29', DATE '2019-02-28')", '6'],
    ["age_at(DATE '2012-02-29', DATE '2019-03-01')", '7'],
    ["age_at(DATE '2012-02-29', DATE '2020-02-29')", '8'],
    ["age_at(DATE '2002-10-01', DATE '2020-09-30')", '17'],
    ["age_at(DATE '2002-10-01', DATE '2020-10-01')", '18'],
    ["open_at(DATE '2020-09-30', NULL, DATE '2020-09-30')", 'true'],
    ["open_at(DATE '2020-10-01', NULL, DATE '2020-09-30')", 'false'],
    ["open_at(DATE '2020-09-01', DATE '2020-09-30', DATE '2020-09-30')", 'false'],
    ["open_at(DATE '2020-09-01', DATE '2020-10-01', DATE '2020-09-30')", 'true'],
  ])('when %s is asked then the answer is %s', async (question, result) => {
    expect(await answer(question)).toBe(result);
  });
});
