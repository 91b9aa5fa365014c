import { describe, expect, it } from 'vitest';
import { breakdownView } from '../../src/packs/breakdown-view.js';
import { chartsOf } from '../../src/packs/chart-view.js';
import { comparatorsView } from '../../src/packs/comparators-view.js';
import type { MeasureView } from '../../src/packs/measure-view.js';
import { scrutinyView } from '../../src/packs/scrutiny-view.js';
import { aMeasure } from '../support/examples.js';
import { packInput } from './fixture.js';
import { ACTIONS, MEASURES, QUESTIONS } from './fixture-parts.js';

const draw = () => '<svg></svg>';

function measureNamed(id: string, input = packInput()): MeasureView {
  const found = scrutinyView(input, draw)
    .areas.flatMap(area => area.measures)
    .find(measure => measure.anchor === `measure-${id}`);
  if (!found) throw new Error(`no block for ${id}`);
  return found;
}

function withId(id: string) {
  const found = MEASURES.find(measure => measure.id === id);
  if (!found) throw new Error(`no measure ${id}`);
  return found;
}

describe('the scrutiny pack', () => {
  it('when the catalogue gives measures in an order, then areas come as they are met, each once', () => {
    const strange = aMeasure({ id: 're-referrals', area: 'Weather' });
    const { areas } = scrutinyView(packInput({ measures: [strange, ...MEASURES] }), draw);
    expect(areas.map(area => area.name)).toEqual([
      'Weather',
      ...new Set(MEASURES.map(measure => measure.area)),
    ]);
  });

  it('when nobody has approved the commentary, then none of it is shown and the pack is a draft', () => {
    const absence = 'The commentary for September 2020 has not been approved.';
    const { questions, isDraft } = scrutinyView(
      packInput({ questions: { ...QUESTIONS, approved: null, absence } }),
      draw,
    );
    expect(isDraft).toBe(true);
    expect(questions).toMatchObject({ absence, goingWell: [], worriedAbout: [], approval: '' });
    expect(questions.actions).toHaveLength(ACTIONS.length);
  });

  it('when an action was due before the data was extracted, then it is overdue', () => {
    const { questions } = scrutinyView(packInput(), draw);
    expect(questions.actions.map(({ due, status }) => [due, status])).toEqual([
      ['30 September 2020', 'Overdue, not started'],
      ['31 December 2020', 'In progress'],
    ]);
  });

  it('when a count has a rate, then the summary has a line for each with its own target', () => {
    const rows = scrutinyView(packInput(), draw).summary.areas.flatMap(area => area.rows);
    const plans = rows.filter(row => row.anchor === 'measure-cp-plans-open');
    expect(
      plans.map(({ detail, current, target, yearToDate }) => [detail, current, target, yearToDate]),
    ).toEqual([
      ['', '133', 'between 135 and 155', null],
      ['per 10,000 children', '36.8 per 10,000', 'at most 44 per 10,000', null],
    ]);
  });
});

describe('a measure of the pack', () => {
  it('when its definition changes within the chart, then it says what is counted now and what was before', () => {
    const { changes, directions } = measureNamed('contacts-mash-24h');
    expect(changes).toEqual([
      {
        month: 'September 2020',
        now: 'Non-working days are no longer counted in the 24 hours.',
        before: 'Every hour counted, weekends and bank holidays too.',
      },
    ]);
    expect(directions.map(({ since, acrossChange }) => [since, acrossChange])).toEqual([
      ['August 2020', true],
      ['September 2019', true],
    ]);
  });

  it('when it is drawn, then the target steps where it changed and the break is marked', () => {
    const [plans] = chartsOf(withId('cp-plans-open'), packInput());
    if (plans?.kind !== 'series') throw new Error('expected a series');
    expect(plans.marks).toBe('bars');
    expect(plans.points).toHaveLength(13);
    expect(plans.target.map(edges => edges?.low)).toEqual([...Array(7).fill(125), ...Array(6).fill(135)]);
    const [contacts] = chartsOf(withId('contacts-mash-24h'), packInput());
    expect(contacts).toMatchObject({ marks: 'line', breaks: [{ month: '2020-09', changed: true }] });
  });

  it('when a month has no data, then the reason stands beside it', () => {
    const input = packInput({ month: '2020-03' });
    expect(measureNamed('placements-long-term-stable', input).figures.reasons).toEqual([
      'No data for February 2020: records are needed from 1 March 2017, and are complete for placements from 1 September 2017.',
    ]);
  });

  it('when it counts by category, then counts stand with shares of the total and a note on rounding', () => {
    const view = breakdownView(withId('cp-plans-by-category'), packInput());
    expect(view?.columns).toEqual(['Sep 20', 'Aug 20', 'Sep 19']);
    expect(view?.rows.map(({ category, cells: [first] }) => [category, first?.value, first?.beside])).toEqual(
      [
        ['Neglect', '64', '48%'],
        ['Emotional abuse', '44', '33%'],
        ['Physical abuse', '15', '11%'],
        ['Sexual abuse', '3', '2%'],
        ['Multiple or not recommended', '0', '0%'],
        ['Not recorded', '7', '5%'],
        ['Total', '133', '100%'],
      ],
    );
    expect(view?.note).toBe(
      'Percentages are of the total and each is rounded by itself, so they may not add up to 100%.',
    );
  });
});

describe('comparators', () => {
  it('when the definition is the same, then every value has its group and year', () => {
    expect(comparatorsView(withId('placements-long-term-stable'), packInput())).toEqual({
      groups: ['England', 'Statistical neighbours', 'West Midlands'],
      rows: [{ year: '2018/19', values: ['69%', '68%', '67%'] }],
      footnote: '',
    });
  });

  it('when the definition is near, then a footnote says how it differs', () => {
    expect(comparatorsView(withId('cp-plans-open'), packInput())?.footnote).toBe(
      'Near comparison, not the same definition: published at 31 March only.',
    );
  });

  it('when nothing comparable is published, then there is no table, whatever the file holds', () => {
    expect(comparatorsView(withId('posts-agency'), packInput())).toBeNull();
  });

  it('when a group lacks a year, then its place is empty and nobody else moves into it', () => {
    const row = { measure: 're-referrals', of: 'value' as const };
    const comparators = [
      { ...row, group: 'England', year: '2018/19', value: 21 },
      { ...row, group: 'West Midlands', year: '2019/20', value: 22.5 },
    ];
    expect(comparatorsView(withId('re-referrals'), packInput({ comparators }))?.rows).toEqual([
      { year: '2018/19', values: ['21%', ''] },
      { year: '2019/20', values: ['', '22.5%'] },
    ]);
  });
});
