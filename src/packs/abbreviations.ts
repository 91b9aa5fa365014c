/** Abbreviations of a page, written out where a reader first meets them: the glossary is far away. */
import type { GlossaryWords } from '../narrative/glossary.js';

/** "ICPC: Initial child protection conference. MASH: Multi-agency safeguarding hub."; '' where the texts use none. */
export function abbreviationsIn(texts: readonly string[], { entries }: GlossaryWords): string {
  const words = new Set(texts.flatMap(text => text.split(/[^A-Za-z0-9]+/)));
  return entries
    .flatMap(({ terms: [term = ''], abbreviations }) =>
      abbreviations
        .filter(abbreviation => words.has(abbreviation) && abbreviation !== term)
        .map(abbreviation => `${abbreviation}: ${term}.`),
    )
    .join(' ');
}
