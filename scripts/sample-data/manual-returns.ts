import { months, REPORT } from './calendar.js';
import { Random } from './random.js';
import type { Cell, Sheet } from './sheet.js';

/** Figures that reach the team as figures, a row a month; attendance comes by the quarter. */

interface Return {
  readonly measure: string;
  /** A count's middle and how it moves in a year. */
  readonly middle: number;
  readonly aYear: number;
  /** Of a percentage: how many it is of, and the share. */
  readonly of?: number;
  readonly share?: number;
  readonly quarterly?: boolean;
}

const RETURNS: readonly Return[] = [
  { measure: 'life-story-backlog', middle: 31, aYear: -4 },
  { measure: 'care-applications', middle: 3, aYear: 0.4 },
  { measure: 'newly-qualified-started', middle: 2, aYear: 0.3 },
  { measure: 'learning-event-attendance', middle: 46, aYear: 6 },
  { measure: 'audit-actions-overdue', middle: 24, aYear: -3 },
  { measure: 'foster-carer-households', middle: 142, aYear: -3 },
  { measure: 'connected-carer-households', middle: 38, aYear: 4 },
  { measure: 'kinship-training-uptake', middle: 7, aYear: 1 },
  { measure: 'attendance-looked-after', middle: 0, aYear: 0, of: 14_800, share: 0.93, quarterly: true },
  { measure: 'accommodation-agreed-17', middle: 0, aYear: 0, of: 4, share: 0.72 },
  { measure: 'accommodation-plan-17-5', middle: 0, aYear: 0, of: 4, share: 0.8 },
  { measure: 'separated-young-people-eet', middle: 0, aYear: 0, of: 26, share: 0.74 },
];

export function manualReturns(): Sheet {
  const columns = ['measure', 'month', 'team', 'numerator', 'denominator', 'value', 'note'];
  return { name: 'manual_returns', columns, rows: [...claims(), ...RETURNS.flatMap(rowsOf)] };
}

function claims(): Cell[][] {
  const random = new Random('manual-returns');
  return months.slice(0, REPORT + 1).map(({ index, id }) => {
    const spring = index >= 48 && index <= 50 ? 0.6 : 1;
    const count = Math.max(2, Math.round(random.normal(26 + index * 0.12, 5) * spring));
    return ['early-help-claims', id, '', '', '', count, index === 48 ? 'Visits to verify were paused' : ''];
  });
}

function rowsOf({ measure, middle, aYear, of, share = 0, quarterly }: Return): Cell[][] {
  const random = new Random(`manual-returns/${measure}`);
  const asked = months.slice(0, REPORT + 1).filter(({ id }) => !quarterly || /-(03|06|09|12)$/.test(id));
  return asked.map(({ index, id }) => {
    if (of !== undefined) {
      const all = Math.max(1, Math.round(random.normal(of, Math.sqrt(of) * 0.5)));
      const part = Math.min(all, Math.round(all * random.normal(share, quarterly ? 0.01 : 0.08)));
      return [measure, id, '', part, all, '', ''];
    }
    const mean = middle + (aYear * index) / 12;
    const value = Math.max(0, Math.round(random.normal(mean, Math.sqrt(Math.max(1, mean)) * 0.45)));
    return [measure, id, '', '', '', value, ''];
  });
}
