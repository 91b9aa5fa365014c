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
  /** What has no neighbour: the definitions flow about it. Null where all stand in rows. */
  readonly alone: HalfWidth | null;
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
    notes: area.measures.flatMap(measure => absences(measure, input)),
  };
}

/** In their order, then the dot plots; a wide card never parts two that could stand beside each other. */
export function inRows(cards: readonly CardView[]): Pick<AreaView, 'rows' | 'alone'> {
  const items = [
    ...cards.map(card => ({ isWide: card.isWide, half: { card, dots: null } })),
    ...cards.flatMap(({ dots }) => (dots ? [{ isWide: false, half: { card: null, dots } }] : [])),
  ];
  const rows: CardRow[] = [];
  let alone: HalfWidth | null = null;
  let place = 0;
  for (const { isWide, half } of items) {
    if (isWide) rows.push({ isWide, halves: [half] });
    else if (alone) {
      rows.splice(place, 0, { isWide, halves: [alone, half] });
      alone = null;
    } else {
      alone = half;
      place = rows.length;
    }
  }
  return { rows, alone };
}
