/** A service area: what its numbers say, its table, its charts, what others published, and what each measure is. */
import type { DrawChart } from '../charts/renderer.js';
import type { Measure } from '../measures/measure.js';
import { abbreviationsIn } from './abbreviations.js';
import { absences } from './absences.js';
import { areaStatements } from './area-statements.js';
import type { AreaTable } from './area-table.js';
import { areaTable } from './area-table.js';
import { type Area, areaAnchor, measureAnchor } from './areas.js';
import { type CardView, cardView, type DotsView } from './card-view.js';
import { type ComparatorsView, comparatorsView } from './comparators-view.js';
import { type DefinitionRow, definitionRow } from './definitions-view.js';
import type { PackInput } from './pack-input.js';
import { packMonths } from './pack-months.js';
import { leadOf } from './telling.js';
import { yearNotes } from './year-notes.js';

/** Of the two one is null: a measure's card, or this council beside others. */
export interface HalfWidth {
  readonly card: CardView | null;
  readonly dots: DotsView | null;
}

/** Two halves beside each other, or a card that needs the whole width. */
export interface CardRow {
  readonly isWide: boolean;
  readonly halves: readonly HalfWidth[];
}

/** Card rows that fit a page together. */
export interface Sheet {
  /** The one thing to remember of its charts; '' where the area's own stands above them, or one card says it. */
  readonly lead: string;
  readonly rows: readonly CardRow[];
}

export interface AreaView {
  readonly name: string;
  readonly anchor: string;
  /** "September 2020". */
  readonly month: string;
  /** The one thing to remember. */
  readonly lead: string;
  /** What else the numbers say, a sentence each. */
  readonly statements: readonly string[];
  readonly table: AreaTable;
  readonly sheets: readonly Sheet[];
  /** Pairs of dot plots. */
  readonly plots: readonly CardRow[];
  /** A card and a dot plot at most, which have no neighbour: the definitions flow about them. */
  readonly alone: readonly HalfWidth[];
  readonly comparators: ComparatorsView | null;
  readonly definitions: readonly DefinitionRow[];
  /** Why figures are missing, a sentence for each measure and reason. */
  readonly notes: readonly string[];
}

export function areaView(area: Area, input: PackInput, draw: DrawChart): AreaView {
  const { rows, plots, alone } = inRows(area.measures.map(measure => cardView(measure, input, draw)));
  return {
    name: area.name,
    anchor: areaAnchor(area.name),
    month: packMonths(input.month).current.name,
    lead: leadOf(area.measures, input),
    statements: areaStatements(area.measures, input),
    table: areaTable(area.measures, input),
    sheets: sheetsOf(rows, area.measures, input),
    plots,
    alone,
    comparators: comparatorsView(area.measures, input),
    definitions: area.measures.map(measure => definitionRow(measure, input)),
    notes: [
      ...writtenOut(area.measures, input),
      ...absenceNotes(area.measures, input),
      ...area.measures.flatMap(measure => yearNotes(measure, input)),
    ],
  };
}

/** Abbreviations in the names of measures and of what they are broken down by. */
function writtenOut(measures: readonly Measure[], { glossary }: PackInput): string[] {
  const codes = measures.flatMap(({ category }) => category?.codes.flat() ?? []);
  const said = abbreviationsIn([...measures.map(({ name }) => name), ...codes], glossary);
  return said === '' ? [] : [said];
}

/** Measures that lack the same share a sentence. */
function absenceNotes(measures: readonly Measure[], input: PackInput): string[] {
  const names = new Map<string, string[]>();
  for (const measure of measures) {
    const reasons = absences(measure, input).map(text => text.replace(/\.$/, ''));
    const text = reasons.length === 0 ? '' : `${reasons.join('; ')}.`;
    if (text !== '') names.set(text, [...(names.get(text) ?? []), measure.name]);
  }
  return [...names].map(([text, own]) => `${own.join('; ')}: ${text}`);
}

/** Under a table of more measures than this no chart has room. */
const FEW_MEASURES = 6;
const ROWS_OF_A_PAGE = 2;

/** The area's first page holds a row where its table is short; every other page holds two. */
export function sheetsOf(rows: readonly CardRow[], measures: readonly Measure[], input: PackInput): Sheet[] {
  const isShort = measures.length <= FEW_MEASURES && !comparatorsView(measures, input);
  const beside = isShort ? 1 : 0;
  const sheets: Sheet[] = beside > 0 && rows.length > 0 ? [{ lead: '', rows: rows.slice(0, beside) }] : [];
  for (let first = beside; first < rows.length; first += ROWS_OF_A_PAGE) {
    const own = rows.slice(first, first + ROWS_OF_A_PAGE);
    const anchors = own.flatMap(row => row.halves.map(({ card }) => card?.anchor));
    const shown = measures.filter(({ id }) => anchors.includes(measureAnchor(id)));
    sheets.push({ lead: shown.length > 1 ? leadOf(shown, input) : '', rows: own });
  }
  return sheets;
}

/**
 * In their order, then the dot plots, which are half as high as a card and so stand beside each other. A wide card never
 * parts two that could be neighbours.
 */
export function inRows(cards: readonly CardView[]): {
  readonly rows: readonly CardRow[];
  readonly plots: readonly CardRow[];
  readonly alone: readonly HalfWidth[];
} {
  const rows: CardRow[] = [];
  let waiting: HalfWidth[] = [];
  let place = 0;
  for (const card of cards) {
    const half = { card, dots: null };
    if (card.isWide) rows.push({ isWide: true, halves: [half] });
    else if (waiting.length > 0) {
      rows.splice(place, 0, { isWide: false, halves: [...waiting, half] });
      waiting = [];
    } else {
      waiting = [half];
      place = rows.length;
    }
  }
  const plots = cards.flatMap(({ dots }) => (dots ? [{ card: null, dots }] : []));
  const paired = plots.length - (plots.length % 2);
  const pairs: CardRow[] = [];
  for (let first = 0; first < paired; first += 2) {
    pairs.push({ isWide: false, halves: plots.slice(first, first + 2) });
  }
  return { rows, plots: pairs, alone: [...waiting, ...plots.slice(paired)] };
}
