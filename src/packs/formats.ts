/** What a pack is made as: a page, its print, and its numbers in a workbook. */
export const FORMATS = ['html', 'pdf', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export const USUAL_FORMATS: readonly Format[] = ['html', 'pdf'];
