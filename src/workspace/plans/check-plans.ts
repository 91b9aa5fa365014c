import { didYouMean } from '../../nearest.js';
import type { Place, Problem } from '../../problems.js';
import { isRole } from '../roles.js';
import type { Settings } from '../settings.js';
import { type Plan, partsOfPlan } from './plan.js';

/** What a plan names must exist, and whoever leads is a role. */
export function checkPlans(
  plans: readonly Plan[],
  measures: readonly string[],
  settings: Settings,
): Problem[] {
  return plans.flatMap(plan => [...unknownMeasures(plan, measures), ...leadsThatAreNoRoles(plan, settings)]);
}

function unknownMeasures(plan: Plan, measures: readonly string[]): Problem[] {
  return partsOfPlan(plan).flatMap(({ path, part }) =>
    part.measures.flatMap(({ measure: id }, index): Problem[] => {
      if (id === undefined || measures.includes(id)) return [];
      const advice = didYouMean(id, measures) || ' Give text: where no measure counts it.';
      return [
        {
          severity: 'error',
          rule: 'unknown-measure',
          message: `There is no measure "${id}".${advice}`,
          place: placeOf(plan, [...path, 'measures', index, 'measure']),
        },
      ];
    }),
  );
}

/** What stands there may be a name, and so is not repeated. */
function leadsThatAreNoRoles(plan: Plan, { report }: Settings): Problem[] {
  return partsOfPlan(plan).flatMap(({ path, part }) => {
    const leads = [
      ...(part.lead === undefined ? [] : [{ role: part.lead, at: [...path, 'lead'] }]),
      ...(part.judgement ? [{ role: part.judgement.role, at: [...path, 'judgement', 'role'] }] : []),
      ...(part.actions ?? []).map(({ lead }, index) => ({
        role: lead,
        at: [...path, 'actions', index, 'lead'],
      })),
    ];
    return leads
      .filter(({ role }) => !isRole(role, report.roles))
      .map(
        ({ at }): Problem => ({
          severity: 'warning',
          rule: 'lead-is-no-role',
          message:
            'This does not look like a role. Plans name roles and never people; if it is one, list it as report: roles in scorecard.yml.',
          place: placeOf(plan, at),
        }),
      );
  });
}

function placeOf({ file, lineOf }: Plan, path: readonly (string | number)[]): Place {
  return { file, line: lineOf(path), key: path.join('.') };
}
