import type { Figure } from '../../figures/figure.js';
import type { Measure } from '../../measures/measure.js';
import type { Comparator } from '../../workspace/tables.js';
import { shown } from '../evidence/source.js';
import type { FigureSource } from '../figure-reference.js';
import { figureAt, type Moment, momentsIn, NOW } from './moment.js';

/** What a sentence says that figures can bear out, and the ground on which each form of it is judged. */

export interface ClaimSource extends FigureSource {
  readonly comparators: readonly Comparator[];
}

export interface Verdict {
  /** Id of the form. */
  readonly form: string;
  readonly verdict: 'true' | 'contradicted' | 'unverified';
  /** The words that say it. */
  readonly said: string;
  /** What the figures say, in words; '' where it is true. */
  readonly shows: string;
}

/** A sentence being read. What one form has understood is blanked, so that no other takes it for something else. */
export class Sentence {
  /** As long as the text, with spaces for what has been understood. */
  rest: string;

  constructor(
    readonly text: string,
    /** Stretches that came from references, which need no proof as numbers. */
    readonly trusted: readonly (readonly [start: number, end: number])[],
    readonly measures: readonly Measure[],
    readonly source: ClaimSource,
  ) {
    this.rest = text;
  }

  /** Every place of a pattern in what is left. */
  find(pattern: RegExp): RegExpMatchArray[] {
    return [...this.rest.matchAll(new RegExp(pattern.source, 'gi'))];
  }

  blank({ index = 0, 0: words }: Pick<RegExpMatchArray, 'index' | 0>): void {
    this.rest = this.rest.slice(0, index) + ' '.repeat(words.length) + this.rest.slice(index + words.length);
  }

  isTrusted(start: number): boolean {
    return this.trusted.some(([from, to]) => from <= start && start < to);
  }

  /** The words around a place, up to the marks and words that part one figure from the next. */
  segmentAt(start: number): string {
    const [from, to] = this.boundsAt(start);
    return this.text.slice(from, to);
  }

  /** The moments that the words around a place name, or those just before them, which may only set the time. */
  momentsAt(start: number): readonly Moment[] {
    const { month } = this.source;
    const [from] = this.boundsAt(start);
    const own = momentsIn(this.segmentAt(start), this.text, month);
    if (own) return own;
    const before = from > 0 ? this.segmentAt(from - 2) : '';
    const isOnlyTime =
      before !== '' &&
      !/\d+(?:\.\d+)? ?%|\bfrom\b/.test(before) &&
      /^\s*(?:so far|in|this|over|at|since)\b/i.test(before);
    return (isOnlyTime ? momentsIn(before, this.text, month) : null) ?? [NOW];
  }

  private boundsAt(start: number): [number, number] {
    let [from, to] = [0, this.text.length];
    for (const { index = 0, 0: mark } of this.text.matchAll(PARTING)) {
      if (index + mark.length <= start) from = index + mark.length;
      else if (index > start) {
        to = index;
        break;
      }
    }
    return [from, to];
  }

  figures(moments: readonly Moment[], category = ''): { measure: Measure; figure: Figure; shown: string }[] {
    return this.measures.flatMap(measure =>
      moments.flatMap(moment => {
        const figure = figureAt(measure, moment, this.source, category);
        return figure?.value == null ? [] : [{ measure, figure, shown: shown(figure, measure, this.source) }];
      }),
    );
  }
}

/** A comma or point inside a number parts nothing. */
const PARTING =
  /[,;:.!?()](?=\s|$)|\s(?:against|compared with|compared to|while|whereas|but|after|from|to|than)\s/gi;

/** True where any of the answers is; contradicted where there are some and none is; unverified where there is none. */
export function judged(
  form: string,
  said: string,
  answers: readonly { readonly isTrue: boolean; readonly shows: string }[],
): Verdict {
  const words = said.trim().replace(/\s+/g, ' ');
  if (answers.some(answer => answer.isTrue)) return { form, verdict: 'true', said: words, shows: '' };
  const shows = [...new Set(answers.map(answer => answer.shows))].join('; ');
  return { form, verdict: answers.length > 0 ? 'contradicted' : 'unverified', said: words, shows };
}
