import { z } from 'zod';

/** A pack's `pack.yml`: what the pack is called, for whom it is, and what stands in it. Unknown keys are errors. */

export const AUDIENCES = ['public', 'board', 'team managers', 'performance team'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Not a part but a section for each service area of the pack's measures. */
export const AREAS = 'areas';

const ids = z.array(z.string().min(1)).min(1);

const section = z
  .strictObject({
    /** As in the contents and above the section; areas bring their own. */
    title: z.string().min(1).optional(),
    /** A file of partials/, the shared ones or the pack's own; or `areas`. */
    part: z.string().min(1).optional(),
    /** Ids of measures, which the section shows as an area does: sentences, table and charts. */
    measures: ids.optional(),
  })
  .check(context => {
    const { title, part, measures } = context.value;
    const tell = (message: string) =>
      context.issues.push({ code: 'custom', message, path: [], input: context.value });
    if (part === undefined && measures === undefined) tell('a part, or measures');
    else if (title === undefined && part !== AREAS) tell('a title');
  });

export const manifestSchema = z.strictObject({
  /** Printed before the month: "Indicator book". {{service}} and {{council}} are those of scorecard.yml. */
  name: z
    .string()
    .min(1)
    .refine(name => !/\{\{(?!(service|council)\}\})/.test(name), {
      error: 'a name with no more in braces than {{service}} and {{council}}',
    }),
  /** `public` packs go to public/ and hold only what may be published; the others never do. */
  audience: z.enum(AUDIENCES),
  /** For whom it is, on the cover: "the improvement board". */
  readers: z.string().min(1).optional(),
  page: z
    .strictObject({
      size: z.enum(['A4', 'A3']).default('A4'),
      orientation: z.enum(['portrait', 'landscape']).default('landscape'),
    })
    .prefault({}),
  /** What the templates are given, by its name in src/packs/pack-views.ts. */
  view: z.string().min(1).default('general'),
  /**
   * all: every measure · reported: those of `report: measures_asked_by` in scorecard.yml, and the council's own · or ids,
   * and names of areas. By default those that its sections name, else the reported ones.
   */
  measures: z.union([z.enum(['all', 'reported']), ids]).optional(),
  sections: z.array(section).min(1),
});

export type ManifestSpec = z.infer<typeof manifestSchema>;
export type SectionSpec = ManifestSpec['sections'][number];

/** A pack as its folder describes it, checked. */
export interface Pack extends ManifestSpec {
  /** The folder's name, and the names of its files: `scrutiny`. */
  readonly id: string;
  /** Where its files are looked for: the first found is the one. */
  readonly folders: readonly string[];
  /** The workspace has templates, whose slips are looked for before anything is drawn. */
  readonly isTailored: boolean;
  /** The edition of a public pack that holds nothing back, and is not published. */
  readonly isInternalEdition: boolean;
}
