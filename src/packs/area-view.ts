/** A service area: what its numbers say, its table, its charts, what others published, and what each measure is. */
import type { DrawChart } from '../charts/renderer.js';
import { absences } from './absences.js';
import { areaStatements } from './area-statements.js';
import type { AreaTable } from './area-table.js';
import { areaTable } from './area-table.js';
import { type Area, areaAnchor } from './areas.js';
import { type CardView, cardView, type DotsView } from './card-view.js';
import { type ComparatorsView, comparatorsView } from './comparators-view.js';
import { type DefinitionRow, definitionRow } from './definitions-view.js';
import type { PackInput } from './pack-input.js';
import { packMonths } from './pack-months.js';
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

export interface AreaView {
  readonly name: string;
  readonly anchor: string;
  /** "September 2020". */
  readonly month: string;
  /** What the numbers say, a sentence each. */
  readonly statements: readonly string[];
  readonly table: AreaTable;
  readonly rows: readonly CardRow[];
  /** A card and a dot plot at most, which have no neighbour: the definitions flow about them. */
  readonly alone: readonly HalfWidth[];
  readonly comparators: ComparatorsView | null;
  readonly definitions: readonly DefinitionRow[];
  /** Why figures are missing, a sentence for each measure and reason. */
  readonly notes: readonly string[];
}

export function areaView(area: Area, input: PackInput, draw: DrawChart): AreaView {
  return {
    name: area.name,
    anchor: areaAnchor(area.name),
    month: packMonths(input.month).current.name,
    statements: areaStatements(area.measures, input),
    table: areaTable(area.measures, input),
    ...inRows(area.measures.map(measure => cardView(measure, input, draw))),
    comparators: comparatorsView(area.measures, input),
    definitions: area.measures.map(measure => definitionRow(measure, input)),
    notes: area.measures.flatMap(measure => [
      ...absences(measure, input).map(text => `${measure.name}: ${text}`),
      ...yearNotes(measure, input),
    ]),
  };
}

/**
 * In their order, then the dot plots, which are half as high as a card and so stand beside each other. A wide card never
 * parts two that could be neighbours.
 */
export function inRows(cards: readonly CardView[]): Pick<AreaView, 'rows' | 'alone'> {
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
  for (let first = 0; first < paired; first += 2) {
    rows.push({ isWide: false, halves: plots.slice(first, first + 2) });
  }
  return { rows, alone: [...waiting, ...plots.slice(paired)] };
}
