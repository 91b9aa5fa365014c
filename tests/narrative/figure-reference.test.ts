import { afterEach, describe, expect, it, vi } from 'vitest';
import { fillFigures } from '../../src/narrative/figure-reference.js';
import { aFigure, aMeasure, aSnapshot, aSource, aTarget } from '../support/examples.js';

const source = aSource(
  [
    aMeasure({ id: 're-referrals' }),
    aSnapshot({ id: 'cp-plans-open', rate: true }),
    aMeasure({ id: 'adoption', kind: 'average', unit: 'days', window: 36 }),
  ],
  [
    aFigure({ measure: 're-referrals', value: 39.4 }),
    aFigure({ measure: 're-referrals', value: 94.6, period: 'ytd' }),
    aFigure({ measure: 're-referrals', value: 12.5, month: '2020-08' }),
    aFigure({ measure: 're-referrals', value: 20, team: 'Team "A"' }),
    aFigure({ measure: 're-referrals', value: 21, team: 'North' }),
    aFigure({ measure: 're-referrals', value: 22, category: 'Neglect' }),
    aFigure({
      measure: 're-referrals',
      value: null,
      status: 'no-cases',
      reason: 'no case was judged',
      month: '2020-07',
    }),
    aFigure({ measure: 'cp-plans-open', value: 1203, period: 'snapshot', unit: 'count' }),
    aFigure({ measure: 'cp-plans-open', value: 34.55, period: 'snapshot', unit: 'per 10000', of: 'rate' }),
    aFigure({ measure: 'adoption', value: 511.5, period: 'snapshot', unit: 'days' }),
  ],
  [aTarget({ measure: 're-referrals', atLeast: 95 })],
);

describe('fillFigures', () => {
  it.each([
    ['{{figure "re-referrals"}}', '39%'],
    ['{{figure "re-referrals" month="2020-08"}}', '13%'],
    ['{{figure "re-referrals" team="North"}}', '21%'],
    ['{{figure "re-referrals" category="Neglect"}}', '22%'],
    ["{{figure 're-referrals' team='Team \"A\"'}}", '20%'],
    ['{{figure "cp-plans-open"}}', '1,203'],
    ['{{figure "cp-plans-open" of="value"}}', '1,203'],
    ['{{figure "cp-plans-open" of="rate"}}', '34.6 per 10,000'],
    ['{{figure "adoption"}}', '512 days'],
  ])('when a sentence says %s then it reads %s, as a table would print it', (reference, text) => {
    expect(fillFigures(`It was ${reference} & "more".`, source)).toMatchObject({
      text: `It was ${text} & "more".`,
      faults: [],
    });
  });

  it('when the rating needs a decimal to be believed then the sentence has it too', () => {
    expect(fillFigures('{{figure "re-referrals" period="ytd"}}', source).text).toBe('94.6%');
  });

  it('when a sentence takes several numbers then all measures are named in order', () => {
    const sentence = '{{figure "adoption"}} and {{figure "re-referrals"}} of {{figure "adoption"}}';
    expect(fillFigures(sentence, source)).toEqual({
      text: '512 days and 39% of 512 days',
      trusted: [
        [0, 8],
        [13, 16],
        [20, 28],
      ],
      measures: ['adoption', 're-referrals', 'adoption'],
      faults: [],
    });
  });

  it('when a sentence takes none then it stays as it is', () => {
    expect(fillFigures('Nothing <b>here</b>.', source)).toEqual({
      text: 'Nothing <b>here</b>.',
      trusted: [],
      measures: [],
      faults: [],
    });
  });

  it.each([
    ['{{figure "re-referals"}}', 'There is no measure "re-referals". Did you mean "re-referrals"?'],
    ['{{figure "birthday-cards-sent"}}', 'There is no measure "birthday-cards-sent".'],
    ['{{figure "re-referrals" perod="ytd"}}', '{{figure}} has no "perod". Did you mean "period"?'],
    [
      '{{figure "re-referrals" committee="x"}}',
      '{{figure}} has no "committee". It has period, of, month, team, category.',
    ],
    [
      '{{figure "re-referrals" period="year"}}',
      're-referrals has no period "year"; it has month, ytd, rolling-12.',
    ],
    ['{{figure "cp-plans-open" period="ytd"}}', 'cp-plans-open has no period "ytd"; it has snapshot.'],
    [
      '{{figure "re-referrals" month="2019-01" team="North"}}',
      'There is no figure of re-referrals for 2019-01, North. Check month, team and category.',
    ],
    [
      '{{figure "re-referrals" month="2020-07"}}',
      're-referrals has no value for 2020-07: no case was judged.',
    ],
  ])('when a sentence says %s then the fault is told: %s', (reference, fault) => {
    expect(fillFigures(reference, source).faults).toEqual([fault]);
  });

  it('when `of` is neither value nor rate then it is told, and not read as value', () => {
    const { faults } = fillFigures('{{figure "cp-plans-open" of="rates"}}', source);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('"rates"');
  });

  it.each(['{{figure}}', '{{figure re-referrals}}', '{{figure undefined}}'])(
    'when %s leaves out the id or its quotes then how to write it is told, without our own innards',
    reference => {
      const { faults } = fillFigures(reference, source);
      expect(faults).toHaveLength(1);
      expect(faults[0]).toContain('{{figure "measure-id"}}');
      expect(faults[0]).not.toMatch(/\[object|"undefined"/);
    },
  );

  it.each([
    ['{{figure "re-referrals" "ytd"}}', 'figure takes one measure'],
    ['{{figure "re-referrals" team=North}}', 'team must stand in quotes'],
    ['{{figure "re-referrals" month=2020}}', 'month must stand in quotes'],
    ['{{figure (lookup "a" "b")}}', 'the measure must stand in quotes'],
    ['{{#figure "re-referrals"}}x{{/figure}}', 'only figure may stand in them'],
    ['{{! a remark }}', 'only figure may stand in them'],
  ])('when %s would have given another number than was meant then it is told: %s', (reference, words) => {
    expect(fillFigures(reference, source)).toMatchObject({
      text: '',
      faults: [`The braces cannot be read (${words}). Write {{figure "measure-id"}}.`],
    });
  });

  it('when two references are wrong then both are told', () => {
    expect(fillFigures('{{figure "a"}} {{figure "b"}}', source).faults).toHaveLength(2);
  });

  it.each(['{{figure "re-referrals"', '{{figures "re-referrals"}}', '{{> page}}', '{{#each x}}', '{{{{'])(
    'when the braces hold %s then they cannot be read, and how to write them is told',
    braces => {
      const { text, faults } = fillFigures(`It was ${braces}.`, source);
      expect(text).toBe('');
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(/^The braces cannot be read \(.*\)\. Write \{\{figure "measure-id"\}\}\.$/);
    },
  );

  describe('whatever else a template can do', () => {
    afterEach(() => vi.restoreAllMocks());

    it.each(['{{log "x"}}', '{{#if 1}}x{{/if}}', '{{lookup "x" "length"}}'])(
      'when the braces hold %s then nothing is done but to say that they cannot be read',
      braces => {
        const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
        const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
        expect(fillFigures(braces, source).faults).toHaveLength(1);
        expect(log).not.toHaveBeenCalled();
        expect(info).not.toHaveBeenCalled();
      },
    );
  });
});
