import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problems.js';
import { REPORT_HEADINGS } from '../../src/workspace/report-headings.js';
import { defaultLayout, type Settings, settingsSchema } from '../../src/workspace/settings.js';
import { checkYaml } from '../../src/workspace/yaml-file.js';

function read(text: string): { settings: Settings | undefined; told: string[] } {
  const { value, problems } = checkYaml('scorecard.yml', text, settingsSchema);
  return { settings: value, told: problems.map(formatProblem) };
}

describe('scorecard.yml', () => {
  it('when only the council is named then everything else has its default', () => {
    const { settings, told } = read('council: { name: Example Council }\n');
    expect(told).toEqual([]);
    expect(settings).toEqual({
      council: { name: 'Example Council', service: "Children's Services" },
      series_months: 25,
      variation: {
        fewest_points: 7,
        fewest_points_for_assurance: 13,
        screen_outliers: true,
        steps: [],
      },
      report: {
        committee: 'Overview and Scrutiny Committee',
        report_by: "Director of Children's Services",
        classification: 'Public',
        internal_classification: 'Official-Sensitive',
        decision_type: 'This is not an executive decision',
        wards_affected: 'All wards',
        headings: REPORT_HEADINGS,
        measures_asked_by: ['scorecard 2020'],
        roles: [],
      },
      history: {
        keep_cases: true,
        past_months: 'as they are now',
        restated_over: { points: 1, percent: 5 },
      },
      small_numbers: { threshold: 5 },
      responsible: {},
      quarterly_returns: [],
      visits: { cin_working_days: 20, cp_working_days: 10, lac_weeks: 6 },
      browser_timeout_seconds: 120,
      extracts: {},
      checks: {},
    });
  });

  it('when one interval of visits is given then the others keep their defaults', () => {
    const { settings } = read('council: { name: X }\nvisits: { cp_working_days: 15 }\n');
    expect(settings?.visits).toEqual({ cin_working_days: 20, cp_working_days: 15, lac_weeks: 6 });
  });

  it('when a layout is given then what it leaves out is our own layout', () => {
    const { settings } = read(
      'council: { name: X }\nextracts:\n  contacts:\n    encoding: windows-1252\n    codes: { route: { Hub: MASH } }\n',
    );
    expect(settings?.extracts.contacts).toEqual({
      ...defaultLayout,
      encoding: 'windows-1252',
      codes: { route: { Hub: 'MASH' } },
    });
    expect(defaultLayout).toEqual({ dates: 'DD/MM/YYYY', encoding: 'utf-8', columns: {}, codes: {} });
  });

  it.each([
    ['extracted_on: 2020-02-29', undefined],
    [
      'extracted_on: 2019-02-29',
      'scorecard.yml:2: extracted_on: error: Found "2019-02-29"; expected a date that the calendar has. [wrong-value]',
    ],
    [
      'extracted_on: 05/10/2020',
      'scorecard.yml:2: extracted_on: error: Found "05/10/2020"; expected a date as YYYY-MM-DD. [wrong-value]',
    ],
    ['series_months: 13', undefined],
    ['series_months: 60', undefined],
    [
      'series_months: 12',
      'scorecard.yml:2: series_months: error: Found "12"; expected 13 or more. [wrong-value]',
    ],
    [
      'series_months: 61',
      'scorecard.yml:2: series_months: error: Found "61"; expected 60 or less. [wrong-value]',
    ],
    [
      'series_months: 24.5',
      'scorecard.yml:2: series_months: error: Found "24.5"; expected a whole number. [wrong-value]',
    ],
    [
      'series_months: two years',
      'scorecard.yml:2: series_months: error: Found "two years"; expected a number. [wrong-value]',
    ],
    [
      'small_numbers: { threshold: 0 }',
      'scorecard.yml:2: small_numbers.threshold: error: Found "0"; expected 1 or more. [wrong-value]',
    ],
    ['report: { headings: [Purpose, Our own, Title] }', undefined],
    [
      'report: { headings: [Purpose, Title, purpose] }',
      'scorecard.yml:2: report.headings: error: Found "["Purpose","Title","purpose"]"; expected each heading once, and "purpose" stands twice. [wrong-value]',
    ],
    ['browser: 5', 'scorecard.yml:2: browser: error: Found "5"; expected text. [wrong-value]'],
    [
      'extracts: { contacts: { dates: MM/DD/YYYY } }',
      'scorecard.yml:2: extracts.contacts.dates: error: Found "MM/DD/YYYY"; expected one of DD/MM/YYYY, YYYY-MM-DD. [wrong-value]',
    ],
    [
      'extracts: { contacts: { encoding: latin1 } }',
      'scorecard.yml:2: extracts.contacts.encoding: error: Found "latin1"; expected one of utf-8, windows-1252. [wrong-value]',
    ],
    [
      'extracts: { contacts: { files: contacts.csv } }',
      'scorecard.yml:2: extracts.contacts.files: error: Found "contacts.csv"; expected a list. [wrong-value]',
    ],
  ])('when it says %s then the answer is %s', (line, problem) => {
    expect(read(`council: { name: X }\n${line}\n`).told).toEqual(problem === undefined ? [] : [problem]);
  });

  it('when a setting is unknown then the nearest is named, at every depth', () => {
    const { told, settings } = read(
      'council:\n  name: X\n  servise: Y\nextract_on: 2020-10-05\nextracts:\n  contacts:\n    delimeter: comma\n',
    );
    expect(settings).toBeUndefined();
    expect(told).toEqual([
      'scorecard.yml:3: council.servise: error: "servise" is not a setting here. Did you mean "service"? [unknown-key]',
      'scorecard.yml:7: extracts.contacts.delimeter: error: "delimeter" is not a setting here. Did you mean "delimiter"? [unknown-key]',
      'scorecard.yml:4: extract_on: error: "extract_on" is not a setting here. Did you mean "extracted_on"? [unknown-key]',
    ]);
  });

  it('when no setting is near then all that would be right are named', () => {
    expect(read('council: { name: X }\nsmall_numbers: { maximum-count: 5 }\n').told).toEqual([
      'scorecard.yml:2: small_numbers.maximum-count: error: "maximum-count" is not a setting here. Known: threshold. [unknown-key]',
    ]);
  });

  it('when the file is empty or holds comments only then it says what must be there', () => {
    for (const text of ['', '# nothing yet\n', '---\n']) {
      expect(read(text).told).toHaveLength(1);
      expect(read(text).told[0]).toContain('council: error: Nothing is given; expected a group of settings.');
    }
  });

  it('when a name is empty then that is no name', () => {
    expect(read("council: { name: '' }\n").told).toEqual([
      'scorecard.yml:1: council.name: error: Found ""; expected text that is not empty. [wrong-value]',
    ]);
  });

  it('when a group is left without settings then it says that nothing is given, not "null"', () => {
    expect(read('council: { name: X }\nextracted_on:\n').told).toEqual([
      'scorecard.yml:2: extracted_on: error: Nothing is given; expected text. [missing-value]',
    ]);
  });

  it('when a list of files is empty then it asks for one, not for a number', () => {
    const [told] = read('council: { name: X }\nextracts: { contacts: { files: [] } }\n').told;
    expect(told).toContain('scorecard.yml:2: extracts.contacts.files: error: ');
    expect(told).toMatch(/expected a list/);
  });
});
