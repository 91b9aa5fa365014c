import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../src/extracts/coverage.js';
import type { LoadedExtract } from '../../src/extracts/load.js';
import { missingInput, missingPeriod } from '../../src/figures/availability.js';
import type { Span } from '../../src/figures/spans.js';
import { aMeasure, aVersion } from '../support/examples.js';

function loaded(name: string, columns: readonly string[], fileCount = 1): LoadedExtract {
  const file = {
    file: `extracts/${name}.csv`,
    sha256: '',
    rowsRead: 1,
    rowsLeftOut: 0,
    text: '',
    headings: [],
  };
  return {
    name,
    columns,
    files: Array.from({ length: fileCount }, () => file),
    problems: [],
    recorded: { earliest: '', latest: '' },
  };
}

function covering(extract: string, coversFrom: string): Coverage {
  return { extract, coversFrom, extractedOn: '2020-10-05', isAssumed: false };
}

describe('missingInput', () => {
  const measure = aMeasure({ needs: { referrals: ['received_at', 'outcome'], people: ['date_of_birth'] } });
  const people = loaded('people', ['person_id', 'date_of_birth']);

  it('when every extract and column is there then nothing is missing', () => {
    const referrals = loaded('referrals', ['received_at', 'outcome', 'team']);
    expect(missingInput(measure, [referrals, people])).toBe('');
  });

  it('when a column is not there then it is named with its extract', () => {
    expect(missingInput(measure, [loaded('referrals', ['received_at']), people])).toBe(
      'no column referrals.outcome',
    );
  });

  it('when several things are missing then all are named', () => {
    expect(missingInput(measure, [loaded('referrals', [])])).toBe(
      'no column referrals.received_at; no column referrals.outcome; no extract people',
    );
  });

  it('when an extract has no file then it is missing, though it has a table', () => {
    const none = loaded('referrals', ['received_at', 'outcome'], 0);
    expect(missingInput(measure, [none, people])).toBe('no extract referrals');
  });

  it('when no row of an extract could be read then there is no number, and none of 0', () => {
    const referrals = loaded('referrals', ['received_at', 'outcome']);
    const files = referrals.files.map(file => ({ ...file, rowsRead: 0, rowsLeftOut: 139 }));
    expect(missingInput(measure, [{ ...referrals, files }, people])).toBe(
      'no row of referrals could be read',
    );
  });

  it('when an extract has a heading and no rows then its number is 0', () => {
    const referrals = loaded('referrals', ['received_at', 'outcome']);
    const files = referrals.files.map(file => ({ ...file, rowsRead: 0 }));
    expect(missingInput(measure, [{ ...referrals, files }, people])).toBe('');
  });

  it('when a measure needs no column of an extract then the extract is needed all the same', () => {
    expect(missingInput(aMeasure({ needs: { visits: [] } }), [])).toBe('no extract visits');
  });
});

describe('missingPeriod', () => {
  const month: Span = { period: 'month', month: '2020-09', from: '2020-09', to: '2020-09' };
  const measure = aMeasure({ history: 12, needs: { referrals: ['received_at'] } });

  it('when the extract covers exactly what is needed then the figure stands', () => {
    expect(missingPeriod(measure, month, [covering('referrals', '2019-09-01')])).toBe('');
  });

  it('when it begins one day later then there is no figure, and both days are told', () => {
    expect(missingPeriod(measure, month, [covering('referrals', '2019-09-02')])).toBe(
      'history: records are needed from 1 September 2019, and are complete for referrals from 2 September 2019',
    );
  });

  it('when another extract begins too late then it does not matter', () => {
    const coverage = [covering('referrals', '2016-04-01'), covering('visits', '2020-09-15')];
    expect(missingPeriod(measure, month, coverage)).toBe('');
  });

  it('when two extracts begin too late then both are told', () => {
    const both = aMeasure({ needs: { referrals: [], visits: [] } });
    const coverage = [covering('referrals', '2020-09-02'), covering('visits', '2020-10-01')];
    expect(missingPeriod(both, month, coverage)).toBe(
      'history: records are needed from 1 September 2020, and are complete for referrals from 2 September 2020; visits from 1 October 2020',
    );
  });

  it('when an extract records no event then it cannot begin too late', () => {
    expect(missingPeriod(measure, month, [covering('referrals', '')])).toBe('');
  });

  it('when history goes as far as the record does then any start before the period will do', () => {
    const all = aMeasure({ history: 'all', needs: { referrals: [] } });
    expect(missingPeriod(all, month, [covering('referrals', '2020-09-01')])).toBe('');
    expect(missingPeriod(all, month, [covering('referrals', '2020-09-02')])).not.toBe('');
  });

  it('when the definition starts later than the period ends then there is no figure', () => {
    const later = aMeasure({ versions: [aVersion({ from: '2020-10' })] });
    expect(missingPeriod(later, month, [])).toBe('definition: starts 2020-10');
  });

  it('when the definition starts within the period then the cases since make the figure', () => {
    const within = aMeasure({ versions: [aVersion({ from: '2020-09' })] });
    const ytd: Span = { period: 'ytd', month: '2020-09', from: '2020-04', to: '2020-09' };
    expect(missingPeriod(within, month, [])).toBe('');
    expect(missingPeriod(within, ytd, [])).toBe('');
  });

  it('when the last definition ended before the period then there is no figure', () => {
    const retired = aMeasure({ versions: [aVersion({ to: '2020-08' })] });
    expect(missingPeriod(retired, month, [])).not.toBe('');
  });
});
