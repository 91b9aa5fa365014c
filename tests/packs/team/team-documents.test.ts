import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/figures/figure.js';
import { FigureSet } from '../../../src/figures/figure-set.js';
import type { Measure } from '../../../src/measures/measure.js';
import { monthsTo } from '../../../src/months.js';
import { makePack } from '../../../src/packs/make-pack.js';
import type { PackInput } from '../../../src/packs/pack-input.js';
import { caseloadsInWords, caseloadsView } from '../../../src/packs/team/caseloads-view.js';
import { standingTeams } from '../../../src/packs/team/standing-teams.js';
import {
  figuresByTeam,
  teamActions,
  teamEvidence,
  teamInput,
} from '../../../src/packs/team/team-evidence.js';
import { teamOverview } from '../../../src/packs/team/team-overview.js';
import { missedRows, standingInWords, teamTable } from '../../../src/packs/team/team-table.js';
import { measureByTeam, teamTrends } from '../../../src/packs/team/team-trends.js';
import { measuresWithoutData } from '../../../src/packs/team/without-data.js';
import { casesWithoutTeam } from '../../../src/packs/team/without-team.js';
import { aFigure, aMeasure, aSnapshot, aTarget } from '../../support/examples.js';
import { labelFigures } from '../../support/label-figures.js';
import { NO_REPORT, packNamed } from '../../support/packs.js';
import { packInput } from '../fixture.js';

const draw = () => '<svg></svg>';
const MONTHS = monthsTo('2020-09', 25);

const VISITS = aMeasure({ id: 'visits', name: 'Visits in time' });
const OPEN = aSnapshot({ id: 'open', name: 'Cases open' });
const ROLES = aMeasure({
  id: 'caseload-by-role',
  kind: 'average',
  unit: 'cases per worker',
  datedBy: 'month end',
  polarity: 'none',
});
const TARGETS = [
  aTarget({ measure: 'visits', atLeast: 90 }),
  aTarget({ measure: 'open', atLeast: null, atMost: 100 }),
];

/** Both visit 29 and 31 of 40 by turns; in September North 20 and South 40, which chance does not explain. */
const FIGURES: readonly Figure[] = MONTHS.flatMap((month, index) => {
  const usual = 29 + 2 * (index % 2);
  const [north, south] = month === '2020-09' ? [20, 40] : [usual, usual];
  const visits = (team: string, numerator: number, denominator: number, variation: Figure['variation']) =>
    aFigure({
      ...{ measure: 'visits', month, team, numerator, denominator, variation },
      value: (100 * numerator) / denominator,
    });
  const open = (team: string, value: number) =>
    aFigure({ measure: 'open', month, team, period: 'snapshot', unit: 'count', value });
  return [
    visits('', north + south, 80, 'common cause'),
    visits('North', north, 40, 'special-cause concern'),
    visits('South', south, 40, 'special-cause improvement'),
    open('', 150),
    open('North', 60),
    open('South', 90),
    open('Idle', 0),
  ];
});

const TEAM = { serviceArea: 'Safeguarding', from: '2014-04', to: '', mergedInto: '' };
const TEAMS = [
  { ...TEAM, team: 'South' },
  { ...TEAM, team: 'North' },
  { ...TEAM, team: 'Idle' },
  { ...TEAM, team: 'Old North', mergedInto: 'North' },
  { ...TEAM, team: 'Gone', to: '2020-08' },
  { ...TEAM, team: 'To come', from: '2020-10' },
];

function input(parts: Partial<PackInput> = {}, measures: readonly Measure[] = [VISITS, OPEN]): PackInput {
  const figures = parts.figures ?? new FigureSet(labelFigures([...FIGURES], measures, TARGETS));
  return { ...packInput(), measures, targets: TARGETS, comparators: [], teams: TEAMS, ...parts, figures };
}

function standing(name: string, given = input()) {
  const team = standingTeams(given, 'team').find(each => each.name === name);
  if (!team) throw new Error(`no team ${name}`);
  return team;
}

describe('the teams that have a document', () => {
  it('when a team was merged, has ended, is to come or has no cases then it has none; the others are in their order', () => {
    expect(standingTeams(input(), 'team').map(({ name, file }) => [name, file])).toEqual([
      ['South', 'team-south'],
      ['North', 'team-north'],
    ]);
  });

  it('when there is no table of teams then those that are recorded stand, by name', () => {
    expect(standingTeams(input({ teams: [] }), 'team').map(({ name }) => name)).toEqual(['North', 'South']);
  });

  it.each([
    ['A&E', 'team-a-e'],
    ['../../etc', 'team-etc'],
    ['CON', 'team-con'],
    ['Équipe', 'team-quipe'],
    ['مدرسة', 'team-2'],
    ['x'.repeat(200), `team-${'x'.repeat(80)}`],
  ])('when a team is called %s then its file is safe', (name, file) => {
    const figures = new FigureSet([aFigure({ measure: 'visits', team: name })]);
    expect(standingTeams(input({ teams: [], figures }), 'team').map(team => team.file)).toEqual([file]);
  });

  it('when two names make one file then the second is numbered', () => {
    const figures = new FigureSet(['A & E', 'A-E'].map(team => aFigure({ measure: 'visits', team })));
    const files = standingTeams(input({ teams: [], figures }), 'team').map(team => team.file);
    expect(files).toEqual(['team-a-e', 'team-a-e-2']);
  });
});

describe('a team beside the service', () => {
  it("when a share has a target then the team is rated by it; a count is the service's and rates no team", () => {
    const [area] = teamTable(standing('North'), input(), draw);
    expect(area?.rows).toMatchObject([
      { value: '50%', workings: '20 of 40', service: '75%', target: 'at least 90%', rating: { word: 'Red' } },
      { value: '60', workings: '', service: '150', target: '', rating: null },
    ]);
  });

  it('when targets are missed then they are counted, and told red first', () => {
    const areas = teamTable(standing('North'), input(), draw);
    expect(standingInWords(areas)).toBe('Targets: 0 of 1 met, 1 missed by more than the tolerance.');
    expect(missedRows(areas).map(({ name }) => name)).toEqual(['Visits in time']);
    expect(missedRows(teamTable(standing('South'), input(), draw))).toEqual([]);
  });

  it('when the trend is drawn then the service stands behind each percentage, and a count is not among them', () => {
    const { chart, told } = teamTrends(standing('North'), input()) ?? {};
    expect(told).toBe('');
    expect(chart?.panels.map(({ name }) => name)).toEqual(['Visits in time']);
    expect(chart?.panels[0]?.points.at(-1)).toMatchObject({ value: 50, shown: '50%' });
    // 20 + 40 of 80 in September, 31 + 31 of 80 before.
    expect(chart?.panels[0]?.whole?.map(({ value }) => value).slice(-2)).toEqual([77.5, 75]);
  });

  it.each([
    // 40 of 40 in all 13 months; in the last 7; and in the last 6, which are fewer than half.
    [13, 'Not drawn: Visits in time (100% in each month).'],
    [7, 'Not drawn: Visits in time (100% in 7 of 13 months).'],
    [6, 'Not drawn: Visits in time (a figure in 6 of 13 months).'],
  ])('when a line has %i months and says one thing then a sentence says it', (months, words) => {
    const always = monthsTo('2020-09', months).map(month =>
      aFigure({ measure: 'visits', month, team: 'North', value: 100, numerator: 40, denominator: 40 }),
    );
    const others = FIGURES.filter(({ measure, team }) => measure !== 'visits' || team !== 'North');
    const given = input({ figures: new FigureSet([...others, ...always]) });
    expect(teamTrends(standing('North', given), given)).toEqual({ chart: null, told: words });
    const byTeam = measureByTeam(VISITS, standingTeams(given, 'team'), given);
    expect(byTeam?.chart?.panels.map(({ name }) => name)).toEqual(['South']);
    expect(byTeam?.told).toBe(words.replace('Visits in time', 'North'));
  });

  it("when the evidence is asked for then it is the team's own and not the service's", () => {
    const given = input();
    const evidenceOf = (name: string) =>
      teamEvidence(teamInput(standing(name), figuresByTeam(given).get(name) ?? new FigureSet([]), given));
    const north = evidenceOf('North');
    expect(north.goingWell).toEqual([]);
    expect(north.worriedAbout[0]?.html).toContain('50% of cases met the standard');
    const south = evidenceOf('South');
    expect(south.worriedAbout).toEqual([]);
    expect(south.goingWell[0]?.html).toContain('100% of cases met the standard');
  });
});

describe("the service's actions on a team's page", () => {
  it('when an action is about measures that the team has no figure of this month then those are not named, nor is it', () => {
    const given = input();
    const action = {
      ...{ id: 'A1', opened: '2020-08', action: 'Act', lead: 'Manager', due: '2020-12-31' },
      ...{ status: 'Open' as const, outcome: '', line: 2 },
    };
    const questions = {
      ...given.questions,
      actions: [
        { ...action, measures: ['visits', 'elsewhere'] },
        { ...action, id: 'A2', measures: ['elsewhere'] },
      ],
    };
    const own = figuresByTeam(given).get('North') ?? new FigureSet([]);
    const actions = teamActions(teamInput(standing('North'), own, { ...given, questions }));
    expect(actions.map(({ id, measures }) => [id, measures])).toEqual([['A1', ['visits']]]);
  });
});

describe('all teams', () => {
  it('when the overview is made then each measure has a cell for each team, with its rating', () => {
    const given = input();
    const view = teamOverview(standingTeams(given, 'team'), given, draw);
    expect(view.teams).toEqual(['South', 'North']);
    const [visits] = view.areas[0]?.rows ?? [];
    expect(visits?.cells).toMatchObject([
      { value: '100%', rating: { word: 'Green' }, few: '' },
      { value: '50%', rating: { word: 'Red' }, few: '' },
    ]);
  });

  it.each([
    [9, '3 of 9'],
    [10, ''],
  ])('when a team has %i cases then its percentage is read with them: "%s"', (denominator, few) => {
    const own = FIGURES.map(figure =>
      figure.measure === 'visits' && figure.team === 'North' && figure.month === '2020-09'
        ? { ...figure, numerator: 3, denominator, value: 300 / denominator }
        : figure,
    );
    const given = input({ figures: new FigureSet(own) });
    const view = teamOverview(standingTeams(given, 'team'), given, draw);
    expect(view.areas[0]?.rows[0]?.cells[1]?.few).toBe(few);
  });

  it('when over a tenth of the cases have no team then the measure is named with how many, else it is not', () => {
    const withSeptember = (denominator: number) =>
      FIGURES.map(figure =>
        figure.measure === 'visits' && figure.team === '' ? { ...figure, denominator } : figure,
      );
    const noteOf = (denominator: number) => {
      const given = input({ figures: new FigureSet(withSeptember(denominator)) });
      return casesWithoutTeam(figuresByTeam(given), given);
    };
    // North and South have 40 each.
    expect(noteOf(80)).toBe('');
    expect(noteOf(88)).toBe('');
    expect(noteOf(200)).toBe('Visits in time (120 of 200)');
  });

  it('when an extract is missing then the measures that it leaves without data are named on every page, with why', async () => {
    const others = FIGURES.filter(({ measure }) => measure !== 'visits');
    const reason = 'no extract visits';
    const none = aFigure({
      measure: 'visits',
      value: null,
      numerator: null,
      denominator: null,
      status: 'no-data',
      reason,
    });
    const given = input({ figures: new FigureSet([...others, none]) });
    expect(measuresWithoutData(given)).toBe('Visits in time (no extract visits)');
    expect(measuresWithoutData(input())).toBe('');
    const { pages } = await makePack({ pack: packNamed('team'), input: given, draw, report: NO_REPORT });
    expect(pages).toHaveLength(3);
    for (const { html } of pages) expect(html).toContain('Visits in time (no extract visits).');
  });

  it('when caseloads are shown then by role, without a name, and a role that nobody has is left out', () => {
    const cell = (team: string, category: string, numerator: number, denominator: number) =>
      aFigure({
        measure: 'caseload-by-role',
        period: 'snapshot',
        unit: 'cases per worker',
        team,
        category,
        value: numerator / denominator,
        numerator,
        denominator,
      });
    const none = { value: null, status: 'no-cases' as const, numerator: 0, denominator: 0 };
    const figures = new FigureSet([
      ...['', 'North'].map(team => cell(team, 'Social worker', 30, 2)),
      ...['', 'North'].map(team => ({ ...cell(team, 'Manager', 1, 1), ...none })),
    ]);
    const view = caseloadsView([{ name: 'North' }, { name: 'South' }], input({ figures }, [ROLES]));
    expect(view).toEqual({
      roles: ['Social worker'],
      rows: [{ name: 'North', cells: [{ average: '15', workers: 2, children: 30 }] }],
    });
    expect(caseloadsInWords({ name: 'North' }, input({ figures }, [ROLES]))).toBe(
      'Social worker 15 (30 children with 2)',
    );
    expect(caseloadsInWords({ name: 'South' }, input({ figures }, [ROLES]))).toBe('');
    const one = new FigureSet(['', 'North'].map(team => cell(team, 'Social worker', 1, 1)));
    expect(caseloadsInWords({ name: 'North' }, input({ figures: one }, [ROLES]))).toBe(
      'Social worker 1 (1 child with 1)',
    );
  });

  it('when the pack is made then there is a page for all and one for each team, none of it in the public folder', async () => {
    const { pages } = await makePack({ pack: packNamed('team'), input: input(), draw, report: NO_REPORT });
    expect(pages.map(({ folder, name }) => folder + name)).toEqual(['team', 'team-south', 'team-north']);
    expect(pages[1]?.html).toContain('<h1>South: September 2020</h1>');
    expect(pages[1]?.html).not.toContain('North');
    for (const page of pages) expect(page.facts.notice).toContain('not for publication');
  });
});
