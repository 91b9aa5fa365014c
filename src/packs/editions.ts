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
    text: `A count of 1 to ${threshold} children, or one that leaves 1 to ${threshold}, is printed as c. So is whatever would give it away: a second part of the same total; whoever started together with whoever ended; the month after a small one, so that the year to date can stand; and any sum over months in which a month is hidden alone. Each month is decided once, from itself and the months before it, and stays so in every later pack, so that two packs give no more than one. Nought is printed as 0, unless its total is small. The council's own timeliness is printed as a percentage without its counts, from 10 cases on.`,
  };
}
