/**
 * The headings of a committee's cover report, in the order in which committees print them. Facts are short and come from
 * the settings; texts come from the cover report's file. A council may choose among them, reorder them and add its own.
 */
export const FACT_HEADINGS = [
  'Meeting',
  'Date',
  'Title',
  'Report by',
  'Classification',
  'Decision type',
  'Wards affected',
] as const;

export const TEXT_HEADINGS = [
  'Purpose',
  'Recommendations',
  'Alternative options',
  'Background',
  'Community impact',
  'Environmental impact',
  'Equality duty',
  'Resource implications',
  'Legal implications',
  'Risk implications',
  'Consultees',
  'Appendices',
  'Background papers',
] as const;

export const REPORT_HEADINGS: readonly string[] = [...FACT_HEADINGS, ...TEXT_HEADINGS];

export type FactHeading = (typeof FACT_HEADINGS)[number];

/** Two headings are one when they differ in nothing but capitals, marks and spaces. */
export function headingKey(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The short fact that a heading of a council's list asks for, whatever its capitals. */
export function factHeading(heading: string): FactHeading | undefined {
  return FACT_HEADINGS.find(fact => headingKey(fact) === headingKey(heading));
}
