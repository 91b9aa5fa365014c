import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Compared, compareFreeze } from '../../src/cli/compare.js';
import { comparisonText } from '../../src/cli/compare-text.js';
import { checkHistory } from '../../src/history/check-history.js';
import { readHistory } from '../../src/history/frozen.js';
import { DriftingWorkspace } from '../support/drifting-workspace.js';

/**
 * Six months of the sample are frozen while its extracts go on changing. What is changed here is all that may be told
 * afterwards, and everything of it must be.
 */
const MEASURES = [
  'referrals',
  're-referrals',
  'assessments-completed',
  'assessments-in-45-days',
  'cp-plans-open',
];
const MONTHS = ['2020-04', '2020-05', '2020-06', '2020-07', '2020-08', '2020-09'];

describe('months that are frozen while the extracts drift', () => {
  let workspace: DriftingWorkspace;
  const compared = new Map<string, Compared>();
  /** The records that were changed. */
  const ids = { duplicate: '', misdated: '', returned: '', late: '', slow: '', plan: '', hidden: '' };

  beforeAll(async () => {
    workspace = new DriftingWorkspace(MEASURES, ['referrals', 'assessments', 'cp_plans']);
    // A quarter of the children are enough.
    workspace.keepOnly(({ person_id: person }) => person === undefined || Number(person.slice(1)) % 4 === 0);
    for (const month of MONTHS.slice(0, 4)) await workspace.freeze(month);
    deleteDuplicate();
    for (const month of MONTHS.slice(4)) await workspace.freeze(month);
    recordLate();
    correctMonth();
    mergeChildren();
    correctAssessment();
    endPlanLate();
    const prepared = workspace.prepared();
    for (const month of MONTHS) compared.set(month, await compareFreeze(prepared, month, undefined));
  }, 900_000);
  afterAll(() => workspace.remove());

  const monthOf = (moment = '') => `${moment.slice(6, 10)}-${moment.slice(3, 5)}`;

  /** Referrals of children who were referred only once: what happens to them touches no other. */
  function onlyReferrals(month: string) {
    const rows = workspace.rows('referrals');
    const times = new Map<string | undefined, number>();
    for (const { person_id: person } of rows) times.set(person, (times.get(person) ?? 0) + 1);
    return rows.filter(row => times.get(row.person_id) === 1 && monthOf(row.received_at) === month);
  }

  function first<T>(rows: readonly T[]): T {
    const [row] = rows;
    if (!row) throw new Error('the sample has no such row');
    return row;
  }

  /** A referral of May turns out to be recorded twice, and is deleted after July was published. */
  function deleteDuplicate(): void {
    ids.duplicate = first(onlyReferrals('2020-05')).referral_id ?? '';
    workspace.change('referrals', rows => rows.filter(row => row.referral_id !== ids.duplicate));
  }

  /** A referral of June is recorded after September was published. */
  function recordLate(): void {
    const like = first(onlyReferrals('2020-06'));
    const late = { ...like, referral_id: 'R99999', person_id: 'P99996', received_at: '15/06/2020 10:00' };
    workspace.change('referrals', rows => [...rows, late]);
  }

  /** A referral of July was really of August. */
  function correctMonth(): void {
    ids.misdated = first(onlyReferrals('2020-07')).referral_id ?? '';
    edit('referrals', 'referral_id', ids.misdated, { received_at: '03/08/2020 09:00' });
  }

  /** A child referred in August turns out to be one who was referred in May under another number. */
  function mergeChildren(): void {
    const earlier = first(onlyReferrals('2020-05'));
    const later = first(onlyReferrals('2020-09'));
    ids.returned = later.referral_id ?? '';
    // Both have a plan, so that from September on the child counts once, by the plan started last.
    const openPlans = (person = '') =>
      workspace.rows('cp_plans').filter(row => row.person_id === person && row.ended_on === '');
    ids.hidden = first(openPlans(earlier.person_id)).plan_id ?? '';
    expect(monthOf(first(openPlans(later.person_id)).started_on)).toBe('2020-09');
    for (const extract of ['referrals', 'assessments', 'cp_plans']) {
      workspace.change(extract, rows =>
        rows.map(row =>
          row.person_id === later.person_id ? { ...row, person_id: earlier.person_id ?? '' } : row,
        ),
      );
    }
  }

  /** An assessment of 48 working days was begun a month later than recorded, and by another team. */
  function correctAssessment(): void {
    const slow = workspace
      .rows('assessments')
      .filter(row => row.started_on === '19/06/2020' && row.authorised_on === '26/08/2020');
    ids.slow = first(slow).assessment_id ?? '';
    edit('assessments', 'assessment_id', ids.slow, { started_on: '20/07/2020', team: 'Assessment 9' });
  }

  /** A plan that is still open ended in July. */
  function endPlanLate(): void {
    const open = workspace
      .rows('cp_plans')
      .filter(row => row.ended_on === '' && monthOf(row.started_on) === '2020-06');
    ids.plan = first(open).plan_id ?? '';
    edit('cp_plans', 'plan_id', ids.plan, { ended_on: '20/07/2020' });
  }

  function edit(extract: string, key: string, id: string, cells: Record<string, string>): void {
    workspace.change(extract, rows => rows.map(row => (row[key] === id ? { ...row, ...cells } : row)));
  }

  /** The month's own figures of the whole service that would be others, with their cases. */
  function told(month: string) {
    const { restatements = [] } = compared.get(month) ?? {};
    return restatements
      .filter(({ figure }) => ['month', 'snapshot'].includes(figure.period))
      .filter(({ figure }) => figure.of === 'value' && figure.team === '' && figure.category === '')
      .map(({ figure, cases }) => [
        figure.measure,
        ...cases.map(
          each => `${each.record} ${each.reasons.join(', ')}${each.otherMonth && ` ${each.otherMonth}`}`,
        ),
      ]);
  }

  it('when nothing of a month has changed then nothing of it is told', () => {
    expect(compared.get('2020-04')?.restatements).toEqual([]);
  });

  it('when a duplicate was deleted then the months before tell it, by its id', () => {
    const removed = `${ids.duplicate} removed`;
    expect(told('2020-05')).toEqual([
      ['referrals', removed],
      ['re-referrals', removed],
    ]);
  });

  it('when a case was recorded late then its month tells it', () => {
    expect(told('2020-06')).toEqual([
      ['referrals', 'R99999 added'],
      ['re-referrals', 'R99999 added'],
    ]);
  });

  it('when a date was corrected then both months tell from where and to where, and an ended plan is gone', () => {
    const to = `${ids.misdated} moved to another month 2020-08`;
    const from = `${ids.misdated} moved from another month 2020-07`;
    expect(told('2020-07')).toEqual([
      ['referrals', to],
      ['re-referrals', to],
      ['cp-plans-open', `${ids.plan} removed`],
    ]);
    expect(told('2020-08')).toEqual([
      ['referrals', from],
      ['re-referrals', from],
      // The number of assessments is the same: only one of them now meets the standard.
      ['assessments-in-45-days', `${ids.slow} standard now met, moved to another team`],
      ['cp-plans-open', `${ids.plan} removed`],
    ]);
  });

  it('when two children were merged then the later referral is one of a child referred before', () => {
    expect(told('2020-09')).toEqual([
      ['re-referrals', `${ids.returned} standard now met`],
      ['cp-plans-open', ...[ids.plan, ids.hidden].sort().map(plan => `${plan} removed`)],
    ]);
  });

  it('when a case changed team then the figures of both teams tell it', () => {
    const teams = (compared.get('2020-08')?.restatements ?? [])
      .filter(({ figure }) => figure.measure === 'assessments-completed' && figure.period === 'month')
      .map(({ figure, difference, cases }) => [figure.team, difference, cases.map(each => each.record)]);
    const was = teams.find(([team]) => team !== 'Assessment 9');
    expect(teams).toHaveLength(2);
    expect(was?.[2]).toEqual([ids.slow]);
    expect(teams.find(([team]) => team === 'Assessment 9')?.[2]).toEqual([ids.slow]);
  });

  it('when months are pooled then the year tells what changed since it was published, and nothing known before', () => {
    const year = compared
      .get('2020-09')
      ?.restatements.find(
        ({ figure }) =>
          figure.measure === 'referrals' &&
          figure.period === 'ytd' &&
          figure.team === '' &&
          figure.of === 'value',
      );
    // The duplicate was deleted before September was published; the misdated one stays within the year.
    expect(year?.difference).toBe(1);
    expect(year?.cases.map(({ record, reasons }) => [record, ...reasons])).toEqual(
      expect.arrayContaining([
        ['R99999', 'added'],
        [ids.misdated, 'moved to another month'],
        [ids.misdated, 'moved from another month'],
      ]),
    );
    expect(year?.cases).toHaveLength(3);
  });

  it('when a figure differs then the known cases account for all of it', () => {
    const unexplained = [...compared.values()]
      .flatMap(({ restatements }) => restatements)
      .filter(({ isExplained, otherCauses }) => !isExplained || otherCauses.length > 0);
    expect(unexplained.map(({ figure, otherCauses }) => [figure, otherCauses])).toEqual([]);
  });

  it('when it is told in a terminal then each figure stands with what was published, what is now, and why', () => {
    const found = compared.get('2020-06');
    if (!found) throw new Error('June was not compared');
    const options = { cases: true, teams: false };
    const lines = comparisonText(found, workspace.prepared().workspace, options).split('\n');
    expect(lines[0]).toBe(
      'June 2020 as published (2020-06.r1, frozen on 20 October 2020), and as the extracts make it now.',
    );
    const referrals = lines.indexOf('Referrals (referrals)');
    const [, published, now] = /published (\d+), now (\d+)/.exec(lines[referrals + 1] ?? '') ?? [];
    expect(Number(now)).toBe(Number(published) + 1);
    expect(lines.slice(referrals + 2, referrals + 4).map(line => line.trim())).toEqual([
      'Because: 1 added.',
      '- R99999 (2020-06): added',
    ]);
  });

  it('when a month is corrected then the new revision tells the same differences as the extracts did', async () => {
    await workspace.freeze('2020-08', 'A referral was dated wrongly');
    const revised = await compareFreeze(workspace.prepared(), '2020-08.r1', '2020-08.r2');
    const from = (found: Compared | undefined) =>
      found?.restatements.map(({ figure, difference, reasons }) => [figure.measure, difference, reasons]);
    expect(from(revised)).toEqual(from(compared.get('2020-08')));
    expect((await compareFreeze(workspace.prepared(), '2020-08', undefined)).restatements).toEqual([]);
    expect(readHistory(workspace.path).map(({ folder }) => folder)).toContain('0005/2020-08.r1');
  });

  it('when a frozen month is edited by hand then it is caught, and nothing is compared with it', async () => {
    const file = join(workspace.path, 'history', '0002', '2020-05.r1', 'figures.csv');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(/^(referrals,value,month,2020-05,,,)(\d)/m, '$19'));
    expect(readFileSync(file, 'utf8')).not.toBe(before);
    expect(checkHistory(workspace.path).map(({ place }) => place?.file)).toEqual([
      'history/0002/2020-05.r1/figures.csv',
    ]);
    await expect(compareFreeze(workspace.prepared(), '2020-05', undefined)).rejects.toThrow(
      /it is not as it was frozen/,
    );
    writeFileSync(file, before);
  });
});
