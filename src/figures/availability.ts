import type { Coverage } from '../extracts/coverage.js';
import type { LoadedExtract, LoadedFile } from '../extracts/load.js';
import type { Measure } from '../measures/measure.js';
import { dateName, monthEnd } from '../months.js';
import { neededFrom, type Span } from './spans.js';

/** Whether there can be a figure at all: one that is too low because data is missing is worse than none. */

/** An extract as far as its files and headings tell: loaded, or only looked at. */
type Present = Pick<LoadedExtract, 'name' | 'columns' | 'through'> & {
  readonly files: readonly (string | Pick<LoadedFile, 'rowsRead' | 'rowsLeftOut'>)[];
};

/** Why a measure has no figure in any month, in words; '' when it can have one. */
export function missingInput(measure: Measure, loaded: readonly Present[]): string {
  const missing: string[] = [];
  for (const [name, columns] of Object.entries(measure.needs)) {
    const extract = loaded.find(each => each.name === name);
    if (!extract || extract.files.length === 0) missing.push(`no extract ${name}`);
    else if (isAllLeftOut(extract)) missing.push(`no row of ${name} could be read`);
    else
      missing.push(
        ...columns
          .filter(column => !extract.columns.includes(column))
          .map(column => `no column ${name}.${column}`),
        ...unfit(measure, extract),
      );
  }
  return missing.join('; ');
}

/** Its cases are in the files, and none is known: to count them as 0 would be wrong. */
function isAllLeftOut({ files }: Present): boolean {
  const read = files.filter(file => typeof file !== 'string');
  return read.some(({ rowsLeftOut }) => rowsLeftOut > 0) && read.every(({ rowsRead }) => rowsRead === 0);
}

/** What is there and would give another number: a layout may list only part of the record. */
export function unfit({ id, history }: Measure, { name, through }: Present): string[] {
  const reason = through?.notFor[id];
  if (reason !== undefined) return [`${name}: ${reason}`];
  const months = through?.lookBackMonths;
  return history === 'all' && months !== undefined
    ? [`${name}: lists ${months} months, and the whole record is needed`]
    : [];
}

/** Why one figure of a measure has no value, in words; '' when it has one. */
export function missingPeriod(measure: Measure, span: Span, coverage: readonly Coverage[]): string {
  const first = measure.versions[0]?.from ?? '';
  if (first !== '' && span.to < first) return `definition: starts ${first}`;
  const last = measure.versions.at(-1)?.to ?? '';
  if (last !== '' && span.from > last) return `definition: ended ${last}`;
  const countedTo = measure.standIn?.countedTo ?? '';
  if (countedTo !== '' && countedTo !== monthEnd(span.to))
    return `history: the source counts up to ${dateName(countedTo)}, the day it was made, and not to the month end`;
  const needed = neededFrom(measure, span);
  const short = coverage.filter(
    each => each.extract in measure.needs && each.coversFrom !== '' && each.coversFrom > needed,
  );
  if (short.length === 0) return '';
  const extents = short.map(each => `${each.extract.replaceAll('_', ' ')} from ${dateName(each.coversFrom)}`);
  return `history: records are needed from ${dateName(needed)}, and are complete for ${extents.join('; ')}`;
}
