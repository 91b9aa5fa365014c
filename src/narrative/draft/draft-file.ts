import { dateName, monthName } from '../../months.js';
import { type ActionItem, isOpenAction } from '../../workspace/tables.js';
import {
  type CommentaryFile,
  GOING_WELL,
  NEW_CANDIDATES,
  PRIORITY_ACTIONS,
  WORRIED_ABOUT,
} from '../commentary-file.js';
import { factInWords } from '../evidence/sentences.js';
import type { EvidenceSource } from '../evidence/source.js';
import { fillFigures } from '../figure-reference.js';
import type { Candidate, Chosen } from './choose.js';

/** The text of commentary/YYYY-MM.md: candidates with their evidence in remarks, for a person to edit and approve. */

export interface DraftInput {
  readonly chosen: Chosen;
  readonly actions: readonly ActionItem[];
  readonly source: EvidenceSource;
  /** YYYY-MM-DD, by which an action is overdue. */
  readonly extractedOn: string;
}

/** A file where there was none. */
export function newDraft(input: DraftInput): string {
  const { chosen, source } = input;
  return [
    FRONT_MATTER,
    remark([
      `Drafted from the figures of ${monthName(source.month)}. Change, move and delete as you see fit, with at most five to a list.`,
      'Numbers in braces come from the figures; keep the measure in square brackets. Remarks like this one are not printed.',
      'How candidates are chosen and scored: docs/commentary.md.',
    ]),
    `## ${GOING_WELL}`,
    ...items(chosen.goingWell, source),
    `## ${WORRIED_ABOUT}`,
    ...items(chosen.worriedAbout, source),
    `## ${PRIORITY_ACTIONS}`,
    actionsRemark(input),
    '',
  ].join('\n');
}

const FRONT_MATTER = `---
# Once the words are agreed, take the # away and fill in who approved them (a role, not a name) and when.
# approved_by: Director of Children's Services
# approved_on: YYYY-MM-DD
---`;

export interface Addition {
  readonly text: string;
  /** Candidates added; 0 leaves the text as it is. */
  readonly added: number;
}

/** What somebody wrote stays as it is, letter for letter: what the file says nothing about goes under a heading of its own. */
export function withNewCandidates(
  text: string,
  file: CommentaryFile,
  { chosen, source }: DraftInput,
): Addition {
  const known = new Set([...file.statements.flatMap(each => each.measures), ...file.candidates]);
  const isNew = ({ measure }: Candidate) => !known.has(measure.id);
  const [good, bad] = [chosen.goingWell.filter(isNew), chosen.worriedAbout.filter(isNew)];
  const added = good.length + bad.length;
  if (added === 0) return { text, added };
  const lines = [
    ...(text.endsWith('\n') ? [] : ['']),
    `## ${NEW_CANDIDATES}`,
    remark(['No pack prints these. Move what you want to keep under its question, and delete the rest.']),
    ...(good.length > 0 ? [remark([GOING_WELL])] : []),
    ...items(good, source),
    ...(bad.length > 0 ? [remark([WORRIED_ABOUT])] : []),
    ...items(bad, source),
    '',
  ];
  return { text: text + lines.join('\n'), added };
}

function items(candidates: readonly Candidate[], source: EvidenceSource): string[] {
  return candidates.flatMap(candidate => [
    `- ${candidate.text} [${candidate.measure.id}]`,
    indented(remark(evidenceLines(candidate, source))),
  ]);
}

function evidenceLines({ measure, score, facts }: Candidate, source: EvidenceSource): string[] {
  const grounds = score.grounds.map(({ what, strength }) => `${what} ${strength.toFixed(2)}`);
  const { weight, reason } = measure.statement;
  const ground = { measure, source };
  return [
    `Score ${score.score.toFixed(1)}: weight ${weight} x evidence ${score.strength.toFixed(2)} (${grounds.join(', ')})`,
    `Weight: ${reason}`,
    ...facts.map(fact => `${fillFigures(factInWords(fact, ground), source).text}.`),
  ];
}

/** Open actions go on with their status; what is worrying and has no action is listed for whoever chairs. */
function actionsRemark({ chosen, actions, source, extractedOn }: DraftInput): string {
  const open = actions.filter(action => isOpenAction(action) && action.opened <= source.month);
  const answered = new Set(open.flatMap(action => action.measures));
  const unanswered = chosen.worriedAbout.filter(({ measure }) => !answered.has(measure.id));
  return remark([
    'Actions are kept in actions.csv, and the pack takes them from there. Open now:',
    ...open.map(
      action => `${action.id}: ${action.action}. Lead: ${action.lead}. ${stateOf(action, extractedOn)}.`,
    ),
    ...(open.length === 0 ? ['none.'] : []),
    unanswered.length === 0 ? 'Every worry above has an action.' : 'Worries that no open action answers:',
    ...unanswered.map(({ measure }) => `${measure.name} [${measure.id}]`),
  ]);
}

function stateOf({ status, due }: ActionItem, extractedOn: string): string {
  const overdue = due < extractedOn ? ', overdue' : '';
  return `${status}${overdue}, due ${dateName(due)}`;
}

/** Nothing that stands in a remark can end it. */
function remark(lines: readonly string[]): string {
  const safe = lines.map(line => line.replaceAll(/-{2,}/g, '-').replaceAll(/\s+/g, ' '));
  const [only = ''] = safe;
  return safe.length === 1 ? `<!-- ${only} -->` : `<!--\n${safe.join('\n')}\n-->`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map(line => `  ${line}`)
    .join('\n');
}
