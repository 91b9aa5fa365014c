import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/figures/figure.js';
import { FigureSet, keyOf } from '../../../src/figures/figure-set.js';
import { monthsTo } from '../../../src/months.js';
import { makePack } from '../../../src/packs/make-pack.js';
import type { PackInput } from '../../../src/packs/pack-input.js';
import { type PlanView, planDocuments } from '../../../src/packs/plans/plan-documents.js';
import { ratingByRule, travelByRule } from '../../../src/packs/plans/plan-rating.js';
import { type Plan, planSchema } from '../../../src/workspace/plans/plan.js';
import { checkYaml } from '../../../src/workspace/yaml-file.js';
import { aFigure, aMeasure, aTarget } from '../../support/examples.js';
import { NO_REPORT, packNamed } from '../../support/packs.js';
import { packInput } from '../fixture.js';

const draw = () => '<svg></svg>';
const VISITS = aMeasure({ id: 'visits', name: 'Visits in time' });
const UNTARGETED = aMeasure({ id: 'calls', name: 'Calls answered' });

/** 40 visits a month: 30 in time until June, 38 from July; calls likewise, without a target. */
const FIGURES: readonly Figure[] = monthsTo('2020-09', 25).flatMap(month =>
  ['visits', 'calls'].flatMap(measure => {
    const numerator = month < '2020-07' ? 30 : 38;
    const figure = aFigure({ measure, month, value: (100 * numerator) / 40, numerator, denominator: 40 });
    return [figure, { ...figure, period: 'ytd' as const }];
  }),
);

const HEAD = 'title: Plan\nfrom: 2020-04\nto: 2021-03\n';
const OBJECTIVES = `${HEAD}priorities:
  - priority: Children are seen
    objectives:
      - objective: Visits are in time
        impact: Children can rely on us
        measures: [{ measure: visits }, { measure: calls }]
        judgement: { month: 2020-09, rating: amber, role: Head of Safeguarding, reason: Two teams are not there yet }
        progress: { 2020-21 Q1: Lists were sent, 2020-21 Q3: To come }
        actions:
          - { action: Send lists, lead: Performance Manager, due: 2020-07-15, status: Complete, outcome: Sent }
          - { action: Read visits, lead: Performance Manager, due: 2020-09-15 }
          - { action: Train, lead: Head of Safeguarding, due: 2020-12-31 }
      - objective: Feedback is heard
        impact: Children are heard
        measures: [{ text: Children feel heard, kind: feedback, target: most, progress: { 2020-21 Q1: 3 of 5, 2020-21 Q2: 4 of 5 } }]
        judgement: { month: 2020-10, rating: red, role: Head of Safeguarding, reason: Later than the month }
`;
const RECOMMENDATIONS = `${HEAD}recommendations:
  - recommendation: See children
    measures: [{ measure: visits }, { text: Files read, kind: audit, progress: { 2020-21 Q1: 2 of 4 good } }]
`;
const AREAS = `${HEAD}areas:
  - area: Visits
    lead: Head of Safeguarding
    timescale: March 2021
    activities: [Send lists]
    finished: 2020-08-31
    measures: [{ measure: visits, baseline: { month: 2020-03 } }]
`;

function plan(id: string, text: string): Plan {
  const { value, problems, lineOf = () => 1 } = checkYaml('plan.yml', text, planSchema);
  if (!value) throw new Error(problems.map(problem => problem.message).join('\n'));
  return { ...value, id, file: `plans/${id}.yml`, lineOf };
}

function input(plans: readonly Plan[], parts: Partial<PackInput> = {}): PackInput {
  return {
    ...packInput(),
    measures: [VISITS, UNTARGETED],
    figures: new FigureSet(FIGURES),
    targets: [aTarget({ measure: 'visits', atLeast: 90 })],
    comparators: [],
    plans,
    ...parts,
  };
}

function documents(pack: string, plans: readonly Plan[], parts: Partial<PackInput> = {}) {
  return planDocuments({ pack: packNamed(pack), input: input(plans, parts), draw, report: NO_REPORT });
}

function viewOf(pack: string, text: string, parts: Partial<PackInput> = {}): PlanView {
  const [document] = documents(pack, [plan('any', text)], parts);
  if (!document) throw new Error('no document');
  return document.view as PlanView;
}

describe('the rule of a plan', () => {
  it.each([
    [['green', 'red', 'amber'], false, 'red'],
    [['green', 'amber', null], false, 'amber'],
    [['green', null], false, 'green'],
    [[null, null], false, null],
    [[], false, null],
    [['green'], true, 'blue'],
    [[null], true, 'blue'],
    [['green', 'amber'], true, 'amber'],
    [['red'], true, 'red'],
  ] as const)(
    'when measures are rated %j and it is finished: %s, then it is %s',
    (ratings, finished, rating) => {
      expect(ratingByRule(ratings, finished)).toBe(rating);
    },
  );

  it.each([
    [['improving', 'no clear change', null], 'improving'],
    [['worsening', 'no judgement'], 'worsening'],
    [['improving', 'worsening'], 'mixed'],
    [['no clear change', 'no judgement'], 'no clear change'],
    [['no judgement', null], null],
    [[], null],
  ] as const)('when the moves mean %j then it is %s', (meanings, travel) => {
    expect(travelByRule(meanings)).toBe(travel);
  });
});

describe('a plan of priorities', () => {
  const { groups, summary, years, quarter, title } = viewOf('improvement-plan', OBJECTIVES);
  const [first, second] = groups[0]?.items ?? [];

  it('when a measure is counted then its years, its quarters and its rating come from the figures', () => {
    expect([title, ...years, quarter.name]).toEqual([
      'Plan: September 2020',
      '2018-19',
      '2019-20',
      '2020-21 Q2',
    ]);
    // 30 of 40 each month until June, 38 of 40 from July: 95% against at least 90%.
    expect(first?.rows[0]).toMatchObject({
      name: 'Visits in time',
      target: 'at least 90%',
      years: ['75%', '75%'],
      quarters: ['75%', '95%', '', ''],
      rating: { word: 'Green' },
      direction: { words: 'Up, improving' },
    });
    expect(first?.rows[1]).toMatchObject({ target: '', rating: null });
    expect([first?.number, first?.rating?.word, first?.direction]).toEqual(['1.1', 'Green', 'improving']);
  });

  it('when a person judges otherwise then that stands beside the rule, and not before its month', () => {
    expect(first?.judgement).toMatchObject({
      rating: { word: 'Amber' },
      role: 'Head of Safeguarding',
      reason: 'Two teams are not there yet',
      month: 'September 2020',
    });
    expect(second?.judgement).toBeNull();
  });

  it('when no measure counts it then its words stand, and nothing is rated', () => {
    expect(second?.rows[0]).toMatchObject({
      kind: 'Feedback',
      quarters: ['', '', '', ''],
      said: [
        { quarter: 'Q1', text: '3 of 5' },
        { quarter: 'Q2', text: '4 of 5' },
      ],
      latest: '4 of 5 (Q2)',
    });
    expect([second?.rating, second?.direction]).toEqual([null, '']);
  });

  it('when a text is of a quarter to come then it is not printed', () => {
    expect(first?.progress).toEqual([{ quarter: 'Q1', text: 'Lists were sent' }]);
  });

  it('when the quarter ends then the summary says what became of its actions and what is next', () => {
    expect(summary.dueActions.map(({ action, status }) => `${action}: ${status}`)).toEqual([
      'Read visits: Overdue',
      'Send lists: Complete',
    ]);
    expect(summary.nextActions.map(({ action }) => action)).toEqual(['Train']);
    expect(summary.goingWell.map(({ item, evidence }) => `${item.number} ${evidence}`)).toEqual([
      '1.1 Visits in time: 95%, after 75% in the quarter before; target at least 90%.',
    ]);
    expect(summary.worriedAbout).toEqual([]);
    expect(summary.total).toMatchObject({ items: 2, green: 1, unrated: 1, improving: 1 });
  });
});

describe('other plans', () => {
  it('when a plan is of recommendations then it has a dashboard of indicators and audits', () => {
    const { groups, sections } = viewOf('improvement-plan', RECOMMENDATIONS);
    expect(sections.map(({ part }) => part)).toEqual([
      'plan-summary',
      'plan-dashboard',
      'plan-recommendations',
    ]);
    const [item] = groups[0]?.items ?? [];
    expect(item?.indicators.map(row => row.latest)).toEqual(['95%']);
    expect(item?.audits.map(row => row.latest)).toEqual(['2 of 4 good (Q1)']);
  });

  it('when a plan is of areas then its dashboard says who leads each and by when', () => {
    const { groups, sections } = viewOf('action-plan', AREAS);
    expect(sections.map(({ part }) => part)).toEqual(['plan-summary', 'plan-dashboard', 'plan-areas']);
    const [item] = groups[0]?.items ?? [];
    expect([item?.lead, item?.timescale]).toEqual(['Head of Safeguarding', 'March 2021']);
  });

  it('when a person judges it red then it is a worry first of all, though the rule says otherwise', () => {
    const judged = `judgement: { month: 2020-09, rating: red, role: Director, reason: Two deaths }\n    measures: [{ measure: `;
    const text = `${RECOMMENDATIONS}  - recommendation: Answer calls\n    ${judged}calls }]\n`;
    const { goingWell, worriedAbout, moreWorries } = viewOf('improvement-plan', text).summary;
    expect(worriedAbout.map(({ item }) => item.title)).toEqual(['Answer calls']);
    expect(goingWell.map(({ item }) => item.title)).toEqual(['See children']);
    expect(moreWorries).toBe('');
  });

  it('when more worries than the list holds then their numbers stand under it', () => {
    const red = `  - recommendation: More\n    measures: [{ measure: visits }]\n`;
    const targets = [aTarget({ measure: 'visits', atLeast: 100, amber: 1 })];
    const { summary } = viewOf('improvement-plan', RECOMMENDATIONS + red.repeat(6), { targets });
    expect(summary.worriedAbout).toHaveLength(5);
    expect(summary.moreWorries).toBe('2 more: 6, 7.');
  });

  it.each([
    // Ten a month, and 30 in April to June.
    ['2020-07', '10', 'Quarter under way'],
    ['2020-08', '20', 'Quarter under way'],
    ['2020-09', '30', ''],
  ])(
    'when the month is %s then a count of %s is compared only with as many months',
    (month, latest, words) => {
      const measure = aMeasure({ id: 'visits', kind: 'count', unit: 'count', polarity: 'higher' });
      const figures = monthsTo(month, 25).map(each =>
        aFigure({
          measure: 'visits',
          month: each,
          value: 10,
          unit: 'count',
          numerator: null,
          denominator: null,
        }),
      );
      const parts = { month, measures: [measure], figures: new FigureSet(figures), targets: [] };
      const text = `${HEAD}recommendations: [{ recommendation: See children, measures: [{ measure: visits }] }]\n`;
      const { groups } = viewOf('improvement-plan', text, parts);
      const item = groups[0]?.items[0];
      expect(item?.rows[0]).toMatchObject({ latest, notCompared: words });
      expect(item?.rows[0]?.direction?.words ?? '').toBe(words === '' ? 'Same' : '');
      expect(item?.direction).not.toBe('worsening');
    },
  );

  it('when the definition changed between two quarters then that is said in place of a direction', () => {
    const figures = new FigureSet(
      FIGURES.map(figure => ({ ...figure, definition: figure.month < '2020-07' ? 'every day' : 'workdays' })),
    );
    const [item] = viewOf('improvement-plan', RECOMMENDATIONS, { figures }).groups[0]?.items ?? [];
    expect(item?.rows[0]).toMatchObject({ direction: null, notCompared: 'Definition changed' });
  });

  it('when nothing is said of a quarter that has begun then that stands there', () => {
    const [item] = viewOf('improvement-plan', RECOMMENDATIONS).groups[0]?.items ?? [];
    expect(item?.rows[1]?.said.map(({ text }) => text)).toEqual(['2 of 4 good', 'nothing reported']);
  });

  it('when words stand beside a figure then they are read below the measure, and the figure in its column', () => {
    const noted = '{ measure: visits, progress: { 2020-21 Q2: Two new lists, 2020-21 Q3: To come } }';
    const text = RECOMMENDATIONS.replace('{ measure: visits }', noted);
    const [item] = viewOf('improvement-plan', text).groups[0]?.items ?? [];
    expect(item?.rows[0]).toMatchObject({ quarters: ['75%', '95%', '', ''], notes: ['Q2: Two new lists'] });
  });

  it('when a figure cannot be given then the reason stands below the measure once', () => {
    const reason = 'no extract visits was given';
    const figures = FIGURES.map(figure => ({ ...figure, value: null, status: 'no-data' as const, reason }));
    const [item] =
      viewOf('improvement-plan', RECOMMENDATIONS, { figures: new FigureSet(figures) }).groups[0]?.items ?? [];
    expect(item?.rows[0]).toMatchObject({
      years: ['no data', 'no data'],
      quarters: ['no data', 'no data', '', ''],
      notes: ['No data: no extract visits was given.'],
      rating: null,
    });
    const { withoutFigure } = viewOf('improvement-plan', RECOMMENDATIONS, {
      figures: new FigureSet(figures),
    }).summary;
    expect(withoutFigure).toBe('No figure this quarter: Visits in time (1).');
    expect(viewOf('improvement-plan', RECOMMENDATIONS).summary.withoutFigure).toBe('');
  });

  it.each([
    ['', 'The plan names no action.'],
    ['{ action: Call, lead: Head, due: 2020-08-01, status: Complete }', 'No action is still to come.'],
    [
      '{ action: Call, lead: Head, due: 2020-08-01 }',
      'No action is still to come, and 1 that was due is open: see below.',
    ],
  ])('when the actions are [%s] then the summary says "%s"', (actions, words) => {
    const text = `${HEAD}recommendations: [{ recommendation: See children, measures: [{ measure: visits }], actions: [${actions}] }]\n`;
    expect(viewOf('improvement-plan', text).summary.noAction).toBe(words);
  });

  it('when more actions were due than a page holds then the rest is counted', () => {
    const action = '{ action: Call, lead: Head, due: 2020-08-01 }';
    const text = `${HEAD}recommendations: [{ recommendation: See children, measures: [{ measure: visits }], actions: [${Array(13).fill(action).join(', ')}] }]\n`;
    const { dueActions, moreDue } = viewOf('improvement-plan', text).summary;
    expect(dueActions).toHaveLength(10);
    expect(moreDue).toBe('3 more stand with their recommendations.');
  });

  it('when a plan has no priorities to count by then its total is a sentence, without what there is none of', () => {
    const { standing, rows } = viewOf('improvement-plan', RECOMMENDATIONS).summary;
    expect(rows).toEqual([]);
    // The one recommendation is green and improving: 75% to 95%.
    expect(standing).toBe('By the rule, of 1 recommendation: 1 green; 1 improving.');
  });

  it('when an area is finished and its measure is met then it is blue, with its baseline', () => {
    const [item] = viewOf('action-plan', AREAS).groups[0]?.items ?? [];
    expect(item).toMatchObject({ rating: { word: 'Blue' }, finished: 'Finished on 31 August 2020.' });
    expect(item?.rows[0]?.baseline).toBe('75%, Mar 20');
  });

  it('when the month of a baseline is frozen then it is what was published, whatever the cases say now', () => {
    const march = { measure: 'visits', month: '2020-03', numerator: 7, denominator: 10, value: 70 };
    const published = new Map([aFigure(march)].map(figure => [keyOf(figure), figure]));
    const [item] = viewOf('action-plan', AREAS, { published }).groups[0]?.items ?? [];
    expect(item?.rows[0]?.baseline).toBe('70%, Mar 20 as published');
  });

  it('when its measure slips then it is rated by the measure again', () => {
    const targets = [aTarget({ measure: 'visits', atLeast: 100, amber: 1 })];
    const [item] = viewOf('action-plan', AREAS, { targets }).groups[0]?.items ?? [];
    expect(item?.rating?.word).toBe('Red');
  });

  it('when there are several plans then each has a document of the pack that shows its shape', () => {
    const plans = [
      plan('improvement-plan', OBJECTIVES),
      plan('inspection', RECOMMENDATIONS),
      plan('action-plan', AREAS),
    ];
    const namesOf = (pack: string) => documents(pack, plans).map(({ name }) => name);
    expect(namesOf('improvement-plan')).toEqual(['improvement-plan', 'improvement-plan-inspection']);
    expect(namesOf('action-plan')).toEqual(['action-plan']);
    expect(documents('action-plan', [])).toEqual([]);
    expect(documents('improvement-plan', plans, { month: '2020-03' })).toEqual([]);
  });

  it.each([
    ['board', false],
    ['public', true],
  ] as const)('when a plan is for %s then its key says what c is: %s', async (audience, isSaid) => {
    const { pages } = await makePack({
      pack: { ...packNamed('improvement-plan'), audience },
      input: input([plan('any', OBJECTIVES)]),
      draw,
      report: NO_REPORT,
    });
    expect(pages[0]?.html.includes('<dt>c</dt>')).toBe(isSaid);
  });

  it.each([
    ['improvement-plan', OBJECTIVES],
    ['improvement-plan', RECOMMENDATIONS],
    ['action-plan', AREAS],
  ])('when %s is made then its page is whole, and hostile words are only words', async (pack, text) => {
    const hostile = plan('any', text.replaceAll('Head of Safeguarding', 'Head of <script>alert(1)</script>'));
    const { pages } = await makePack({
      pack: packNamed(pack),
      input: input([hostile]),
      draw,
      report: NO_REPORT,
    });
    expect(pages.map(({ folder, name }) => folder + name)).toEqual([`${pack}-any`]);
    expect(pages[0]?.html).not.toContain('<script>alert');
    expect(pages[0]?.html).toContain('95%');
  });
});
