import { addMonths, monthEnd } from '../../months.js';
import type { ExtractDefinition } from '../definitions.js';
import { type ExtractSources, writtenAs } from '../sources/extract-sources.js';
import type { LayoutUse } from './choose.js';
import { columnsGiven, countsGiven, inOrder } from './given-sql.js';
import { headingPositions, readHeadingRow } from './heading-row.js';
import type { Given, GivenCount } from './layout.js';

/** What a layout can and cannot give, known before any row is read. */

/** Where its entries list only part of the record. @param parts those that are used */
export function limitsOf({ parts }: { readonly parts: readonly Given[] }): {
  /** The shortest period that one lists: the extract is complete only from there. */
  readonly lookBackMonths?: number;
  readonly notFor: Readonly<Record<string, string>>;
} {
  const months = parts.flatMap(({ look_back_months: each }) => (each === undefined ? [] : [each]));
  const notFor = Object.assign({}, ...parts.map(({ not_for }) => not_for));
  return { notFor, ...(months.length === 0 ? {} : { lookBackMonths: Math.min(...months) }) };
}

/** The first day that a list made on a day goes back to; '' where it lists all. */
export function listedFrom(extractedOn: string, months: number | undefined): string {
  if (months === undefined || extractedOn === '') return '';
  const month = addMonths(extractedOn.slice(0, 7), -months);
  const same = `${month}${extractedOn.slice(7)}`;
  // A day that a month lacks becomes its last day.
  return same > monthEnd(month) ? monthEnd(month) : same;
}

/** Our columns that the files give and what they count themselves, from their heading rows alone. */
export function givenByHeadings(
  sources: ExtractSources,
  definition: ExtractDefinition,
  { layout, parts, files, extractedOn }: LayoutUse,
): { columns: readonly string[]; counts: Readonly<Record<string, GivenCount>> } {
  const present = new Set(
    [...files].flatMap(([source, names]) =>
      names.flatMap(name => {
        const { encoding, delimiter } = writtenAs(name, layout);
        const row = readHeadingRow(sources.headingPath(name), encoding, delimiter);
        const spec = layout.sources[source];
        return spec ? [...headingPositions(spec, row.names).keys()] : [];
      }),
    ),
  );
  const given = parts.map(part => columnsGiven(layout, part, present, extractedOn));
  return {
    columns: inOrder(definition, given),
    counts: Object.fromEntries(countsGiven(layout, parts, present)),
  };
}
