/** The first page of a plan: where it stands, the three questions for the quarter, and what became of its actions. */
import type { Rating } from '../../figures/figure.js';
import type { Quarter } from '../../figures/quarters.js';
import { groupBy } from '../../group-by.js';
import { monthEnd } from '../../months.js';
import { counted } from '../../narrative/evidence/agreement.js';
import type { PlanActionView, PlanGroup, PlanItem } from './plan-items.js';

interface SummaryRow {
  readonly name: string;
  readonly items: number;
  readonly blue: number;
  readonly green: number;
  readonly amber: number;
  readonly red: number;
  readonly unrated: number;
  readonly improving: number;
  readonly worsening: number;
}

/** An objective in a line: "1.1 Families do not come back", with the measure that speaks most for it. */
export interface SummaryItem {
  readonly item: PlanItem;
  /** "Re-referrals: 27%, after 25% in the quarter before; target at most 20%."; '' where no measure speaks for it. */
  readonly evidence: string;
}

interface SummaryAction extends PlanActionView {
  readonly number: string;
  readonly anchor: string;
}

export interface PlanSummary {
  /** One for each priority; none where there are not several. */
  readonly rows: readonly SummaryRow[];
  readonly total: SummaryRow;
  /** The total in a sentence where no table stands: "By the rule, of 7 areas: 2 red, 1 amber, 4 not rated."; else ''. */
  readonly standing: string;
  /** Of its text on paper, in pixels: a short one is read from further away. */
  readonly textSize: number;
  readonly goingWell: readonly SummaryItem[];
  readonly worriedAbout: readonly SummaryItem[];
  /** Worries that the list has no room for, so that none is silent: "3 more: 1.3, 4.2, 4.3."; '' where all stand. */
  readonly moreWorries: string;
  /** Measures without a figure of the quarter, which nothing is read from; '' where each has one. */
  readonly withoutFigure: string;
  readonly nextActions: readonly SummaryAction[];
  /** Why there is no next action; '' where there are. */
  readonly noAction: string;
  /** Due in the quarter, or before and still open: what is overdue first. */
  readonly dueActions: readonly SummaryAction[];
  /** Those that the table has no room for: "170 more stand with their objectives."; '' where all stand. */
  readonly moreDue: string;
}

const MOST = 5;
const MOST_DUE = 10;
/** Objectives that are named beside a measure which several have. */
const FEW_PLACES = 3;
/** Of the tables below the three questions. */
const FEW_LINES = 4;
const [SMALLER, LARGER] = [12, 14];
const WORST_FIRST: readonly (Rating | null)[] = ['red', 'amber', null, 'green', 'blue'];

/** @param noun of what the plan holds: "objective" */
export function planSummary(groups: readonly PlanGroup[], quarter: Quarter, noun: string): PlanSummary {
  const items = groups.flatMap(group => group.items);
  const actions = items.flatMap(({ number, anchor, colour, actions: own }) =>
    own.map(action => ({ ...action, number, anchor, colour })),
  );
  const lastDay = monthEnd(quarter.to);
  const rows = groups.length > 1 ? groups.map(group => rowOf(group.title, group.items)) : [];
  const total = rowOf('All', items);
  const nextActions = actions.length > 0 ? soonest(actions, lastDay) : firstActivities(items);
  const due = dueBy(lastDay, quarter, actions);
  const dueActions = due.slice(0, MOST_DUE);
  return {
    ...{ rows, total },
    standing: rows.length > 0 ? '' : totalInWords(total, noun),
    textSize: rows.length + dueActions.length > FEW_LINES ? SMALLER : LARGER,
    goingWell: goingWell(items),
    ...worries(items),
    withoutFigure: withoutFigure(items),
    nextActions,
    noAction: nextActions.length > 0 ? '' : noAction(actions, lastDay),
    dueActions,
    moreDue: due.length > MOST_DUE ? `${due.length - MOST_DUE} more stand with their ${noun}s.` : '',
  };
}

/** What is overdue first, and then by its day. */
function dueBy(lastDay: string, { from }: Quarter, actions: readonly SummaryAction[]): SummaryAction[] {
  return actions
    .filter(({ dueOn, isOpen }) => dueOn !== '' && dueOn <= lastDay && (isOpen || dueOn >= from))
    .sort((a, b) => Number(b.isOverdue) - Number(a.isOverdue) || (a.dueOn < b.dueOn ? -1 : 1));
}

/** What is open and was due stands in the table below: it is not gone because nothing else is planned. */
function noAction(actions: readonly SummaryAction[], lastDay: string): string {
  if (actions.length === 0) return 'The plan names no action.';
  const open = actions.filter(({ isOpen, dueOn }) => isOpen && dueOn !== '' && dueOn <= lastDay).length;
  if (open === 0) return 'No action is still to come.';
  return `No action is still to come, and ${open === 1 ? '1 that was due is' : `${open} that were due are`} open: see below.`;
}

/** "No figure this quarter: Visits in time (1.1, 3.2)." */
function withoutFigure(items: readonly PlanItem[]): string {
  const without = items.flatMap(({ number, rows }) =>
    rows.filter(row => row.isWithoutFigure).map(({ name }) => ({ name, number })),
  );
  const few = (places: readonly { readonly number: string }[]) => {
    const numbers = places.slice(0, FEW_PLACES).map(({ number }) => number);
    const more = places.length - FEW_PLACES;
    return `${numbers.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  };
  const told = [...groupBy(without, ({ name }) => name)].map(([name, places]) => `${name} (${few(places)})`);
  return told.length === 0 ? '' : `No figure this quarter: ${told.join('; ')}.`;
}

/** What there is none of is not said. */
function totalInWords(total: SummaryRow, noun: string): string {
  const { items, red, amber, green, blue, unrated, improving, worsening } = total;
  const some = (parts: readonly (readonly [number, string])[]) =>
    parts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(', ');
  const ratings = some([
    [red, 'red'],
    [amber, 'amber'],
    [green, 'green'],
    [blue, 'blue'],
    [unrated, 'not rated'],
  ]);
  const moves = some([
    [improving, 'improving'],
    [worsening, 'worsening'],
  ]);
  return `By the rule, of ${counted(items, `${noun}s`)}: ${ratings}${moves === '' ? '' : `; ${moves}`}.`;
}

/** Of what stands worst first, and of that what is due soonest. */
function soonest(
  actions: readonly (SummaryAction & Pick<PlanItem, 'colour'>)[],
  lastDay: string,
): SummaryAction[] {
  return actions
    .filter(action => action.isOpen && action.dueOn > lastDay)
    .sort((a, b) => rankOf(a.colour) - rankOf(b.colour) || (a.dueOn < b.dueOn ? -1 : 1))
    .slice(0, MOST);
}

/** A plan of areas has no actions but activities: the first of each area that is not finished, the worst first. */
function firstActivities(items: readonly PlanItem[]): SummaryAction[] {
  return items
    .filter(item => item.finished === '' && item.activities.length > 0)
    .sort((a, b) => rankOf(a.colour) - rankOf(b.colour))
    .slice(0, MOST)
    .map(item => ({
      ...{ number: item.number, anchor: item.anchor, action: item.activities[0] ?? '' },
      ...{ lead: item.lead, due: item.timescale, dueOn: '' },
      ...{ status: '', isOpen: true, isOverdue: false, outcome: '' },
    }));
}

function rankOf(colour: Rating | null): number {
  return WORST_FIRST.indexOf(colour);
}

/** Improving first, then green; nothing that is red or getting worse, by the rule or by whoever judged it. */
function goingWell(items: readonly PlanItem[]): SummaryItem[] {
  const isWell = (item: PlanItem) => {
    const { colour, direction, judgement } = item;
    if (worryOf(item) > 0 || judgement?.direction === 'worsening') return false;
    return direction === 'improving' || colour === 'green' || colour === 'blue';
  };
  const well = items.filter(isWell);
  const [better, steady] = [well.filter(isImproving), well.filter(item => !isImproving(item))];
  return [...better, ...steady]
    .slice(0, MOST)
    .map(item =>
      summaryItem(item, row =>
        isImproving(item) ? row.meaning === 'improving' : row.rating?.colour === 'green',
      ),
    );
}

function isImproving({ direction }: PlanItem): boolean {
  return direction === 'improving';
}

const RED = 2;

/** How much an objective worries: red by the rule or by a person, and getting worse by either. */
function worryOf({ colour, direction, judgement }: PlanItem): number {
  const isRed = colour === 'red' || judgement?.rating?.colour === 'red';
  const isWorse = direction === 'worsening' || judgement?.direction === 'worsening';
  return (isRed ? RED : 0) + (isWorse ? 1 : 0);
}

/** Red and getting worse first, then red, then what gets worse. */
function worries(items: readonly PlanItem[]): Pick<PlanSummary, 'worriedAbout' | 'moreWorries'> {
  const worrying = items.filter(item => worryOf(item) > 0).sort((a, b) => worryOf(b) - worryOf(a));
  const more = worrying.slice(MOST).map(({ number }) => number);
  return {
    worriedAbout: worrying
      .slice(0, MOST)
      .map(item =>
        summaryItem(item, row =>
          item.colour === 'red' ? row.rating?.colour === 'red' : row.meaning === 'worsening',
        ),
      ),
    moreWorries: more.length === 0 ? '' : `${more.length} more: ${more.join(', ')}.`,
  };
}

/** @param speaks whether a measure shows why the objective stands where it does */
function summaryItem(item: PlanItem, speaks: (row: PlanItem['rows'][number]) => boolean): SummaryItem {
  const row = item.rows.find(speaks) ?? item.rows.find(each => each.rating !== null);
  if (!row) return { item, evidence: '' };
  const hasMoved = row.meaning === 'improving' || row.meaning === 'worsening';
  const before = hasMoved ? `, after ${row.before} in the quarter before` : '';
  const target = row.target === '' ? '' : `; target ${row.target}`;
  return { item, evidence: `${row.name}: ${row.latest}${before}${target}.` };
}

function rowOf(name: string, items: readonly PlanItem[]): SummaryRow {
  const rated = (colour: Rating | null) => items.filter(item => item.colour === colour).length;
  const moving = (direction: string) => items.filter(item => item.direction === direction).length;
  return {
    name,
    items: items.length,
    ...{ blue: rated('blue'), green: rated('green'), amber: rated('amber'), red: rated('red') },
    ...{ unrated: rated(null), improving: moving('improving'), worsening: moving('worsening') },
  };
}
