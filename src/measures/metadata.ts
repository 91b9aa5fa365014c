import { z } from 'zod';

/** The `.yml` beside a measure's SQL. Its keys are the words of the contract; unknown keys are errors. */

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM');

/** Codes in printed order, or `extract.column` for the codes of that column. */
const level = z.strictObject({
  title: z.string().min(1),
  codes: z
    .union([z.array(z.string().min(1)), z.string().regex(/^\w+\.\w+$/, 'extract.column, or a list of codes')])
    .optional(),
});

export const metadataSchema = z.strictObject({
  name: z.string().min(1),
  area: z.string().min(1),
  kind: z.enum(['count', 'ratio', 'average', 'breakdown', 'snapshot', 'rate', 'manual']),
  /** What is counted (of a ratio: what makes a case count as met). */
  counts: z.string().min(1),
  of: z.string().default(''),
  dated_by: z.string().min(1),
  window: z.int().min(1).max(120).optional(),
  history: z.union([z.int().min(1), z.literal('all')]).optional(),
  pooled: z.boolean().default(false),
  /** A count of distinct children: each counts once in a figure, however many cases and months it spans. */
  distinct: z.boolean().default(false),
  /** Of an average: its amounts are divided by it once, at the end; 7 where the query gives days and the unit is weeks. */
  divisor: z.int().min(1).default(1),
  /** The document that first asked for it; a pack shows those that its document asked for. */
  first_asked: z.string().default(''),
  polarity: z.enum(['higher', 'lower', 'target', 'none']),
  unit: z.enum([
    'percent',
    'count',
    'days',
    'weeks',
    'per 10000',
    'fte',
    'score',
    'cases per worker',
    'cases per fte',
  ]),
  decimals: z.int().min(0).max(3).default(0),
  disclosure: z.enum(['attribute', 'process', 'none']),
  national: z.enum(['same', 'near', 'none']).default('none'),
  national_note: z.string().default(''),
  source: z.string().min(1),
  guide: z.string().min(1),
  /** Why the latest month can still change, in a sentence that stands beside its figure. */
  unsettled: z.string().default(''),
  category: z.array(level).min(1).max(2).optional(),
  rate: z.boolean().default(false),
  /** Of a count of who is open at month end: the measures that count who started and who ended. */
  started_by: z.string().min(1).optional(),
  ended_by: z.string().min(1).optional(),
  /** How a draft of the commentary speaks of it, and how much it matters there. */
  statement: z
    .strictObject({
      /** A sentence's beginning with # where the figure stands: "# of referrals were about children referred before". */
      said: z.string().regex(/#/, 'a sentence with # where the figure stands'),
      /** What it is about: two statements of a list are never about the same. */
      topic: z.string().min(1),
      /** 1 matters little, 5 most. */
      weight: z.int().min(1).max(5),
      /** Why it weighs that much. */
      reason: z.string().min(1),
      /** Where the percentage is of a narrower group than its name: words one of which a statement must hold. */
      base: z.array(z.string().min(1)).optional(),
    })
    .optional(),
  judged: z.enum(['after limit', 'at once']).default('at once'),
  needs: z.record(z.string(), z.array(z.string())),
  versions: z
    .array(
      z.strictObject({
        from: month.optional(),
        to: month.optional(),
        sql: z.string().regex(/^[^/\\]+$/, { error: 'the name of a file beside this one' }),
        definition: z.string().min(1),
      }),
    )
    .min(1)
    .optional(),
});

export type MetadataSpec = z.infer<typeof metadataSchema>;
