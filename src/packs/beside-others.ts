/** Where this council stands among others, in a sentence: for a dot plot, and for the page of an area's plots. */
import { decimalsShown } from '../figures/labels.js';
import { round } from '../figures/rounding.js';
import { type Measure, yearlyPeriod } from '../measures/measure.js';
import { listed } from '../words.js';
import type { Comparator } from '../workspace/tables.js';
import { comparatorShown, comparedBy, isCountry, latestOf, ownFigure, ownSpan } from './comparators-view.js';
import { shownFigure } from './figure-text.js';
import type { PackInput } from './pack-input.js';

/** Compared as printed, since nobody could see more. */
interface Standing {
  readonly ours: number;
  readonly shown: string;
  readonly rows: readonly Comparator[];
}

/** Null without a figure of our own, or of others. */
function standingOf(measure: Measure, input: PackInput): Standing | null {
  const of = comparedBy(measure, input);
  const rows = latestOf(measure, of, input);
  const own = ownFigure(measure, of, input);
  if (own?.value == null || rows.length === 0) return null;
  return {
    ours: round(own.value, decimalsShown(own, measure, input.targets)),
    shown: shownFigure(own, measure, input.targets),
    rows,
  };
}

/** "Our 93 per 10,000 is higher than England (65 per 10,000) and each of the 5 others."; '' without an own figure. */
export function besideOthersInWords(measure: Measure, input: PackInput): string {
  const standing = standingOf(measure, input);
  if (!standing) return '';
  const place = `${standing.shown}${spanBeside(measure, input)} is ${placeOf(standing, measure)}.`;
  return measure.national === 'near'
    ? `Our ${place} Theirs is counted somewhat differently: see the table.`
    : `Our ${place}`;
}

export interface BesideLead {
  readonly measure: Measure;
  /** "Looked after children per 10,000 children: our 93 per 10,000 is higher than England …" */
  readonly text: string;
}

/** Of an area's plots the one to remember: furthest from England, of those that are counted alike. Null without any. */
export function besideLeadOf(measures: readonly Measure[], input: PackInput): BesideLead | null {
  const [first] = measures
    .flatMap(measure => {
      const standing = standingOf(measure, input);
      return standing ? [{ measure, gap: gapOf(standing), isAlike: measure.national === 'same' }] : [];
    })
    .sort((a, b) => Number(b.isAlike) - Number(a.isAlike) || b.gap - a.gap);
  if (!first) return null;
  const said = besideOthersInWords(first.measure, input);
  return { measure: first.measure, text: `${first.measure.name}: ${said.replace(/^Our/, 'our')}` };
}

/** As a share of England's; 0 where England has none. */
function gapOf({ ours, rows }: Standing): number {
  const country = rows.find(isCountry);
  return country ? Math.abs(ours - country.value) / (Math.abs(country.value) || 1) : 0;
}

/** "higher than England (21%) and each of the 5 others", "the same as England (69%), and higher than 2 of the 5 others". */
function placeOf({ ours, rows }: Standing, measure: Measure): string {
  const country = rows.find(isCountry);
  if (!country) return amongOthers(rows, ours, measure);
  const others = rows.filter(row => row !== country);
  const how = relation(ours, country);
  const first = `${how} ${named(country, measure)}`;
  if (others.length === 0) return first;
  if (!others.every(row => relation(ours, row) === how)) {
    return `${first}, and ${amongOthers(others, ours, measure)}`;
  }
  return `${first} and ${allOf(others, measure)}`;
}

function amongOthers(rows: readonly Comparator[], ours: number, measure: Measure): string {
  const said = RELATIONS.flatMap(how => {
    const count = rows.filter(row => relation(ours, row) === how).length;
    return count > 0 ? [{ how, count }] : [];
  });
  const [only, ...more] = said;
  if (only && more.length === 0) return `${only.how} ${allOf(rows, measure)}`;
  return `${listed(said.map(({ how, count }) => `${how} ${count}`))} of the ${rows.length} others`;
}

function allOf(rows: readonly Comparator[], measure: Measure): string {
  const [only, ...more] = rows;
  return only && more.length === 0 ? named(only, measure) : `each of the ${rows.length} others`;
}

function named(row: Comparator, measure: Measure): string {
  return `${row.group} (${comparatorShown(row, measure)})`;
}

const RELATIONS = ['higher than', 'the same as', 'lower than'] as const;

function relation(ours: number, { value }: Comparator): (typeof RELATIONS)[number] {
  if (ours === value) return 'the same as';
  return ours > value ? 'higher than' : 'lower than';
}

/** The page's charts are of months, and a reader would look for this figure there. */
function spanBeside(measure: Measure, { month }: PackInput): string {
  return yearlyPeriod(measure) === 'snapshot' ? '' : ` (${ownSpan(measure, month)})`;
}
