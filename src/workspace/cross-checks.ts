import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';
import { checkPlans } from './plans/check-plans.js';
import { isRole } from './roles.js';
import { SETTINGS_FILE } from './settings-file.js';
import { isOpenAction, type Team } from './tables.js';
import type { Workspace } from './workspace.js';

/** Checks between tables, and between tables and the catalogue of measures. */
export function crossCheck(workspace: Workspace, measures: readonly string[]): Problem[] {
  return [
    ...unknownMeasures(workspace, measures),
    ...repeatedTargets(workspace),
    ...unknownSuccessors(workspace),
    ...circlesOfMergers(workspace),
    ...unansweredActions(workspace),
    ...droppedWithoutReason(workspace),
    ...leadsThatAreNoRoles(workspace),
    ...checkPlans(workspace.plans, measures, workspace.settings),
  ];
}

function unknownMeasures(workspace: Workspace, measures: readonly string[]): Problem[] {
  const named: { file: string; line: number; id: string; column?: string; key?: string }[] = [
    ...workspace.settings.variation.steps.map(({ measure }, index) => {
      const path = ['variation', 'steps', index, 'measure'];
      return { file: SETTINGS_FILE, line: workspace.lineOfSetting(path), key: path.join('.'), id: measure };
    }),
    ...workspace.settings.quarterly_returns.map((id, index) => {
      const path = ['quarterly_returns', index];
      return { file: SETTINGS_FILE, line: workspace.lineOfSetting(path), key: path.join('.'), id };
    }),
    ...workspace.targets.map(({ value, line }) => ({
      file: 'targets.csv',
      line,
      column: 'measure',
      id: value.measure,
    })),
    ...workspace.comparators.map(({ value, line }) => ({
      file: 'comparators.csv',
      line,
      column: 'measure',
      id: value.measure,
    })),
    ...workspace.judgements.map(({ value, line }) => ({
      file: 'judgements.csv',
      line,
      column: 'measure',
      id: value.measure,
    })),
    ...workspace.actions.flatMap(({ value, line }) =>
      value.measures.map(id => ({ file: 'actions.csv', line, column: 'measures', id })),
    ),
  ];
  return named
    .filter(({ id }) => !measures.includes(id))
    .map(({ id, ...place }) => ({
      severity: 'error',
      rule: 'unknown-measure',
      message: `There is no measure "${id}".${didYouMean(id, measures) || ' List them with: scorecard measures.'}`,
      place,
    }));
}

/** Roles are given for measures and for areas: a name that is neither would be responsible for nothing. */
export function unknownResponsibilities(workspace: Workspace, known: readonly string[]): Problem[] {
  return Object.keys(workspace.settings.responsible)
    .filter(name => !known.includes(name))
    .map(name => ({
      severity: 'error',
      rule: 'unknown-measure',
      message: `There is no measure and no area "${name}".${didYouMean(name, known)}`,
      place: {
        file: SETTINGS_FILE,
        line: workspace.lineOfSetting(['responsible', name]),
        key: `responsible.${name}`,
      },
    }));
}

function repeatedTargets(workspace: Workspace): Problem[] {
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { value, line } of workspace.targets) {
    const key = `${value.measure} ${value.of} ${value.from}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else {
      const message = `${value.measure} has two targets from the same month; the other is on line ${first}. Keep one.`;
      problems.push({
        severity: 'error',
        rule: 'repeated-target',
        message,
        place: { file: 'targets.csv', line },
      });
    }
  }
  return problems;
}

/**
 * Targets and comparators that no percentage can have.
 * @param percentages ids of the measures that are a part of a whole, so never below 0 or above 100
 */
export function outsidePercentages(workspace: Workspace, percentages: readonly string[]): Problem[] {
  const isPercentage = (row: { measure: string; of: string }) =>
    row.of === 'value' && percentages.includes(row.measure);
  return [
    ...workspace.targets
      .filter(({ value }) => isPercentage(value))
      .flatMap(({ value: { atLeast, atMost, low, high }, line }) =>
        Object.entries({ at_least: atLeast, at_most: atMost, low, high }).map(([column, value]) => ({
          value,
          place: { file: 'targets.csv', line, column },
        })),
      ),
    ...workspace.comparators
      .filter(({ value }) => isPercentage(value))
      .map(({ value, line }) => ({
        value: value.value,
        place: { file: 'comparators.csv', line, column: 'value' },
      })),
  ].flatMap(({ value, place }) => {
    const advice = value === null ? '' : percentageAdvice(value, place.column);
    if (advice === '') return [];
    return [
      { severity: 'error', rule: 'wrong-value', message: `Found "${value}"; expected ${advice}.`, place },
    ];
  });
}

function percentageAdvice(value: number, column: string): string {
  if (value < 0 || value > 100) return 'a percentage from 0 to 100';
  // A floor, or the top of a band, below 1% would ask for nothing: it is a share of 1, as spreadsheets keep percentages.
  const isShare = ['at_least', 'high'].includes(column) && value > 0 && value < 1;
  return isShare ? 'a percentage, such as 95 rather than 0.95' : '';
}

function unknownSuccessors(workspace: Workspace): Problem[] {
  const teams = workspace.teams.map(({ value }) => value.team);
  return workspace.teams
    .filter(({ value }) => value.mergedInto !== '' && !teams.includes(value.mergedInto))
    .map(({ value, line }) => ({
      severity: 'error',
      rule: 'unknown-team',
      message: `"${value.mergedInto}" is not a team of this table.${didYouMean(value.mergedInto, teams)}`,
      place: { file: 'teams.csv', line, column: 'merged_into' },
    }));
}

/** Where teams merged into each other none of them stands, so there is none for their cases to follow. */
function circlesOfMergers(workspace: Workspace): Problem[] {
  const teams = workspace.teams.map(({ value }) => value);
  return workspace.teams.flatMap(({ value, line }) => {
    const circle = circleFrom(value.team, teams);
    if (circle.length === 0) return [];
    const message = `The mergers go in a circle: ${[...circle, value.team].join(', ')}. Leave this blank for the team that stands.`;
    const place = { file: 'teams.csv', line, column: 'merged_into' };
    return [{ severity: 'error' as const, rule: 'circle-of-mergers', message, place }];
  });
}

/** The teams passed on the way from a team back to itself; none when the way ends elsewhere. */
function circleFrom(team: string, teams: readonly Team[]): string[] {
  const successorOf = (name: string) => teams.find(each => each.team === name)?.mergedInto ?? '';
  const passed = [team];
  let next = successorOf(team);
  while (next !== '' && !passed.includes(next)) {
    passed.push(next);
    next = successorOf(next);
  }
  return next === team ? passed : [];
}

/** An open action reaches the pack only with somebody to do it and a day to do it by. */
function unansweredActions(workspace: Workspace): Problem[] {
  return workspace.actions
    .filter(({ value }) => isOpenAction(value))
    .flatMap(({ value, line }) => {
      const missing = [value.lead === '' ? 'lead' : '', value.due === '' ? 'due' : ''].filter(
        name => name !== '',
      );
      return missing.map(column => ({
        severity: 'error' as const,
        rule: 'incomplete-action',
        message: `Action ${value.id} is open and has nothing here; an open action needs a lead (a role) and a due date.`,
        place: { file: 'actions.csv', line, column },
      }));
    });
}

function droppedWithoutReason(workspace: Workspace): Problem[] {
  return workspace.actions
    .filter(({ value }) => value.status === 'Dropped' && value.outcome === '')
    .map(({ value, line }) => ({
      severity: 'error',
      rule: 'no-reason',
      message: `Action ${value.id} was dropped and nothing says why. Give the reason as its outcome.`,
      place: { file: 'actions.csv', line, column: 'outcome' },
    }));
}

/** A public page names no person. What stands there may be a name, and so is not repeated. */
function leadsThatAreNoRoles({ actions, settings }: Workspace): Problem[] {
  return actions
    .filter(({ value }) => value.lead !== '' && !isRole(value.lead, settings.report.roles))
    .map(({ value, line }) => ({
      severity: 'warning',
      rule: 'lead-is-no-role',
      message: `The lead of action ${value.id} does not look like a role. Packs name roles and never people; if it is one, list it as report: roles in scorecard.yml.`,
      place: { file: 'actions.csv', line, column: 'lead' },
    }));
}
