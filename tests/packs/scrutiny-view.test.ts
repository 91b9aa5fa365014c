import { describe, expect, it } from 'vitest';
import { FigureSet } from '../../src/figures/figure-set.js';
import { areaTable } from '../../src/packs/area-table.js';
import { breakdownView } from '../../src/packs/breakdown-view.js';
import { type CardView, cardView } from '../../src/packs/card-view.js';
import { chartsOf, dotsOf } from '../../src/packs/chart-view.js';
import { comparatorsView } from '../../src/packs/comparators-view.js';
import { aMeasure } from '../support/examples.js';
import { scrutinyView } from '../support/packs.js';
import { packInput } from './fixture.js';
import { ACTIONS, MEASURES, QUESTIONS } from './fixture-parts.js';

const draw = () => '<svg></svg>';

function cardOf(id: string, input = packInput()): CardView {
  return cardView(withId(id), input, draw);
}

function withId(id: string) {
  const found = MEASURES.find(measure => measure.id === id);
  if (!found) throw new Error(`no measure ${id}`);
  return found;
}

describe('the scrutiny pack', () => {
  it('when the catalogue gives measures in an order, then areas come as they are met, each once', () => {
    const strange = aMeasure({ id: 're-referrals', area: 'Weather' });
    const { sections } = scrutinyView(packInput({ measures: [strange, ...MEASURES] }), draw);
    expect(sections.map(section => section.title)).toEqual([
      'Cover report',
      'The three questions',
      'The service at a glance',
      'Weather',
      ...new Set(MEASURES.map(measure => measure.area)),
      'About the data',
      'Glossary',
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

  it('when a statement names a measure, then its figure, rating and months stand beside it', () => {
    const { questions } = scrutinyView(packInput(), draw);
    expect(questions.goingWell[0]?.figure).toMatchObject({
      name: withId('contacts-mash-24h').name,
      shown: '94.6%',
      rating: { word: 'Amber' },
    });
    expect(questions.goingWell[0]?.figure?.line).not.toBe('');
    expect(questions.goingWell[0]?.measures).toEqual([]);
  });

  it('when a statement is about a measure that the pack does not show, then a board reads its figure without a link', () => {
    const measures = MEASURES.filter(({ id }) => id !== 'contacts-mash-24h');
    const figureIn = (input: ReturnType<typeof packInput>) =>
      scrutinyView(input, draw).questions.goingWell[0]?.figure;
    expect(figureIn(packInput({ measures }))).toBeNull();
    const { figures } = packInput();
    const named = figureIn(packInput({ measures, figures, namedMeasures: MEASURES }));
    expect(named).toMatchObject({ shown: '94.6%', anchor: '' });
  });

  it('when an action is about a measure, then its figure stands there as it was when agreed and as it is now', () => {
    const actions = [{ ...ACTIONS[0], opened: '2020-09' }, ACTIONS[0]] as typeof ACTIONS;
    const { questions } = scrutinyView(packInput({ questions: { ...QUESTIONS, actions } }), draw);
    const { name } = withId('re-referrals');
    const [opened, carried] = questions.actions.map(({ progress }) => progress);
    expect(opened).toEqual([expect.stringMatching(new RegExp(`^${name}: \\d+% now\\.$`))]);
    expect(carried).toEqual([
      expect.stringMatching(new RegExp(`^${name}: \\d+% in July 2020, \\d+% now\\.$`)),
    ]);
    expect(questions.stillOpen).toBe("1 of last month's actions is still open and stands above.");
  });

  it('when an action was due before the data was extracted, then it is overdue', () => {
    const { questions } = scrutinyView(packInput(), draw);
    expect(questions.actions.map(({ due, status }) => [due, status])).toEqual([
      ['30 September 2020', 'Overdue'],
      ['31 December 2020', 'Open'],
    ]);
  });
});

describe('a measure of the pack', () => {
  it('when its definition changes within the chart, then it says what is counted now and what was before', () => {
    const { changes } = cardOf('contacts-mash-24h');
    expect(changes).toEqual([
      {
        month: 'September 2020',
        now: 'Non-working days are no longer counted in the 24 hours.',
        before: 'Every hour counted, weekends and bank holidays too.',
      },
    ]);
  });

  it('when its definition changes, then the table does not compare the months', () => {
    const { rows } = areaTable(
      { name: 'Front door', measures: [withId('contacts-mash-24h'), withId('re-referrals')] },
      packInput(),
    );
    expect(
      rows.map(({ sincePrevious, sinceYearEarlier }) => [sincePrevious, sinceYearEarlier !== null]),
    ).toEqual([
      [null, false],
      [{ arrow: 'down', words: 'Down, improving' }, true],
    ]);
  });

  it('when a count has a rate, then the table has a line for each with its own target, and the unit once', () => {
    const area = { name: 'Child protection', measures: [withId('cp-plans-open')] };
    const { rows, caption } = areaTable(area, packInput());
    expect(caption).toBe(
      'The measure of Child protection in September 2020; the rate of a count has a row of its own',
    );
    expect(
      rows.map(({ detail, current, workings, target, yearToDate }) => [
        detail,
        current,
        workings,
        target,
        yearToDate,
      ]),
    ).toEqual([
      ['at month end', '133', '', 'between 135 and 155', ''],
      ['per 10,000 children', '36.8', '133 in 36,100', 'at most 44 per 10,000', ''],
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

  it('when a month has no data, then the area says why', () => {
    const input = packInput({ month: '2020-03' });
    const notes = scrutinyView(input, draw).sections.flatMap(({ area }) => area?.notes ?? []);
    expect(notes.filter(note => note.startsWith('Same placement'))).toEqual([
      'Same placement for 2 years or more: no data for February 2020: records are needed from 1 March 2017, and are complete for placements from 1 September 2017.',
    ]);
  });

  it('when a move is judged that no series tells from chance, then the area names its measure', () => {
    const said = (variation: 'common cause' | 'special-cause concern' | null) => {
      const base = packInput();
      const figures = [...base.figures.all].map(figure => ({ ...figure, variation }));
      const { sections } = scrutinyView({ ...base, figures: new FigureSet(figures) }, draw);
      return sections
        .flatMap(({ area }) => (area?.name === 'Workforce' ? area.notes : []))
        .filter(note => note.startsWith('Improving'));
    };
    expect(said(null)).toEqual([
      'Improving or worsening by two numbers alone, which may be chance: Social work posts filled by agency workers.',
    ]);
    expect([said('common cause'), said('special-cause concern')]).toEqual([[], []]);
  });

  it('when others published, then the card stands this council beside the latest year of each', () => {
    const dots = dotsOf(withId('re-referrals'), packInput());
    expect(dots?.rows.map(({ name, shown }) => `${name}: ${shown}`)).toEqual([
      expect.stringMatching(/^Example Council, 12 months to September 2020: \d+%$/),
      'England, 2018/19: 21%',
      'Statistical neighbours, 2018/19: 20%',
      'West Midlands, 2018/19: 22%',
      'Good+ statistical neighbours, 2018/19: 19%',
      'Ofsted Good, 2018/19: 19%',
      'Ofsted Outstanding, 2018/19: 20%',
    ]);
    expect(cardOf('re-referrals').dots?.name).toBe('Re-referrals within 12 months');
    expect(dotsOf(withId('posts-agency'), packInput())).toBeNull();
  });

  it("when a count is compared, then by its rate, and a year's rate never stands on the axis of a month's count", () => {
    expect(dotsOf(withId('cp-plans-open'), packInput())).toMatchObject({
      unit: 'per 10000',
      rows: [{ shown: '36.8 per 10,000', isOwn: true }, { name: 'England, 2018/19' }, {}, {}, {}, {}, {}],
    });
    expect(chartsOf(withId('cp-plans-open'), packInput())[0]).toMatchObject({ comparators: [] });
    expect(chartsOf(withId('re-referrals'), packInput())[0]).toMatchObject({
      comparators: [{ name: 'England 2018/19', value: 21 }],
    });
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
  it('when the definition is the same, then every value has its group and year beside our own', () => {
    const view = comparatorsView(
      [withId('posts-agency'), withId('placements-long-term-stable')],
      packInput(),
    );
    expect(view).toMatchObject({
      groups: ['England', 'Statistical neighbours', 'West Midlands'],
      rows: [{ name: 'Same placement for 2 years or more', year: '2018/19', values: ['69%', '68%', '67%'] }],
      footnotes: [],
    });
    expect(view?.rows[0]?.own).toMatch(/^\d+%$/);
  });

  it('when the definition is near, then a footnote says how it differs', () => {
    expect(comparatorsView([withId('cp-plans-open')], packInput())?.footnotes).toEqual([
      'Children on a child protection plan: a near comparison, not the same definition: published at 31 March only.',
    ]);
  });

  it('when two definitions are near in the same way, then one sentence names both', () => {
    const near = { national: 'near', nationalNote: 'Counted at 31 March.' } as const;
    const measures = ['cp-plans-open', 're-referrals'].map(id => ({ ...withId(id), ...near }));
    expect(comparatorsView(measures, packInput())?.footnotes).toEqual([
      'Children on a child protection plan; Re-referrals within 12 months: near comparisons, not the same definition: Counted at 31 March.',
    ]);
  });

  it('when nothing comparable is published, then there is no table, whatever the file holds', () => {
    expect(comparatorsView([withId('posts-agency')], packInput())).toBeNull();
  });

  it('when a group lacks a year, then its place says so and nobody else moves into it', () => {
    const row = { measure: 're-referrals', of: 'value' as const };
    const comparators = [
      { ...row, group: 'England', year: '2018/19', value: 21 },
      { ...row, group: 'West Midlands', year: '2019/20', value: 22.5 },
    ];
    const view = comparatorsView([withId('re-referrals')], packInput({ comparators }));
    expect(view?.rows.map(({ year, values }) => ({ year, values }))).toEqual([
      { year: '2018/19', values: ['21%', ':'] },
      { year: '2019/20', values: [':', '22.5%'] },
    ]);
  });
});

describe('a card of a measure whose latest month can still change', () => {
  it('says so beside the figure, and nothing where there is none', () => {
    const unsettled = 'An enquiry may still follow.';
    const measure = { ...withId('re-referrals'), unsettled };
    expect(cardView(measure, packInput(), draw).unsettled).toBe(unsettled);
    expect(cardView(measure, packInput({ month: '2031-01' }), draw).unsettled).toBe('');
  });
});

describe('the chart of a number that is returned', () => {
  it.each([
    ['percent', 'line'],
    ['count', 'bars'],
  ] as const)('when it is in %s, then it is drawn as %s', (unit, marks) => {
    const measure = { ...withId('re-referrals'), kind: 'manual' as const, unit };
    expect(chartsOf(measure, packInput())).toMatchObject([{ marks }]);
  });
});
