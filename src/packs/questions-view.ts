/** The page that every pack opens with. A public pack shows statements only when somebody has approved them. */
import { dateName } from '../months.js';
import type { Statement } from '../narrative/questions.js';
import type { ActionItem } from '../workspace/tables.js';
import { measureAnchor } from './areas.js';
import type { PackInput } from './pack-input.js';

interface MeasureLink {
  readonly name: string;
  readonly anchor: string;
}

interface StatementView {
  /** Escaped by the narrative. */
  readonly html: string;
  readonly measures: readonly MeasureLink[];
}

interface OpenActionView {
  readonly action: string;
  readonly lead: string;
  readonly due: string;
  /** "Open", "Overdue", "Overdue, delayed". */
  readonly status: string;
  readonly isOverdue: boolean;
}

interface FinishedActionView {
  readonly action: string;
  readonly lead: string;
  readonly status: string;
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
  readonly finished: readonly FinishedActionView[];
}

export function questionsView({ questions, measures, extractedOn }: PackInput): QuestionsView {
  const names = new Map(measures.map(measure => [measure.id, measure.name]));
  const { approved } = questions;
  const statements = (given: readonly Statement[]) =>
    approved ? given.map(statement => statementView(statement, names)) : [];
  const unapproved = approved ? '' : 'The commentary has not been approved.';
  return {
    absence: questions.absence || unapproved,
    approval: approved ? `Approved by ${approved.by} on ${dateName(approved.on)}.` : '',
    isApproved: approved !== null,
    goingWell: statements(questions.goingWell),
    worriedAbout: statements(questions.worriedAbout),
    actions: questions.actions.map(action => openAction(action, extractedOn)),
    finished: questions.finished.map(({ action, lead, status, outcome }) => ({
      action,
      lead,
      status,
      outcome: outcome || 'No outcome is recorded.',
    })),
  };
}

function statementView({ html, measures }: Statement, names: ReadonlyMap<string, string>): StatementView {
  const links = measures.flatMap(id => {
    const name = names.get(id);
    return name === undefined ? [] : [{ name, anchor: measureAnchor(id) }];
  });
  return { html, measures: links };
}

function openAction({ action, lead, due, status }: ActionItem, extractedOn: string): OpenActionView {
  const isOverdue = due < extractedOn;
  return {
    action,
    lead,
    due: dateName(due),
    status: isOverdue ? overdue(status) : status,
    isOverdue,
  };
}

function overdue(status: ActionItem['status']): string {
  return status === 'Open' ? 'Overdue' : `Overdue, ${status.toLowerCase()}`;
}
