import type { Severity } from '../problems.js';

/** What a check looks for: the words from `checks/<id>.yml`, the question from the `.sql` beside it or by a name. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** In a few words, for lists and notes: no value of a row may stand in it. */
  readonly title: string;
  /** The sentence of a finding, with {rows}, {extract} and the like. */
  readonly message: string;
  readonly whatToDo: string;
  readonly why: string;
  readonly finds: RuleSource;
  /** Rules of which nothing is told in an extract where this one is broken, because it would follow from it. */
  readonly explains: readonly string[];
  /** The extract at fault, where what is found in several others has one cause: its name, or `named`; '' where there is none. */
  readonly mendedIn?: string;
  /** What it finds changes no figure, or none that a pack shows. */
  readonly figuresStand?: boolean;
}

export type RuleSource =
  /** Told while files are found and read. */
  | { readonly kind: 'reading' }
  /** A query of its own: returns row_key, and detail where there is more to say of a row. */
  | {
      readonly kind: 'sql';
      readonly extract: string;
      readonly column: string;
      readonly sql: string;
      readonly file: string;
    }
  /** Queries made for every extract, from the definitions of its columns and from tables of reference/. */
  | { readonly kind: 'finder'; readonly name: string; readonly tables: readonly string[] };

/** One place where a rule is broken, before it is known on which line of which file. */
export interface Hit {
  readonly rule: string;
  /** '' where it is of no extract. */
  readonly extract: string;
  /** Our column; '' where it is of the whole row or file. */
  readonly column: string;
  /** What the finding is about besides, such as a code: hits of other values are other findings. */
  readonly value: string;
  /** Names the row; '' where the place is known or there is none. */
  readonly rowKey: string;
  readonly file?: string;
  readonly line?: number;
  /** Of this one place, as a sentence; '' where the rule's title says it all. */
  readonly detail: string;
  /** Ids of the measures that it touches, where they are not those that use the column. */
  readonly measures?: readonly string[];
  /** How many hits there are of which this is one, where not all were fetched. */
  readonly total?: number;
}

export interface FoundPlace {
  readonly file: string;
  readonly line?: number;
  /** As headed in the file. */
  readonly column?: string;
  readonly message: string;
}

/** Everything that one rule found in one column of one extract, or in several where one extract is the cause. */
export interface Finding {
  readonly severity: Severity;
  readonly rule: string;
  readonly title: string;
  /** To be mended. */
  readonly extract: string;
  /** In which it shows, where that is another or there are several. */
  readonly shownIn?: readonly string[];
  readonly column: string;
  readonly count: number;
  readonly message: string;
  readonly whatToDo: string;
  readonly why: string;
  /** Ids of the measures that use what is in doubt. */
  readonly measures: readonly string[];
  /** By file and line; fewer than `count` where a fault is everywhere. */
  readonly places: readonly FoundPlace[];
  /** Why the workspace gives it another severity than the rule; '' where it does not. */
  readonly regradedBecause: string;
}
