import type { Figure } from '../../figures/figure.js';
import { FigureSet } from '../../figures/figure-set.js';
import type { Measure } from '../../measures/measure.js';
import { readCommentary } from '../../narrative/commentary-file.js';
import { fillFigures } from '../../narrative/figure-reference.js';
import type { Target } from '../../workspace/tables.js';
import type { PrintedStatement } from './published-making.js';

/** Which printed sentences would now say another number. */
export interface StatementChange {
  readonly question: string;
  /** Line of the commentary as it was written. */
  readonly line: number;
  readonly printed: string;
  /** As its numbers would be filled in now; '' where one of them has no figure any more. */
  readonly now: string;
}

/** @param commentary as it was written; its words stay, and its numbers are filled in anew */
export function statementChanges(
  printed: readonly PrintedStatement[],
  commentary: string | null,
  now: {
    readonly month: string;
    readonly measures: readonly Measure[];
    readonly figures: readonly Figure[];
    readonly targets: readonly Target[];
  },
): StatementChange[] {
  if (commentary === null) return [];
  const source = { ...now, figures: new FigureSet(now.figures) };
  const written = readCommentary('commentary.md', commentary).statements;
  return printed.flatMap(({ question, line, text }) => {
    const raw = written.find(each => each.line === line);
    if (!raw) return [];
    const filled = fillFigures(raw.text, source);
    const words = filled.faults.length > 0 ? '' : filled.text;
    return words === text ? [] : [{ question, line, printed: text, now: words }];
  });
}
