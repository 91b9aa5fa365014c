/** Where this council stands among others, in a sentence: for a dot plot, and for the page of an area's plots. */
import { decimalsShown } from '../figures/labels.js';
import { round } from '../figures/rounding.js';
import { type Measure, yearlyPeriod } from '../measures/measure.js';
import { inSentence, listed } from '../words.js';
import type { Comparator } from '../workspace/tables.js';
import { comparatorShown, comparedBy, isCountry, latestOf, ownFigure, ownSpan } from './comparators-view.js';
import { decimalsIn, shownFigure } from './figure-text.js';
import type { PackInput } from './pack-input.js';

/** Compared as printed, since nobody could see more, and by as many decimals as both have. */
interface Standing {
  readonly ours: number;
  readonly decimals: number;
  readonly shown: string;
  readonly rows: readonly Comparator[];
}

/** Null without a figure of our own, or of others. */
function standingOf(measure: Measure, input: PackInput): Standing | null {
  const of = comparedBy(measure, input);
  const rows = latestOf(measure, of, input);
  const own = ownFigure(measure, of, input);
  if (own?.value == null || rows.length === 0) return null;
  const decimals = decimalsShown(own, measure, input.targets);
  return {
    ours: round(own.value, decimals),
    decimals,
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
  return { measure: first.measure, text: `${first.measure.name}: ${inSentence(said)}` };
}

/** As a share of England's; 0 where England has none. */
function gapOf(standing: Standing): number {
  const country = standing.rows.find(isCountry);
  if (!country) return 0;
  const { ours, theirs } = alike(standing, country);
  return Math.abs(ours - theirs) / (Math.abs(theirs) || 1);
}

/** "higher than England (21%) and each of the 5 others", "the same as England (69%), and higher than 2 of the 5 others". */
function placeOf(standing: Standing, measure: Measure): string {
  const { rows } = standing;
  const country = rows.find(isCountry);
  if (!country) return amongOthers(rows, standing, measure);
  const others = rows.filter(row => row !== country);
  const how = relation(standing, country);
  const first = `${how} ${named(country, measure)}`;
  if (others.length === 0) return first;
  if (!others.every(row => relation(standing, row) === how)) {
    return `${first}, and ${amongOthers(others, standing, measure)}`;
  }
  return `${first} and ${allOf(others, measure)}`;
}

function amongOthers(rows: readonly Comparator[], standing: Standing, measure: Measure): string {
  const said = RELATIONS.flatMap(how => {
    const count = rows.filter(row => relation(standing, row) === how).length;
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

function relation(standing: Standing, row: Comparator): (typeof RELATIONS)[number] {
  const { ours, theirs } = alike(standing, row);
  if (ours === theirs) return 'the same as';
  return ours > theirs ? 'higher than' : 'lower than';
}

/** Beside 83.4% nobody can say whether our 83% is less. */
function alike({ ours, decimals }: Standing, { value }: Comparator): { ours: number; theirs: number } {
  const places = Math.min(decimals, decimalsIn(value));
  return { ours: round(ours, places), theirs: round(value, places) };
}

/** The page's charts are of months, and a reader would look for this figure there. */
function spanBeside(measure: Measure, { month }: PackInput): string {
  return yearlyPeriod(measure) === 'snapshot' ? '' : ` (${ownSpan(measure, month)})`;
}
