import type { ActionItem } from '../workspace/tables.js';

/** One sentence of the commentary, its numbers filled in from the figures. */
export interface Statement {
  /** HTML, escaped, from the sentence's Markdown. */
  readonly html: string;
  readonly text: string;
  readonly measures: readonly string[];
  readonly line: number;
}

/** The page that every pack opens with. */
export interface ThreeQuestions {
  readonly goingWell: readonly Statement[];
  readonly worriedAbout: readonly Statement[];
  /** Open actions, at most five, soonest due first. */
  readonly actions: readonly ActionItem[];
  /** Actions closed, with what became of them. */
  readonly finished: readonly ActionItem[];
  /** Null when nobody has approved the words yet: a public pack then shows none of them. */
  readonly approved: { readonly by: string; readonly on: string } | null;
  /** For whoever is writing them: shown before anybody has approved them, as a draft on every page. */
  readonly isDraftShown?: boolean;
  /** Why there are no statements, for the reader; '' when there are. */
  readonly absence: string;
}
