/** The glossary of a pack, from the words of the pack itself: made when everything else of it stands. */
import { type GlossaryWords, makeGlossary, type UsedEntry } from '../narrative/glossary.js';
import type { Problem } from '../problems.js';
import { readerText } from './reader-text.js';

interface GlossaryRow {
  /** What a reader looks up: "MASH" before its term, or the term itself. */
  readonly name: string;
  /** The term where an abbreviation is the name, else ''. */
  readonly inFull: string;
  readonly meaning: string;
}

export interface GlossaryView {
  readonly rows: readonly GlossaryRow[];
}

export interface PackGlossary {
  readonly view: GlossaryView;
  readonly problems: readonly Problem[];
}

/** For the first rendering of a page, from which the glossary is made. */
export const NO_GLOSSARY: GlossaryView = { rows: [] };

/** @param html the page without its glossary */
export function glossaryOf(html: string, words: GlossaryWords): PackGlossary {
  const { used, unknown } = makeGlossary(readerText(html), words);
  return {
    view: { rows: used.map(glossaryRow) },
    problems: unknown.map(({ word, sentence }) => ({
      severity: 'warning',
      rule: 'unknown-abbreviation',
      message: `No glossary explains "${word}", first used in "${sentence}". Add it to glossary.csv, or write it out.`,
    })),
  };
}

function glossaryRow({ entry, abbreviations }: UsedEntry): GlossaryRow {
  const [term = ''] = entry.terms;
  // Where the term is its own abbreviation there is nothing to write out.
  const shown = abbreviations.filter(abbreviation => abbreviation !== term);
  return shown.length > 0
    ? { name: shown.join(', '), inFull: term, meaning: entry.meaning }
    : { name: term, inFull: '', meaning: entry.meaning };
}
