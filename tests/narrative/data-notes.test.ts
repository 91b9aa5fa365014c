import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../src/extracts/coverage.js';
import type { LoadedExtract } from '../../src/extracts/load.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import { type DataNote, dataNotes, type NotesInput } from '../../src/narrative/data-notes.js';
import { aFigure, aMeasure, aSnapshot } from '../support/examples.js';

function loaded(name: string, ...rows: readonly (readonly [number, number])[]): LoadedExtract {
  const files = rows.map(([rowsRead, rowsLeftOut]) => ({
    file: `${name}.csv`,
    sha256: '',
    rowsRead,
    rowsLeftOut,
    text: '',
    headings: [],
  }));
  return { name, columns: [], files, problems: [], recorded: { earliest: '', latest: '' } };
}

function covering(extract: string, parts: Partial<Coverage> = {}): Coverage {
  return { extract, coversFrom: '2016-04-01', extractedOn: '2020-10-05', isAssumed: false, ...parts };
}

function notes(parts: Partial<NotesInput>): DataNote[] {
  const nothing = { month: '2020-09', measures: [], figures: new FigureSet([]), loaded: [], coverage: [] };
  return dataNotes({ ...nothing, ...parts });
}

const needing = (...extracts: string[]) => [
  aMeasure({ needs: Object.fromEntries(extracts.map(name => [name, []])) }),
];

describe('notes on extracts', () => {
  it('when an extract was read from several files then its rows are added up', () => {
    expect(
      notes({
        measures: needing('contacts'),
        loaded: [loaded('contacts', [1200, 0], [3, 0])],
        coverage: [covering('contacts')],
      }),
    ).toEqual([{ subject: 'Contacts', text: '1,203 rows, complete from 1 April 2016.' }]);
  });

  it('when a pack is published then no count of rows is in it, since two packs would give the difference', () => {
    const published = (extract: LoadedExtract, parts: Partial<Coverage> = {}) =>
      notes({
        measures: needing('adoptions'),
        loaded: [extract],
        coverage: [covering('adoptions', parts)],
        hidesRowCounts: true,
      }).map(note => note.text);
    expect(published(loaded('adoptions', [139, 0]))).toEqual(['Complete from 1 April 2016.']);
    expect(published(loaded('adoptions', [139, 2]))).toEqual([
      'Complete from 1 April 2016. Some rows could not be read and are not counted.',
    ]);
    expect(published(loaded('adoptions', [139, 0]), { coversFrom: '' })).toEqual([
      'As it stood on the day it was extracted.',
    ]);
  });

  it.each([
    [1, 0, '1 row, '],
    [0, 0, '0 rows, '],
    [5, 1, ' 1 row could not be read and is not counted.'],
    [5, 1234, ' 1,234 rows could not be read and are not counted.'],
  ])('when %d rows were read and %d left out then the reader is told', (rowsRead, leftOut, words) => {
    const [note] = notes({
      measures: needing('contacts'),
      loaded: [loaded('contacts', [rowsRead, leftOut])],
      coverage: [covering('contacts')],
    });
    expect(note?.text).toContain(words);
    if (leftOut === 0) expect(note?.text).not.toContain('could not be read');
  });

  it('when extracts were made on different days then those before the latest say so', () => {
    const texts = notes({
      measures: needing('contacts', 'visits'),
      loaded: [loaded('contacts', [5, 0]), loaded('visits', [6, 0])],
      coverage: [covering('contacts', { extractedOn: '2020-09-30' }), covering('visits')],
    }).map(note => note.text);
    expect(texts).toEqual([
      '5 rows, complete from 1 April 2016, extracted on 30 September 2020.',
      '6 rows, complete from 1 April 2016.',
    ]);
  });

  it('when an extract records no event then it is not said to be complete from anywhere', () => {
    const [note] = notes({
      measures: needing('people'),
      loaded: [loaded('people', [7, 0])],
      coverage: [covering('people', { coversFrom: '' })],
    });
    expect(note).toEqual({ subject: 'People', text: '7 rows.' });
  });

  it('when no file was given then that is said', () => {
    expect(notes({ measures: needing('contacts'), loaded: [loaded('contacts')] })).toEqual([
      { subject: 'Contacts', text: 'No extract was given this month.' },
    ]);
  });

  it('when no measure needs an extract then it has no note', () => {
    const extracts = { loaded: [loaded('visits', [1, 0])], coverage: [covering('visits')] };
    expect(notes({ measures: needing('contacts'), ...extracts })).toEqual([]);
  });

  it.each([
    ['s47_enquiries', 'Section 47 enquiries'],
    ['cp_plans', 'CP plans'],
    ['cin_reviews', 'CIN reviews'],
    ['care_episodes', 'Care episodes'],
    ['early_help', 'Early help'],
  ])('when the extract is %s then a reader sees %s', (name, subject) => {
    const [note] = notes({ measures: needing(name), loaded: [loaded(name)] });
    expect(note?.subject).toBe(subject);
  });
});

describe('notes on measures', () => {
  const noData = { value: null, status: 'no-data', reason: 'no extract referrals' } as const;

  it('when a measure has no data then its name and the reason are told', () => {
    expect(notes({ measures: [aMeasure()], figures: new FigureSet([aFigure(noData)]) })).toEqual([
      { subject: 'Example measure', text: 'No data for September 2020 (no extract referrals).' },
    ]);
  });

  it('when a snapshot has no data then its own figure is looked at', () => {
    const figures = new FigureSet([aFigure({ ...noData, period: 'snapshot' })]);
    expect(notes({ measures: [aSnapshot()], figures })).toHaveLength(1);
  });

  it('when it has a figure, or no cases, or no data in another period only, then there is no note', () => {
    const measures = [aMeasure()];
    for (const figure of [
      aFigure(),
      aFigure({ value: null, status: 'no-cases' }),
      aFigure({ ...noData, period: 'ytd' }),
      aFigure({ ...noData, month: '2020-08' }),
      aFigure({ ...noData, team: 'North' }),
    ]) {
      expect(notes({ measures, figures: new FigureSet([figure]) })).toEqual([]);
    }
  });
});
