import type { FigureSet } from '../figures/figure-set.js';
import type { CoverReport } from '../narrative/cover-report.js';
import type { DataNote } from '../narrative/data-notes.js';
import type { ThreeQuestions } from '../narrative/questions.js';
import type { Pack } from './manifest.js';

/** A public pack is made twice: as it may be published, and with every number for the council's own eyes. */

const INTERNAL = '-internal';

/** Each edition is a pack of its own, which is asked for by its name. */
export function inEditions(packs: readonly Pack[]): Pack[] {
  return packs.flatMap(pack => {
    if (pack.audience !== 'public') return [pack];
    return [pack, { ...pack, id: pack.id + INTERNAL, isInternalEdition: true }];
  });
}

/** Whether it goes to public/, and so may be made of nothing but figures that may be published. */
export function isPublished({ audience, isInternalEdition }: Pack): boolean {
  return audience === 'public' && !isInternalEdition;
}

/** What differs between what is published and what is not: the figures, and all words that are filled from them. */
export interface Edition {
  readonly figures: FigureSet;
  readonly questions: ThreeQuestions;
  readonly coverReport: CoverReport;
}

/** In the notes of a pack that is published: how small numbers are held back. The words of docs/small-numbers.md. */
export function smallNumbersNote(threshold: number): DataNote {
  return {
    subject: 'Small numbers',
    text: `To protect children, a number of 1 to ${threshold} children is not printed, nor is one that leaves 1 to ${threshold} of its total: c stands in its place. Other numbers are printed as c too where it could be worked out from them: another part of the same total, those who started or ended, the month after, a sum over several months. So c may stand for a larger number. 0 is printed as 0, unless it belongs to a small total or is hidden together with such a number. What is hidden in one pack stays hidden in every later one. How quickly the council itself acts is printed as a percentage without its counts, where 10 or more cases were judged.`,
  };
}
