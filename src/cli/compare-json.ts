import type { Figure } from '../figures/figure.js';
import { tidyNumber } from '../figures/tidy.js';
import type { CaseChangeFound } from '../history/compare/case-changes.js';
import type { Restatement } from '../history/compare/restatements.js';
import { nameOfFreeze } from '../history/frozen.js';
import type { Compared } from './compare.js';

/** What a program reads. @param withCases whether record ids are among it */
export function comparisonAsJson(
  { published, other, restatements, statements }: Compared,
  withCases: boolean,
): object {
  return {
    published: nameOfFreeze(published.record),
    frozen_on: published.record.frozen_on,
    against: other,
    restatements: restatements.map(each => restatementAsJson(each, withCases)),
    statements,
  };
}

function restatementAsJson(restatement: Restatement, withCases: boolean): object {
  const { figure, before, now, difference, cases } = restatement;
  const { measure, of, period, month, team, category, unit } = figure;
  return {
    ...{ measure, of, period, month, team, category, unit },
    published: numbersOf(before),
    now: numbersOf(now),
    difference,
    rating_changed: restatement.isRatingChanged,
    over_threshold: restatement.isOverThreshold,
    reasons: restatement.reasons,
    explained_by_cases: restatement.isExplained,
    other_causes: restatement.otherCauses,
    ...(withCases ? { cases: cases.map(caseAsJson) } : {}),
  };
}

function numbersOf(figure: Figure | null): object | null {
  if (!figure) return null;
  const { value, numerator, denominator, notYetDue, notJudged, status, rating, target } = figure;
  return {
    value: tidyNumber(value),
    numerator: tidyNumber(numerator),
    denominator: tidyNumber(denominator),
    not_yet_due: notYetDue,
    not_judged: notJudged,
    ...{ status, rating, target },
  };
}

function caseAsJson({ record, reasons, otherMonth, before, now }: CaseChangeFound): object {
  const month = now?.month ?? before?.month ?? '';
  return {
    record_id: record,
    month,
    reasons,
    other_month: otherMonth,
    published: before && { standing: before.standing, team: before.team, category: before.category },
    now: now && { standing: now.standing, team: now.team, category: now.category },
  };
}
