import { aimed, roundsTo } from './aims.js';
import { addWorking, type Day, LAST, monthAt, REPORT, workingDays } from './calendar.js';
import { Random } from './random.js';
import { TEAMS } from './teams.js';

/** Case audits by the month they were due. */

const GRADES = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate', 'Not completed'] as const;
type Grade = (typeof GRADES)[number];

export interface Audit {
  readonly dueMonth: string;
  readonly completedOn: Day | null;
  readonly kind: string;
  readonly theme: string;
  readonly grade: Grade;
  readonly team: string;
}

const USUAL: Record<Grade, number> = {
  Outstanding: 1,
  Good: 22,
  'Requires improvement': 47,
  Inadequate: 26,
  'Not completed': 4,
};
const THEMES = [
  'Neglect',
  'Domestic abuse',
  'Voice of the child',
  'Management oversight',
  'Plans',
  'Pre-birth work',
];

export function audits(): Audit[] {
  const random = new Random('audits');
  const grades = Array.from({ length: REPORT + 1 }, (_, index) => usualMonth(index, random));
  setYear(grades, 36, yearOf('2019-09', 30), random);
  const report = monthOfReport();
  grades[REPORT] = report;
  const year = yearOf('2020-09', 60);
  for (const grade of GRADES) year[grade] -= report.filter(one => one === grade).length;
  setYear(grades.slice(0, REPORT), 48, year, random).forEach((month, offset) => {
    grades[48 + offset] = month;
  });
  return grades.flatMap((month, index) => random.shuffle(month).map(grade => auditOf(grade, index, random)));
}

function usualMonth(index: number, random: Random): Grade[] {
  return Array.from({ length: random.int(6, index < 24 ? 9 : 12) }, () => random.weighted(USUAL));
}

function monthOfReport(): Grade[] {
  return GRADES.flatMap(grade => {
    const count = grade === 'Not completed' ? 0 : aimed('audits-completed', '2020-09', grade);
    return Array.from({ length: count }, () => grade);
  });
}

/** The smallest number of audits from a floor up whose grades are the published shares. */
function yearOf(month: string, from: number): Record<Grade, number> {
  for (let total = from; total < 300; total += 1) {
    const counts = GRADES.map(grade => {
      const share = aimedYear(month, grade);
      return Array.from({ length: total + 1 }, (_, count) => count).filter(count =>
        roundsTo(count, total, share),
      );
    });
    const found = combine(counts, total);
    if (found)
      return Object.fromEntries(GRADES.map((grade, place) => [grade, found[place] ?? 0])) as Record<
        Grade,
        number
      >;
  }
  throw new Error(`no number of audits gives the shares of ${month}`);
}

function aimedYear(month: string, grade: Grade): number {
  return aimed('audits-completed', month, grade, ['ytd']);
}

function combine(options: readonly number[][], total: number): number[] | null {
  const [first, ...rest] = options;
  if (!first) return total === 0 ? [] : null;
  for (const count of first) {
    const others = count <= total ? combine(rest, total - count) : null;
    if (others) return [count, ...others];
  }
  return null;
}

/** Deals a year's grades out to its months. */
function setYear(grades: Grade[][], first: number, year: Record<Grade, number>, random: Random): Grade[][] {
  const months = grades.slice(first, Math.min(first + 6, grades.length)).length;
  const all = random.shuffle(
    GRADES.flatMap(grade => Array.from({ length: Math.max(0, year[grade]) }, () => grade)),
  );
  const dealt: Grade[][] = Array.from({ length: months }, () => []);
  all.forEach((grade, place) => {
    (dealt[place % months] as Grade[]).push(grade);
  });
  dealt.forEach((month, offset) => {
    grades[first + offset] = month;
  });
  return dealt;
}

function auditOf(grade: Grade, index: number, random: Random): Audit {
  const { first, last, id } = monthAt(index);
  const done = random.pick(workingDays(first, Math.min(LAST, last)));
  const late = random.chance(0.08) ? addWorking(last, random.int(1, 8)) : done;
  const completedOn = grade === 'Not completed' ? null : Math.min(late, LAST - 2);
  const kind = random.weighted({ Moderated: 60, Thematic: 24, 'Deep dive': 8, 'Re-audit': 8 });
  const theme = kind === 'Thematic' ? random.pick(THEMES) : '';
  return { dueMonth: id, completedOn, kind, theme, grade, team: random.pick(Object.values(TEAMS).flat()) };
}
