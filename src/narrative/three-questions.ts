import MarkdownIt from 'markdown-it';
import { addMonths, monthName } from '../months.js';
import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';
import type { TableRow } from '../workspace/csv-table.js';
import { type ActionItem, isOpenAction } from '../workspace/tables.js';
import { checkStatement } from './claims/check-statement.js';
import type { ClaimSource, Verdict } from './claims/claim.js';
import { type CommentaryFile, GOING_WELL, type RawStatement, WORRIED_ABOUT } from './commentary-file.js';
import { fillFigures } from './figure-reference.js';
import type { Statement, ThreeQuestions } from './questions.js';

/** The three questions from the approved commentary and the action list, with everything that is wrong with them. */

const MOST_ACTIONS = 5;

export interface Answered {
  readonly questions: ThreeQuestions;
  readonly problems: readonly Problem[];
}

/**
 * @param commentary null where there is no file
 * @param file its name for messages
 * @param isDraftShown shows words that nobody has approved, to whoever is writing them
 */
export function answerQuestions(
  commentary: CommentaryFile | null,
  file: string,
  actions: readonly TableRow<ActionItem>[],
  source: ClaimSource,
  isDraftShown = false,
): Answered {
  const problems: Problem[] = [...(commentary?.problems ?? [])];
  const statementsOf = (question: string) =>
    (commentary?.statements ?? [])
      .filter(raw => raw.question === question)
      .map(raw => {
        const { statement, faults } = fill(raw, source);
        problems.push(...faults.map(fault => ({ ...fault, place: { file, line: raw.line } })));
        return statement;
      });
  const goingWell = statementsOf(GOING_WELL);
  const worriedAbout = statementsOf(WORRIED_ABOUT);
  const chosen = chooseActions(actions, source.month);
  problems.push(...chosen.problems, ...unansweredWorries(worriedAbout, chosen.open, file));
  const absence = absenceOf(commentary, source.month);
  if (absence !== '')
    problems.push({ severity: 'warning', rule: 'not-approved', message: absence, place: { file } });
  const approved = commentary?.approved ?? null;
  return {
    questions: {
      goingWell: approved || isDraftShown ? goingWell : [],
      worriedAbout: approved || isDraftShown ? worriedAbout : [],
      actions: chosen.open,
      finished: chosen.finished,
      approved,
      isDraftShown,
      absence,
    },
    problems,
  };
}

type Fault = Pick<Problem, 'severity' | 'rule' | 'message'>;

function fill(raw: RawStatement, source: ClaimSource): { statement: Statement; faults: Fault[] } {
  const filled = fillFigures(raw.text, source);
  const ids = source.measures.map(measure => measure.id);
  const named = [...new Set([...raw.measures, ...filled.measures])];
  const unknown = raw.measures
    .filter(id => !ids.includes(id))
    .map(id => `There is no measure "${id}".${didYouMean(id, ids)}`);
  const measures = source.measures.filter(measure => named.includes(measure.id));
  const verdicts = checkStatement(filled.text, measures, source, filled.trusted);
  const faults: Fault[] = [
    ...[...filled.faults, ...unknown].map(message => ({
      severity: 'error' as const,
      rule: 'wrong-reference',
      message,
    })),
    ...verdicts.flatMap(verdictFault),
  ];
  const html = new MarkdownIt({ html: false })
    .disable(['link', 'image', 'autolink'])
    .renderInline(filled.text);
  return { statement: { html, text: filled.text, measures: named, line: raw.line }, faults };
}

/** What the figures contradict ends a strict run; what they cannot bear out is only noted. */
function verdictFault({ verdict, said, shows }: Verdict): Fault[] {
  if (verdict === 'true') return [];
  if (verdict === 'contradicted') {
    const message = `"${said}" is not what the figures say: ${shows}. Correct it, or take the number with {{figure "measure-id"}}.`;
    return [{ severity: 'warning', rule: 'contradiction', message }];
  }
  const message = `"${said}" is unverified: the figures of the measures that the statement names do not say.`;
  return [{ severity: 'note', rule: 'unverified', message }];
}

function absenceOf(commentary: CommentaryFile | null, month: string): string {
  if (!commentary) return `There is no commentary for ${monthName(month)}.`;
  if (!commentary.approved) return `The commentary for ${monthName(month)} has not been approved.`;
  if (commentary.statements.length === 0) return `The commentary for ${monthName(month)} has no statements.`;
  return '';
}

/** Open actions, soonest due first, and those that ended since the month before, with what became of them. */
function chooseActions(
  rows: readonly TableRow<ActionItem>[],
  month: string,
): { open: ActionItem[]; finished: ActionItem[]; problems: Problem[] } {
  const known = rows.filter(({ value }) => value.opened <= month);
  const open = known
    .filter(({ value }) => isOpenAction(value))
    .sort((a, b) => (a.value.due < b.value.due ? -1 : 1));
  const finished = known.filter(
    ({ value }) => !isOpenAction(value) && value.due.slice(0, 7) >= addMonths(month, -1),
  );
  const problems: Problem[] = finished
    .filter(({ value }) => value.outcome === '')
    .map(({ value, line }) => ({
      severity: 'warning',
      rule: 'no-outcome',
      message: `Action ${value.id} has ended and says nothing of what became of it. Fill in its outcome.`,
      place: { file: 'actions.csv', line, column: 'outcome' },
    }));
  const sixth = open[MOST_ACTIONS];
  if (sixth) {
    const message = `${open.length} actions are open and a pack shows ${MOST_ACTIONS}, the soonest due. Close some, or choose.`;
    problems.push({
      severity: 'warning',
      rule: 'too-many-actions',
      message,
      place: { file: 'actions.csv', line: sixth.line },
    });
  }
  return {
    open: open.slice(0, MOST_ACTIONS).map(row => row.value),
    finished: finished.map(row => row.value),
    problems,
  };
}

function unansweredWorries(
  worries: readonly Statement[],
  open: readonly ActionItem[],
  file: string,
): Problem[] {
  const answered = new Set(open.flatMap(action => action.measures));
  return worries
    .filter(worry => !worry.measures.some(id => answered.has(id)))
    .map(worry => ({
      severity: 'warning',
      rule: 'unanswered-worry',
      message: `No open action is about ${worry.measures.join(', ')}. Add one to actions.csv, or say why there is none.`,
      place: { file, line: worry.line },
    }));
}
