import { formatFigure } from '../figures/display.js';
import type { Figure } from '../figures/figure.js';
import { keyOf } from '../figures/figure-set.js';
import { decimalsShown, labelsOf, monthsBackOf } from '../figures/labels.js';
import { readFiguresCsv } from '../figures/tidy.js';
import { headlinePeriod, type Measure } from '../measures/measure.js';
import { addMonths } from '../months.js';
import type { RestatedFigure } from '../packs/pack-input.js';
import type { Target } from '../workspace/tables.js';
import { exceeds, type Threshold } from './compare/figure-changes.js';
import { FROZEN } from './freeze-content.js';
import { type Frozen, HISTORY, latestRevisions, readFrozenFile, readHistory } from './frozen.js';

/** What was published of months before the report month, for packs that print them again. */

/** The lines of the whole service's own figures of a month; the rest of the file is not looked at. */
const HEADLINE = /^(measure,|[^,]+,value,(month|snapshot),\d{4}-\d{2},,)/;

/**
 * Each measure's own figures of the months frozen before this one, by key, of the whole service and of its categories, as
 * the latest revision of each month has them.
 * @throws UserError 1 where a freeze is not as it was made
 */
export function publishedMonths(
  workspaceFolder: string,
  measures: readonly Measure[],
  month: string,
): ReadonlyMap<string, Figure> {
  const periods = new Map(measures.map(measure => [measure.id, headlinePeriod(measure)]));
  const figures = frozenBefore(workspaceFolder, month).flatMap(frozen => {
    const lines = readFrozenFile(frozen, FROZEN.figures).toString('utf8').split('\n');
    return readFiguresCsv(lines.filter(line => HEADLINE.test(line)).join('\n'));
  });
  return new Map(
    figures
      .filter(figure => periods.get(figure.measure) === figure.period)
      .map(figure => [keyOf(figure), figure]),
  );
}

/** The files that `publishedMonths` reads, in the workspace, for the run's record. */
export function publishedFiles(workspaceFolder: string, month: string): string[] {
  return frozenBefore(workspaceFolder, month).map(({ folder }) => `${HISTORY}/${folder}/${FROZEN.figures}`);
}

function frozenBefore(workspaceFolder: string, month: string): Frozen[] {
  return [...latestRevisions(readHistory(workspaceFolder)).values()].filter(
    ({ record }) => record.month < month,
  );
}

/**
 * The figures with earlier months as they were published. Year to date, twelve months and variation stay those of live
 * cases; the direction of the report month is against the month that is printed beside it.
 */
export function asPublished(
  figures: readonly Figure[],
  published: ReadonlyMap<string, Figure>,
  month: string,
  measures: readonly Measure[],
  targets: readonly Target[],
): readonly Figure[] {
  if (published.size === 0) return figures;
  const byId = new Map(measures.map(measure => [measure.id, measure]));
  return figures.map(figure => {
    const then = published.get(keyOf(figure));
    if (then && figure.month < month) return then;
    const earlier = published.get(
      keyOf({ ...figure, month: addMonths(month, -monthsBackOf(figure.period)) }),
    );
    const measure = byId.get(figure.measure);
    if (figure.month !== month || !earlier || !measure) return figure;
    const own = targets.filter(target => target.measure === figure.measure);
    const { movement, meaning } = labelsOf(figure, earlier, measure, own);
    const isChance = figure.meaning === 'no clear change' && movement !== 'same';
    return { ...figure, movement, meaning: isChance ? figure.meaning : meaning };
  });
}

/** The whole service's published figures that differ by more than the threshold, the latest month first. */
export function restatedFigures(
  figures: readonly Figure[],
  published: ReadonlyMap<string, Figure>,
  measures: readonly Measure[],
  targets: readonly Target[],
  threshold: Threshold,
): RestatedFigure[] {
  const byId = new Map(measures.map(measure => [measure.id, measure]));
  const found = figures.flatMap((now): RestatedFigure[] => {
    const before = now.team === '' && now.category === '' ? published.get(keyOf(now)) : undefined;
    const measure = byId.get(now.measure);
    if (!before || !measure || !exceeds({ before, now }, threshold)) return [];
    const own = targets.filter(target => target.measure === now.measure);
    const decimals = Math.max(...[before, now].map(each => decimalsShown(each, measure, own)));
    return [
      {
        measure: measure.name,
        id: measure.id,
        month: now.month,
        published: formatFigure(before, decimals),
        now: formatFigure(now, decimals),
        ratingBefore: before.rating,
        ratingNow: now.rating,
      },
    ];
  });
  return found.sort((a, b) => Number(a.month < b.month) - Number(a.month > b.month));
}
