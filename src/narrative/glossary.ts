import type { GlossaryEntry } from '../workspace/tables.js';
import { capitalWords, sentencesOf } from './capital-words.js';

/** Terms and abbreviations that a text uses, with their meanings, and abbreviations that nobody has explained. */

export interface GlossaryWords {
  readonly entries: readonly GlossaryEntry[];
  /** Words in capitals that need no explanation. */
  readonly notAbbreviations: readonly string[];
}

export interface UsedEntry {
  readonly entry: GlossaryEntry;
  /** Its abbreviations that the text uses; none where only the term is used. */
  readonly abbreviations: readonly string[];
}

export interface UnknownAbbreviation {
  readonly word: string;
  /** The sentence where it is first used, shortened. */
  readonly sentence: string;
}

export interface Glossary {
  /** In the order of the alphabet, by what is printed first. */
  readonly used: readonly UsedEntry[];
  readonly unknown: readonly UnknownAbbreviation[];
}

/** @param lines the text of a pack, a block of it a line */
export function makeGlossary(lines: readonly string[], words: GlossaryWords): Glossary {
  const ignored = new Set(words.notAbbreviations);
  const known = knownAbbreviations(words);
  // Most lines of a pack are numbers, and names that stand in many tables: what is first met is enough.
  const worded = [...new Set(lines)].filter(line => /\p{L}/u.test(line));
  const text = worded.join('\n');
  const used = new Set(words.entries.filter(entry => usesTerm(text, entry)));
  const abbreviations = new Map<string, string>();
  const meet = (blocks: readonly string[]) => {
    for (const sentence of blocks.flatMap(sentencesOf)) {
      for (const word of capitalWords(sentence, known)) {
        if (!abbreviations.has(word) && !ignored.has(word)) abbreviations.set(word, sentence);
      }
      for (const word of sentence.match(LOWER_CASE_ABBREVIATION) ?? [])
        if (!abbreviations.has(word)) abbreviations.set(word, sentence);
    }
  };
  meet(worded);
  const explained = new Set<GlossaryEntry>();
  // A meaning may use an abbreviation in its turn, which a reader then looks up too.
  for (let next = usedEntries(); next.length > 0; next = usedEntries()) {
    for (const entry of next) explained.add(entry);
    meet(next.map(entry => entry.meaning));
  }
  return {
    used: [...explained]
      .map(entry => ({ entry, abbreviations: entry.abbreviations.filter(each => abbreviations.has(each)) }))
      .sort((one, other) => compare(sortKey(one), sortKey(other))),
    unknown: [...abbreviations]
      .filter(([word]) => !known.has(word))
      .map(([word, sentence]) => ({ word, sentence: shortened(sentence, word) })),
  };

  function usedEntries(): GlossaryEntry[] {
    return words.entries.filter(
      entry =>
        !explained.has(entry) &&
        (used.has(entry) || entry.abbreviations.some(each => abbreviations.has(each))),
    );
  }
}

/** "s47", which the law writes so; not a part of an id such as s47-in-15-days. */
const LOWER_CASE_ABBREVIATION = /(?<![\w-])s\d{1,2}(?![\w-])/g;

/** A term may itself be written in capitals. */
function knownAbbreviations({ entries }: GlossaryWords): ReadonlySet<string> {
  return new Set(entries.flatMap(entry => [...entry.abbreviations, ...entry.terms]));
}

/** Capitals do not matter, and the last word may stand in the plural. */
function usesTerm(text: string, { terms }: GlossaryEntry): boolean {
  return terms.some(term => {
    const words = term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
    const plural = words.endsWith('y') ? `${words.slice(0, -1)}(?:y|ies)` : `${words}(?:e?s)?`;
    return new RegExp(`(?<![\\w-])${plural}(?![\\w-])`, 'i').test(text);
  });
}

const MOST_LETTERS = 80;

/** At most 80 letters of a sentence, around the word. */
function shortened(sentence: string, word: string): string {
  if (sentence.length <= MOST_LETTERS) return sentence;
  const middle = sentence.indexOf(word) + Math.floor(word.length / 2);
  const start = Math.max(0, Math.min(middle - MOST_LETTERS / 2, sentence.length - MOST_LETTERS));
  const end = start + MOST_LETTERS;
  return `${start > 0 ? '…' : ''}${sentence.slice(start, end).trim()}${end < sentence.length ? '…' : ''}`;
}

function sortKey({ entry, abbreviations }: UsedEntry): string {
  return (abbreviations[0] ?? entry.terms[0] ?? '').toLowerCase();
}

/** Not by the machine's language: every machine prints the same order. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
