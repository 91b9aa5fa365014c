/** A service area: what its numbers say, its table, its charts, what others published, and what each measure is. */
import type { DrawChart } from '../charts/renderer.js';
import { absences } from './absences.js';
import { areaStatements } from './area-statements.js';
import type { AreaTable } from './area-table.js';
import { areaTable } from './area-table.js';
import { type Area, areaAnchor } from './areas.js';
import { type CardView, cardView } from './card-view.js';
import { type ComparatorsView, comparatorsView } from './comparators-view.js';
import { type DefinitionRow, definitionRow } from './definitions-view.js';
import type { PackInput } from './pack-input.js';
import { packMonths } from './pack-months.js';

export interface AreaView {
  readonly name: string;
  readonly anchor: string;
  /** "September 2020". */
  readonly month: string;
  /** What the numbers say, a sentence each. */
  readonly statements: readonly string[];
  readonly table: AreaTable;
  /** Cards two to a row, or one that needs the whole width. */
  readonly rows: readonly { readonly isWide: boolean; readonly cards: readonly CardView[] }[];
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
    rows: inRows(area.measures.map(measure => cardView(measure, input, draw))),
    comparators: comparatorsView(area.measures, input),
    definitions: area.measures.map(measure => definitionRow(measure, input)),
    notes: area.measures.flatMap(measure => absences(measure, input)),
  };
}

/** In their order; a wide card never parts two that could stand beside each other. */
export function inRows(cards: readonly CardView[]): AreaView['rows'] {
  const rows: { isWide: boolean; cards: CardView[] }[] = [];
  let open: { isWide: boolean; cards: CardView[] } | undefined;
  for (const card of cards) {
    if (card.isWide) rows.push({ isWide: true, cards: [card] });
    else if (open) {
      open.cards.push(card);
      open = undefined;
    } else {
      open = { isWide: false, cards: [card] };
      rows.push(open);
    }
  }
  return rows;
}
