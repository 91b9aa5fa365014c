import { describe, expect, it } from 'vitest';
import { checkStatement } from '../../../src/narrative/claims/check-statement.js';
import { source, verdicts } from './examples.js';

/** Forty statements that the figures bear out. */
const TRUE = [
  '39% of referrals were about children referred before. [re-referrals]',
  '37 of 95 referrals were about children referred before. [re-referrals]',
  '39 per cent of referrals were repeats, up from 23% in August. [re-referrals]',
  'Re-referrals were 39%, the highest in a year. [re-referrals]',
  'Re-referrals are the highest since October 2019. [re-referrals]',
  'Re-referrals are the worst so far this year. [re-referrals]',
  'So far this year, 26% of referrals were repeats, against 19% in the same months of last year. [re-referrals]',
  'Re-referrals rose by 16 percentage points. [re-referrals]',
  'Re-referrals rose by 69%. [re-referrals]',
  'Re-referrals have worsened. [re-referrals]',
  'Nearly two in five referrals were repeats. [re-referrals]',
  'Re-referrals are higher than England, at 21% in 2018/19. [re-referrals]',
  'Re-referrals are worse than the West Midlands. [re-referrals]',
  'Re-referrals are up on last year. [re-referrals]',
  'A quarter of children were not seen within three working days so far this year. [seen]',
  '79% of children were seen within 3 working days. [seen]',
  '21% of children were not seen in time. [seen]',
  'More than three quarters of children were seen in time. [seen]',
  'Seeing children in time improved from 62% to 79%. [seen]',
  'We are below the target of 95%. [seen]',
  'The target has been missed for six months in a row. [seen]',
  'In July it was 82%. [seen]',
  '69% of closed assessments ended with no further action. [closed]',
  'Over two thirds of closed assessments ended with no further action. [closed]',
  'Of 84 assessments that closed, 58 had no further action. [closed]',
  'Closed assessments with no further action fell from 74% in August. [closed]',
  '100% of conferences were held in time for the third consecutive month. [conferences]',
  'Conferences were at 100% for the third month running. [conferences]',
  'The target was met. [conferences]',
  'So far this year 92% of conferences were in time, up from 79% in the same months of last year. [conferences]',
  '41% of audits this year were graded good. [audits]',
  '7 of 12 audits were graded good. [audits]',
  'Caseloads have been steady for five months. [caseload]',
  'The average caseload was 16 cases, down from 21 a year ago. [caseload]',
  'The average caseload is lower than a year ago. [caseload]',
  '125 children were on a plan, up from 113 the month before. [plans]',
  'The number of children on a plan is the highest so far this year. [plans]',
  '125 children is short of our target of between 135 and 155. [plans]',
  '72 children were on a plan for emotional abuse. [plans-by-category]',
  'About a third of plans were for neglect. [plans-by-category]',
];

/** Forty that they contradict, the first three as they once stood on a published front page. */
const FALSE = [
  '45% of audits this year were graded good. [audits]',
  '69% of assessments ended with no further action. [closed]',
  'Caseloads have been steady for six months. [caseload]',
  '38% of referrals were about children referred before. [re-referrals]',
  '23% of referrals were about children referred before. [re-referrals]',
  '36 of 95 referrals were about children referred before. [re-referrals]',
  '39% of referrals were repeats, up from 25% in August. [re-referrals]',
  'Re-referrals were 39%, the lowest in a year. [re-referrals]',
  'In August re-referrals were 39%. [re-referrals]',
  'So far this year, 39% of referrals were repeats. [re-referrals]',
  'It was 26% so far this year, against 23% in the same months of last year. [re-referrals]',
  'Re-referrals rose by 16%. [re-referrals]',
  'Re-referrals rose by 12 percentage points. [re-referrals]',
  'Re-referrals fell from 23%. [re-referrals]',
  'Re-referrals have improved. [re-referrals]',
  'Half of referrals were repeats. [re-referrals]',
  'Re-referrals are lower than England. [re-referrals]',
  'Re-referrals are better than the national average. [re-referrals]',
  'England had 25% in 2018/19. [re-referrals]',
  'Re-referrals are down on last year. [re-referrals]',
  'A third of children were not seen within three working days so far this year. [seen]',
  '21% of children were seen within 3 working days. [seen]',
  'Seeing children in time worsened from 62% to 79%. [seen]',
  'We are above the target. [seen]',
  'Our target is 90%. [seen]',
  'The target has been met for three months in a row. [seen]',
  'In July it was 74%. [seen]',
  'Under half of closed assessments ended with no further action. [closed]',
  '60 of the 84 closed assessments had no further action. [closed]',
  'Closed assessments with no further action rose from 74% in August. [closed]',
  '100% of conferences were held in time for the fourth consecutive month. [conferences]',
  '100% of conferences were held in time for the second consecutive month. [conferences]',
  'The target was missed. [conferences]',
  '6 of 12 audits were graded good. [audits]',
  'The average caseload was 16 cases, up from 22 a year ago. [caseload]',
  'The average caseload was 18 cases. [caseload]',
  '125 children were on a plan, down from 113 the month before. [plans]',
  'The number of children on a plan is the highest since September 2019. [plans]',
  '42 children were on a plan for emotional abuse. [plans-by-category]',
  'A quarter of plans were for neglect. [plans-by-category]',
];

describe('checkStatement', () => {
  it('when they are counted then there are forty of each', () => {
    expect([new Set(TRUE).size, new Set(FALSE).size]).toEqual([40, 40]);
  });

  it.each(TRUE)('when it is true then nothing contradicts it: %s', statement => {
    const found = verdicts(statement);
    expect(found.filter(each => each.verdict === 'contradicted')).toEqual([]);
    expect(found.some(each => each.verdict === 'true')).toBe(true);
  });

  it.each(FALSE)('when it is false then the figures say so: %s', statement => {
    const contradicted = verdicts(statement).filter(each => each.verdict === 'contradicted');
    expect(contradicted).not.toEqual([]);
    expect(contradicted.every(each => each.shows !== '')).toBe(true);
  });

  it.each([
    ['nothing that figures can say', 'Workers tell us that the new form helps them. [seen]'],
    ['a plan for the future', 'We will recruit 12 more conference chairs by March. [conferences]'],
    [
      'dates, ages and sections',
      'On 5 October 2020 we looked at section 47 and children aged 16 to 17. [seen]',
    ],
    ["the measure's own words", 'Children should be seen within 3 working days. [seen]'],
    [
      'a run beside an average',
      'It has been better than its average for seven months in a row. [re-referrals]',
    ],
    ['a span that no series reaches', 'The target has been missed for 30 months in a row. [seen]'],
    ['a figure that is not there', 'In January 2018 it was 82%. [seen]'],
  ])('when a statement holds %s then it is no contradiction', (_, statement) => {
    expect(verdicts(statement).filter(each => each.verdict === 'contradicted')).toEqual([]);
  });

  it('when a number was filled in from a figure then it needs no proof, and its direction does', () => {
    const seen = source.measures.filter(({ id }) => id === 'seen');
    const text = 'In July it was 74%, down from 62%.';
    const verdictsOf = (trusted: readonly (readonly [number, number])[]) =>
      checkStatement(text, seen, source, trusted)
        .filter(each => each.verdict === 'contradicted')
        .map(each => each.form);
    expect(verdictsOf([[15, 18]])).toEqual(['rose or fell']);
    expect(verdictsOf([])).toEqual(['rose or fell', 'percentage']);
  });
});
