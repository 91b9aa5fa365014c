/** A service area: what its numbers say, its table, its charts, what others published, and what each measure is. */
import type { DrawChart } from '../charts/renderer.js';
import type { Measure } from '../measures/measure.js';
import { abbreviationsIn } from './abbreviations.js';
import { absences } from './absences.js';
import { areaStatements } from './area-statements.js';
import type { AreaTable } from './area-table.js';
import { areaFigures, areaTable } from './area-table.js';
import { type Area, areaAnchor, measureAnchor } from './areas.js';
import { besideLeadOf } from './beside-others.js';
import { type CardView, cardView, type DotsView } from './card-view.js';
import { type ComparatorsView, comparatorsView } from './comparators-view.js';
import { type DefinitionRow, definitionRow } from './definitions-view.js';
import { byTwoNumbersAlone, mayBeChance, moveBetween } from './figure-text.js';
import type { PackInput } from './pack-input.js';
import { packMonths } from './pack-months.js';
import { leadingMeasure, leadOf } from './telling.js';
import { yearNotes } from './year-notes.js';

/** Of the two one is null: a measure's card, or this council beside others. */
export interface HalfWidth {
  readonly card: CardView | null;
  readonly dots: DotsView | null;
}

/** Two halves beside each other, or a card that needs the whole width. */
export interface CardRow {
  readonly isWide: boolean;
  /** The page holds hardly anything else: on paper its charts are larger, one below the other. */
  readonly isLarge?: boolean;
  readonly halves: readonly HalfWidth[];
}

/** Card rows that fit a page together. */
export interface Sheet {
  /** The one thing to remember of its charts; '' where the area's own stands above them. */
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
  /** The one thing to remember of how we stand among others; '' where nobody published. */
  readonly plotsLead: string;
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
  const cards = area.measures.map(measure => cardView(measure, input, draw));
  const { rows, plots, alone } = inRows(cards);
  const besides = [...plots.flatMap(row => row.halves), ...alone].flatMap(({ dots }) => dots?.name ?? []);
  const beside = besideLeadOf(
    area.measures.filter(({ name }) => besides.includes(name)),
    input,
  );
  const told = (half: HalfWidth) => withoutPlace(half, beside?.measure);
  return {
    name: area.name,
    anchor: areaAnchor(area.name),
    month: packMonths(input.month).current.name,
    lead: leadOf(area.measures, input),
    // Of one measure the lead has said it all.
    statements: area.measures.length > 1 ? areaStatements(area.measures, input) : [],
    table: areaTable(area, input),
    sheets: sheetsOf(rows, area.measures, input),
    plotsLead: beside?.text ?? '',
    plots: plots.map(row => ({ ...row, halves: row.halves.map(told) })),
    alone: alone.map(told),
    comparators: comparatorsView(area.measures, input),
    definitions: area.measures.map(measure => definitionRow(measure, input)),
    notes: [
      ...writtenOut(area.measures, input),
      ...absenceNotes(area.measures, input),
      ...byTwoNumbers(area.measures, input),
      ...area.measures.flatMap(measure => yearNotes(measure, input)),
    ],
  };
}

/** The plot that the lead above it is about keeps its name alone. */
function withoutPlace({ card, dots }: HalfWidth, measure: Measure | undefined): HalfWidth {
  return { card, dots: dots && dots.name === measure?.name ? { ...dots, headline: '' } : dots };
}

/** Abbreviations in the names of measures and of what they are broken down by. */
function writtenOut(measures: readonly Measure[], { glossary }: PackInput): string[] {
  const codes = measures.flatMap(({ category }) => category?.codes.flat() ?? []);
  const said = abbreviationsIn([...measures.map(({ name }) => name), ...codes], glossary);
  return said === '' ? [] : [said];
}

/** Measures called better or worse though nobody can say whether that is chance: the table shows no difference. */
function byTwoNumbers(measures: readonly Measure[], input: PackInput): string[] {
  const judged = areaFigures(measures, input).filter(({ measure, now, previous, yearEarlier }) =>
    [previous, yearEarlier].some(earlier =>
      mayBeChance(now, moveBetween(now, earlier, measure, input.targets)),
    ),
  );
  const said = byTwoNumbersAlone(judged.map(({ measure }) => measure));
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

/** More definitions than these fill a page of their own: charts before them have the rest of theirs. */
const DEFINITIONS_BESIDE_CHARTS = 9;

/** Charts that are left for a last page are drawn larger. */
function filling(rows: readonly CardRow[], measures: readonly Measure[]): readonly CardRow[] {
  const [only, ...more] = rows;
  if (!only || more.length > 0 || only.isWide || measures.length <= DEFINITIONS_BESIDE_CHARTS) return rows;
  return only.halves.every(({ card }) => card) ? [{ ...only, isLarge: true }] : rows;
}

/** The area's first page holds a row where its table is short; every other page holds two. No sentence stands twice on one. */
export function sheetsOf(rows: readonly CardRow[], measures: readonly Measure[], input: PackInput): Sheet[] {
  const isShort = measures.length <= FEW_MEASURES && !comparatorsView(measures, input);
  const beside = isShort ? 1 : 0;
  const sheets: Sheet[] = [];
  if (beside > 0 && rows.length > 0) {
    const above = leadingMeasure(measures, input);
    sheets.push({ lead: '', rows: rows.slice(0, beside).map(row => withoutHeadline(row, above)) });
  }
  for (let first = beside; first < rows.length; first += ROWS_OF_A_PAGE) {
    const own = rows.slice(first, first + ROWS_OF_A_PAGE);
    const anchors = own.flatMap(row => row.halves.map(({ card }) => card?.anchor));
    const shown = measures.filter(({ id }) => anchors.includes(measureAnchor(id)));
    const leading = leadingMeasure(shown, input);
    const held = filling(own, measures).map(row => withoutHeadline(row, leading));
    sheets.push({ lead: leadOf(shown, input), rows: held });
  }
  return sheets;
}

/** The card that the lead above it is about keeps its name and period. */
function withoutHeadline(row: CardRow, measure: Measure | null): CardRow {
  if (!measure) return row;
  const anchor = measureAnchor(measure.id);
  const halves = row.halves.map(half =>
    half.card?.anchor === anchor ? { ...half, card: { ...half.card, headline: '' } } : half,
  );
  return { ...row, halves };
}

/**
 * In their order, then the dot plots, which are half as high as a card and so stand beside each other. A wide card never
 * parts two that could be neighbours. One that has none, on a page with hardly anything else, is drawn larger.
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
  const odd = plots.slice(paired);
  const [lone] = waiting;
  if (lone && odd.length > 0 && pairs.length > 0) {
    return { rows: [...rows, { isWide: false, halves: [lone, ...odd] }], plots: pairs, alone: [] };
  }
  if (lone?.card?.chartAbsence === '' && odd.length === 0 && rows.length < ROWS_OF_A_PAGE) {
    return {
      rows: [...rows, { isWide: false, isLarge: true, halves: [lone] }],
      plots: pairs,
      alone: [],
    };
  }
  return { rows, plots: pairs, alone: [...waiting, ...odd] };
}
