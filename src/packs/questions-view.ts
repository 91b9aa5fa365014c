/** The page that every pack opens with. A public pack shows statements only when somebody has approved them. */
import type { DrawChart } from '../charts/renderer.js';
import { headlinePeriod, type Measure } from '../measures/measure.js';
import { dateName, monthName } from '../months.js';
import type { Statement } from '../narrative/questions.js';
import type { ActionItem } from '../workspace/tables.js';
import { measureAnchor } from './areas.js';
import { sparklineOf } from './chart-view.js';
import { isComparable, type RatingView, ratingView, shownFigure } from './figure-text.js';
import type { PackInput } from './pack-input.js';
import { layOut, type QuestionsLayout } from './questions-layout.js';

interface MeasureLink {
  readonly name: string;
  /** '' where the pack itself has no place for it. */
  readonly anchor: string;
}

/** What stands beside a statement: its first measure, as the figures of the pack have it. */
interface StatementFigure extends MeasureLink {
  readonly shown: string;
  readonly rating: RatingView | null;
  /** Drawn and escaped by the charts; '' where no month has a figure. */
  readonly line: string;
}

export interface StatementView {
  /** Escaped by the narrative. */
  readonly html: string;
  /** Null where the pack does not have the measure. */
  readonly figure: StatementFigure | null;
  /** The other measures that it is about. */
  readonly measures: readonly MeasureLink[];
}

/** "Re-referrals within 12 months: 23% in August 2020, 39% now." */
type ThenAndNow = string;

interface ActionView {
  readonly action: string;
  readonly lead: string;
  readonly status: string;
  /** Whether it made a difference: a line for each measure of the pack. */
  readonly progress: readonly ThenAndNow[];
}

export interface OpenActionView extends ActionView {
  readonly due: string;
  readonly isOverdue: boolean;
}

export interface FinishedActionView extends ActionView {
  readonly outcome: string;
}

export interface QuestionsView {
  /** Why there are no statements; '' where there are. */
  readonly absence: string;
  /** "Approved by ... on 20 October 2020."; '' where nobody has. */
  readonly approval: string;
  readonly isApproved: boolean;
  readonly goingWell: readonly StatementView[];
  readonly worriedAbout: readonly StatementView[];
  readonly actions: readonly OpenActionView[];
  /** Of those that were open last month: "3 more are still open."; '' where none is. */
  readonly stillOpen: string;
  readonly finished: readonly FinishedActionView[];
  /** Those of them that the page has room for, and how many it has not. */
  readonly shownFinished: readonly FinishedActionView[];
  readonly moreFinished: string;
  /** Something stands below the three columns. */
  readonly hasEarlier: boolean;
  /** How large the words may be, so that all of it stands on one page. */
  readonly layout: QuestionsLayout;
}

export function questionsView(input: PackInput, draw: DrawChart): QuestionsView {
  const { questions, extractedOn, month } = input;
  const { approved, isDraftShown } = questions;
  const statements = (given: readonly Statement[]) =>
    approved || isDraftShown ? given.map(statement => statementView(statement, input, draw)) : [];
  const unapproved = approved ? '' : 'The commentary has not been approved.';
  const carried = questions.actions.filter(action => action.opened < month).length;
  const page = {
    absence: questions.absence || unapproved,
    approval: approved ? `Approved by ${approved.by} on ${dateName(approved.on)}.` : '',
    isApproved: approved !== null,
    goingWell: statements(questions.goingWell),
    worriedAbout: statements(questions.worriedAbout),
    actions: questions.actions.map(action => openAction(action, extractedOn, input)),
    stillOpen: stillOpen(carried),
    finished: questions.finished.map(action => ({
      ...actionView(action, input),
      outcome: sentence(action.outcome || 'No outcome is recorded'),
    })),
  };
  const layout = layOut(page);
  const left = page.finished.length - layout.finishedShown;
  return {
    ...page,
    shownFinished: page.finished.slice(0, layout.finishedShown),
    moreFinished: left === 0 ? '' : `${left} more ended.`,
    hasEarlier: page.finished.length > 0 || page.stillOpen !== '',
    layout,
  };
}

function statementView({ html, measures: ids }: Statement, input: PackInput, draw: DrawChart): StatementView {
  const [first, ...others] = measuresNamed(ids, input);
  return {
    html,
    figure: first ? statementFigure(first, input, draw) : null,
    measures: others.map(other => linkTo(other, input)),
  };
}

/** Statements and actions may be about what the pack itself has no page for. */
function measuresNamed(ids: readonly string[], { measures, namedMeasures = measures }: PackInput): Measure[] {
  return ids.flatMap(id => namedMeasures.filter(measure => measure.id === id));
}

function linkTo({ id, name }: Measure, { measures }: PackInput): MeasureLink {
  return { name, anchor: measures.some(measure => measure.id === id) ? measureAnchor(id) : '' };
}

function statementFigure(measure: Measure, input: PackInput, draw: DrawChart): StatementFigure {
  const figure = headlineAt(measure, input.month, input);
  const months = sparklineOf(measure, input);
  // An index of measures may draw the same months: each picture of a document has words of its own.
  const line = { ...months, name: `${months.name}, beside its statement` };
  return {
    ...linkTo(measure, input),
    shown: shownFigure(figure, measure, input.targets),
    rating: ratingView(figure?.rating),
    line: line.points.some(point => point.value !== null) ? draw(line) : '',
  };
}

function headlineAt({ id, ...measure }: Measure, month: string, { figures }: PackInput) {
  return figures.get({ measure: id, period: headlinePeriod({ id, ...measure }), month });
}

function actionView(
  { action, lead, status, opened, measures: ids }: ActionItem,
  input: PackInput,
): ActionView {
  const measures = measuresNamed(ids, input);
  return { action, lead, status, progress: measures.map(measure => thenAndNow(measure, opened, input)) };
}

function thenAndNow(measure: Measure, opened: string, input: PackInput): ThenAndNow {
  const [then, now] = [opened, input.month].map(month => headlineAt(measure, month, input));
  const shownNow = shownFigure(now, measure, input.targets);
  if (opened >= input.month) return `${measure.name}: ${shownNow} now.`;
  const isOther = then?.value != null && now?.value != null && !isComparable(now, then);
  const before = isOther ? 'counted otherwise' : shownFigure(then, measure, input.targets);
  return `${measure.name}: ${before} in ${monthName(opened)}, ${shownNow} now.`;
}

function openAction(action: ActionItem, extractedOn: string, input: PackInput): OpenActionView {
  const { due, status } = action;
  const isOverdue = due < extractedOn;
  return {
    ...actionView(action, input),
    due: dateName(due),
    status: isOverdue ? overdue(status) : status,
    isOverdue,
  };
}

function overdue(status: ActionItem['status']): string {
  return status === 'Open' ? 'Overdue' : `Overdue, ${status.toLowerCase()}`;
}

function stillOpen(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? "1 of last month's actions is still open and stands above."
    : `${count} of last month's actions are still open and stand above.`;
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
