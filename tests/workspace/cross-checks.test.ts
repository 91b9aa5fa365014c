import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problems.js';
import { crossCheck, outsidePercentages } from '../../src/workspace/cross-checks.js';
import { settingsSchema } from '../../src/workspace/settings.js';
import type { ActionItem, Team } from '../../src/workspace/tables.js';
import type { Workspace } from '../../src/workspace/workspace.js';
import { anAction, aTarget } from '../support/examples.js';

const nothing: Workspace = {
  lineOfSetting: () => 1,
  folder: '.',
  settings: settingsSchema.parse({ council: { name: 'Test' } }),
  targets: [],
  comparators: [],
  judgements: [],
  populations: [],
  plans: [],
  teams: [],
  actions: [],
  glossary: [],
  logo: '',
  files: [],
};

/** The second line of a file on, as its rows would stand. */
function rows<T>(...values: T[]): { value: T; line: number }[] {
  return values.map((value, index) => ({ value, line: index + 2 }));
}

function told(parts: Partial<Workspace>): string[] {
  return crossCheck({ ...nothing, ...parts }, ['example', 're-referrals']).map(formatProblem);
}

function team(name: string, mergedInto = ''): Team {
  return { team: name, mergedInto, serviceArea: '', from: '', to: '' };
}

function action(parts: Partial<ActionItem>): Partial<Workspace> {
  return { actions: rows(anAction(parts)) };
}

describe('crossCheck', () => {
  it('when the tables are empty then nothing is wrong', () => {
    expect(told({})).toEqual([]);
  });

  it('when an action was dropped then a reason must stand with it', () => {
    expect(told(action({ status: 'Dropped', outcome: '' }))).toEqual([
      'actions.csv:2: outcome: error: Action A1 was dropped and nothing says why. Give the reason as its outcome. [no-reason]',
    ]);
    expect(told(action({ status: 'Dropped', outcome: 'The system does it already' }))).toEqual([]);
  });

  it.each(['Sam Example', 'S. Example', 'Dr Example'])(
    'when a lead looks like a person then the message does not repeat it',
    lead => {
      const [message = ''] = told(action({ lead }));
      expect(message).toContain(
        'actions.csv:2: lead: warning: The lead of action A1 does not look like a role.',
      );
      expect(message).not.toContain('Example');
    },
  );

  it.each([
    'Head of Assessment',
    'Managers of the assessment teams',
    'IRO',
    'Principal Social Worker',
    'Virtual School Headteacher',
  ])('when a lead is "%s" then it is a role', lead => {
    expect(told(action({ lead }))).toEqual([]);
  });

  it('when the settings list a role then it is one', () => {
    const settings = settingsSchema.parse({
      council: { name: 'Test' },
      report: { roles: ['Caldicott Guardian'] },
    });
    expect(told({ settings, ...action({ lead: 'caldicott guardian' }) })).toEqual([]);
  });

  it('when a step is about an unknown measure then scorecard.yml is named with its key', () => {
    const steps = [{ measure: 're-referral', from: '2020-04', reason: 'A new form.' }];
    const settings = settingsSchema.parse({ council: { name: 'Test' }, variation: { steps } });
    expect(told({ settings })).toEqual([
      'scorecard.yml:1: variation.steps.0.measure: error: There is no measure "re-referral". Did you mean "re-referrals"? [unknown-measure]',
    ]);
  });

  it('when every name is known then nothing is wrong', () => {
    expect(
      told({
        targets: rows(aTarget({ atLeast: 1 })),
        teams: rows(team('North', 'East'), team('East')),
        actions: rows(anAction()),
      }),
    ).toEqual([]);
  });

  it('when tables name measures that do not exist then each place is told with the nearest', () => {
    const comparator = { of: 'value', group: 'England', year: '2019-20', value: 1 } as const;
    expect(
      told({
        targets: rows(aTarget({ measure: 're-referals', atLeast: 1 })),
        comparators: rows({ ...comparator, measure: 'birthday-cards-sent' }),
        actions: rows(anAction({ measures: ['example', 'exampel'] })),
      }),
    ).toEqual([
      'targets.csv:2: measure: error: There is no measure "re-referals". Did you mean "re-referrals"? [unknown-measure]',
      'comparators.csv:2: measure: error: There is no measure "birthday-cards-sent". List them with: scorecard measures. [unknown-measure]',
      'actions.csv:2: measures: error: There is no measure "exampel". Did you mean "example"? [unknown-measure]',
    ]);
  });

  it('when a measure has two targets from one month then the second is told of the first', () => {
    expect(
      told({
        targets: rows(
          aTarget({ from: '2020-04', atLeast: 1 }),
          aTarget({ from: '2020-09', atLeast: 2 }),
          aTarget({ from: '2020-04', of: 'rate', atLeast: 3 }),
          aTarget({ from: '2020-04', atMost: 4 }),
        ),
      }),
    ).toEqual([
      'targets.csv:5: error: example has two targets from the same month; the other is on line 2. Keep one. [repeated-target]',
    ]);
  });

  it('when a team is merged into one that the table lacks then the nearest is named', () => {
    expect(told({ teams: rows(team('North', 'Eest'), team('East')) })).toEqual([
      'teams.csv:2: merged_into: error: "Eest" is not a team of this table. Did you mean "East"? [unknown-team]',
    ]);
  });

  it('when mergers go in a circle then it is told, for no team would follow another', () => {
    const problems = told({
      teams: rows(
        team('North', 'East'),
        team('East', 'North'),
        team('West', 'North'),
        team('South', 'South'),
      ),
    });
    expect(problems).toEqual(
      [
        [2, 'North, East, North'],
        [3, 'East, North, East'],
        [5, 'South, South'],
      ].map(
        ([line, circle]) =>
          `teams.csv:${line}: merged_into: error: The mergers go in a circle: ${circle}. Leave this blank for the team that stands. [circle-of-mergers]`,
      ),
    );
  });

  it.each(['Open', 'Partly complete', 'Delayed'] as const)(
    'when an action is "%s" then it needs a lead and a due date',
    status => {
      expect(told(action({ status, lead: '', due: '' }))).toEqual([
        'actions.csv:2: lead: error: Action A1 is open and has nothing here; an open action needs a lead (a role) and a due date. [incomplete-action]',
        'actions.csv:2: due: error: Action A1 is open and has nothing here; an open action needs a lead (a role) and a due date. [incomplete-action]',
      ]);
    },
  );

  it.each(['Complete'] as const)('when an action is "%s" then it may have neither', status => {
    expect(told(action({ status, lead: '', due: '' }))).toEqual([]);
  });
});

describe('outsidePercentages', () => {
  const found = (parts: Partial<Workspace>) =>
    outsidePercentages({ ...nothing, ...parts }, ['re-referrals']).map(formatProblem);

  it.each([
    [{ atLeast: 950 }, 'at_least: error: Found "950"; expected a percentage from 0 to 100.'],
    [{ atMost: -20 }, 'at_most: error: Found "-20"; expected a percentage from 0 to 100.'],
    [{ low: 90, high: 110 }, 'high: error: Found "110"; expected a percentage from 0 to 100.'],
    [{ atLeast: 0.95 }, 'at_least: error: Found "0.95"; expected a percentage, such as 95 rather than 0.95.'],
    [
      { low: 0.85, high: 0.95 },
      'high: error: Found "0.95"; expected a percentage, such as 95 rather than 0.95.',
    ],
  ])('when a percentage has the target %j then it is told where', (edges, words) => {
    const targets = rows({ ...aTarget({ measure: 're-referrals' }), atLeast: null, ...edges });
    expect(found({ targets })).toEqual([`targets.csv:2: ${words} [wrong-value]`]);
  });

  it.each([0, 0.5, 20, 100])('when a percentage is to be at most %d then nothing is wrong', atMost => {
    expect(
      found({ targets: rows({ ...aTarget({ measure: 're-referrals' }), atLeast: null, atMost }) }),
    ).toEqual([]);
  });

  it('when it is the target of a rate or of a count then it may be any number', () => {
    const rate = { ...aTarget({ measure: 're-referrals' }), of: 'rate' as const, atLeast: 550 };
    const count = { ...aTarget({ measure: 'example' }), atLeast: 135 };
    expect(found({ targets: rows(rate, count) })).toEqual([]);
  });

  it('when a comparator cannot be a percentage then it is told too', () => {
    const comparator = { measure: 're-referrals', of: 'value' as const, group: 'England', year: '2019/20' };
    expect(
      found({ comparators: rows({ ...comparator, value: 226 }, { ...comparator, value: 22.6 }) }),
    ).toEqual([
      'comparators.csv:2: value: error: Found "226"; expected a percentage from 0 to 100. [wrong-value]',
    ]);
  });
});
