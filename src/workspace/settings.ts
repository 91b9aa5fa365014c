import { z } from 'zod';
import { isDate } from './cells.js';
import { coloursSchema } from './council-colours.js';
import { headingKey, REPORT_HEADINGS } from './report-headings.js';

/** scorecard.yml: the schema validates and documents. Unknown keys are errors, so that a typo is never silent. */

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a date as YYYY-MM-DD', abort: true })
  .refine(isDate, { error: 'a date that the calendar has' });

const codes = z.record(z.string(), z.record(z.string(), z.string()));

const layout = z.strictObject({
  /** Files in extracts/, `*` allowed; default `<extract>.csv`. */
  files: z.array(z.string().min(1)).min(1).optional(),
  /** The layout that its files are in, where headings leave a doubt: `own`, or a name from the list of layouts. */
  layout: z.string().min(1).optional(),
  dates: z.enum(['DD/MM/YYYY', 'YYYY-MM-DD']).default('DD/MM/YYYY'),
  encoding: z.enum(['utf-8', 'windows-1252']).default('utf-8'),
  delimiter: z.enum(['comma', 'semicolon', 'tab']).optional(),
  /** Our column: the local heading. */
  columns: z.record(z.string(), z.string()).default({}),
  /** Our column: local code: our code. */
  codes: codes.default({}),
  covers_from: date.optional(),
  extracted_on: date.optional(),
});

const headings = z
  .array(z.string().min(1))
  .min(1)
  .refine(given => repeatedHeading(given) === undefined, {
    error: issue => `each heading once, and "${repeatedHeading(issue.input as string[])}" stands twice`,
  })
  .default([...REPORT_HEADINGS]);

function repeatedHeading(given: readonly string[]): string | undefined {
  const keys = given.map(headingKey);
  return given.find((_, index) => keys.indexOf(keys[index] ?? '') !== index);
}

export const settingsSchema = z.strictObject({
  council: z.strictObject({
    name: z.string().min(1),
    service: z.string().min(1).default("Children's Services"),
    /** A picture in the workspace: .png, .jpg or .svg. */
    logo: z.string().min(1).optional(),
    colours: coloursSchema.optional(),
  }),
  extracted_on: date.optional(),
  covers_from: date.optional(),
  /** Months of figures kept for series, the report month included. */
  series_months: z.int().min(13).max(60).default(25),
  report: z
    .strictObject({
      committee: z.string().default('Overview and Scrutiny Committee'),
      meeting_date: date.optional(),
      report_by: z.string().default("Director of Children's Services"),
      classification: z.string().default('Public'),
      /** On every page of the edition that shows small numbers. */
      internal_classification: z.string().min(1).default('Official-Sensitive'),
      decision_type: z.string().default('This is not an executive decision'),
      wards_affected: z.string().default('All wards'),
      /** Headings of the cover report: those of the list, in any order, and the council's own. */
      headings,
      /** The scrutiny pack shows the measures that these documents first asked for, and the council's own. */
      measures_asked_by: z.array(z.string()).min(1).default(['scorecard 2020']),
      /** Roles that lead actions and are not known as roles by their words. */
      roles: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
  small_numbers: z.strictObject({ threshold: z.int().min(1).max(10).default(5) }).prefault({}),
  /** How series are read; docs/variation.md says what each does. */
  variation: z
    .strictObject({
      fewest_points: z.int().min(7).max(24).default(7),
      fewest_points_for_assurance: z.int().min(12).max(36).default(13),
      screen_outliers: z.boolean().default(true),
      /** Changes that somebody can date and explain: limits start anew, and the reason is printed under the chart. */
      steps: z
        .array(
          z.strictObject({
            measure: z.string().min(1),
            from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'a month as YYYY-MM' }),
            reason: z.string().min(1),
          }),
        )
        .default([]),
    })
    .prefault({}),
  /** What is kept of published months. */
  history: z
    .strictObject({
      /** The record ids of the cases behind the figures, so that `compare` can name those that changed. */
      keep_cases: z.boolean().default(true),
      /** What packs print of months that are frozen: what they are now, with restated ones marked, or what was published. */
      past_months: z.enum(['as they are now', 'as published']).default('as they are now'),
      /** How much a published figure must have changed to stand on the page of restatements. */
      restated_over: z
        .strictObject({
          /** Of percentages, in percentage points. */
          points: z.number().min(0).default(1),
          /** Of other figures, in percent of what was published. */
          percent: z.number().min(0).default(5),
        })
        .prefault({}),
    })
    .prefault({}),
  /** The role responsible for a measure or for all of an area, by the measure's id or the area's name. */
  responsible: z.record(z.string(), z.string().min(1)).default({}),
  /** Measures of manual_returns that come once a quarter, for its last month: the figure stands for all three. */
  quarterly_returns: z.array(z.string().min(1)).default([]),
  /** How often a child must be visited; a council may have agreed other intervals. */
  visits: z
    .strictObject({
      cin_working_days: z.int().min(1).max(130).default(20),
      cp_working_days: z.int().min(1).max(130).default(10),
      lac_weeks: z.int().min(1).max(26).default(6),
    })
    .prefault({}),
  /** A file in GOV.UK's shape, in the workspace, used instead of the one that comes with the tool. */
  bank_holidays: z.string().optional(),
  /** A browser to print with, where it is not found by itself. */
  browser: z.string().optional(),
  /** How long a pack may take to print. */
  browser_timeout_seconds: z.int().min(10).max(3600).default(120),
  extracts: z.record(z.string(), layout).default({}),
  /** Rules of the checks that weigh otherwise here, by their ids, and why: the reason is printed with what they find. */
  checks: z
    .record(
      z.string(),
      z.strictObject({ severity: z.enum(['error', 'warning', 'note']), reason: z.string().min(1) }),
    )
    .default({}),
});

export type Settings = z.infer<typeof settingsSchema>;
export type ExtractLayout = z.infer<typeof layout>;
export const defaultLayout: ExtractLayout = layout.parse({});
