import type { Coverage } from '../extracts/coverage.js';
import type { GivenCount } from '../extracts/layouts/layout.js';
import { placesTable } from '../extracts/layouts/load-through.js';
import type { LoadedExtract } from '../extracts/load.js';
import type { Measure } from '../measures/measure.js';

/** Measures whose records a source lacks and whose answer it has counted itself: the list of cases stays the measure's own. */

type Read = Pick<LoadedExtract, 'name' | 'through'>;

/** What stands for a measure, and the extract in whose rows it stands. */
export interface Counted {
  readonly extract: string;
  readonly count: GivenCount;
}

/** undefined where its records are asked, as they are wherever the council has defined the measure itself. */
export function countFor({ id, needs, isLocal }: Measure, loaded: readonly Read[]): Counted | undefined {
  if (isLocal) return undefined;
  const found = loaded.find(({ name, through }) => name in needs && through?.counts[id] !== undefined);
  const count = found?.through?.counts[id];
  return found && count ? { extract: found.name, count } : undefined;
}

/** The measures as they can be asked of what was read: those that are counted for do without the records. */
export function measuresAsGiven(
  measures: readonly Measure[],
  loaded: readonly Read[],
  coverage: readonly Coverage[] = [],
): Measure[] {
  return measures.map(measure => {
    const found = countFor(measure, loaded);
    if (!found) return measure;
    const { extract, count } = found;
    const needs = Object.entries(measure.needs).filter(([name]) => !count.instead_of.includes(name));
    const made = coverage.find(each => each.extract === extract)?.extractedOn ?? '';
    const countedTo = count.counted_to === 'extracted_on' ? made : '';
    const standIn = { table: placesTable(extract), countedTo };
    return { ...measure, needs: Object.fromEntries(needs), history: 0, standIn };
  });
}
