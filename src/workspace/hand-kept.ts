import { z } from 'zod';
import { month, number, openDate, openMonth, openNumber, text, valueOrRate } from './cells.js';
import { ACTION_STATUSES, type ActionItem, type Target, type Team } from './tables.js';

/**
 * The hand-kept tables: one schema a table, whose keys are its columns. What a row means is checked here; whether it
 * names a measure or team that exists is checked in cross-checks.ts, when those are known.
 */

const blank = z.string().default('');
const EDGES = ['at_least', 'at_most', 'low', 'high'] as const;

export const targetRow = z
  .strictObject({
    measure: text,
    of: valueOrRate.default('value'),
    from: openMonth.default(''),
    at_least: openNumber.default(null),
    at_most: openNumber.default(null),
    low: openNumber.default(null),
    high: openNumber.default(null),
    amber: openNumber.default(null),
  })
  .check(context => {
    const { at_least, at_most, low, high } = context.value;
    const given = [at_least, at_most, low ?? high].filter(value => value !== null).length;
    const isBand = low !== null && high !== null && low <= high;
    if (given === 1 && (isBand || (low === null && high === null))) return;
    const message = 'either at_least, or at_most, or low and high with low not above high';
    const column = EDGES.find(name => context.value[name] !== null) ?? 'at_least';
    context.issues.push({ code: 'custom', message, path: [column], input: context.value[column] });
  });

export const comparatorRow = z.strictObject({
  measure: text,
  of: valueOrRate.default('value'),
  group: text,
  year: text,
  value: number,
});

export const judgementRow = z.strictObject({
  measure: text,
  month,
  rating: z
    .string()
    .transform(cell => cell.toLowerCase())
    .pipe(z.enum(['green', 'amber', 'red'])),
  role: text,
  reason: text,
});

const WHOLE = 'a whole number above 0, such as 36100';

/** 36.100 and 36.000 are somebody's thousands: read as they stand they would make every rate a thousand times too high. */
const children = z
  .string()
  .refine(cell => !cell.includes('.'), { error: WHOLE, abort: true })
  .pipe(number)
  .refine(value => value > 0, { error: WHOLE });

export const populationRow = z.strictObject({
  from: openMonth,
  ages: z.enum(['0-17']),
  population: children,
  source: blank,
});

export const teamRow = z.strictObject({
  team: text,
  service_area: blank,
  from: openMonth.or(openDate).default(''),
  to: openMonth.or(openDate).default(''),
  merged_into: blank,
});

export const actionRow = z.strictObject({
  id: text,
  opened: month,
  action: text,
  lead: blank,
  due: openDate,
  status: z.enum(ACTION_STATUSES),
  measures: blank,
  outcome: blank,
});

export function toTarget(row: z.infer<typeof targetRow>): Target {
  const { at_least, at_most, ...rest } = row;
  return { ...rest, atLeast: at_least, atMost: at_most };
}

export function toTeam(row: z.infer<typeof teamRow>): Team {
  const { service_area, merged_into, ...rest } = row;
  return { ...rest, serviceArea: service_area, mergedInto: merged_into };
}

export function toAction(row: z.infer<typeof actionRow>): ActionItem {
  return { ...row, measures: row.measures.split(/[\s;,]+/).filter(id => id !== '') };
}
