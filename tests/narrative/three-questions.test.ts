import { describe, expect, it } from 'vitest';
import { readCommentary } from '../../src/narrative/commentary-file.js';
import { type Answered, answerQuestions } from '../../src/narrative/three-questions.js';
import { formatProblem } from '../../src/problems.js';
import type { ActionItem } from '../../src/workspace/tables.js';
import { aFigure, aMeasure, anAction, aSource } from '../support/examples.js';

const FILE = 'commentary/2020-09.md';
const APPROVED = '---\napproved_by: Director\napproved_on: 2020-10-20\n---\n';
const source = {
  ...aSource(
    [aMeasure(), aMeasure({ id: 're-referrals' })],
    [aFigure({ value: 39.4 }), aFigure({ measure: 're-referrals', value: 20 })],
  ),
  comparators: [],
};

function rows(actions: readonly ActionItem[]): { value: ActionItem; line: number }[] {
  return actions.map((value, index) => ({ value, line: index + 2 }));
}

function answer(text: string | null, actions: readonly ActionItem[] = []): Answered & { told: string[] } {
  const commentary = text === null ? null : readCommentary(FILE, text);
  const answered = answerQuestions(commentary, FILE, rows(actions), source);
  return { ...answered, told: answered.problems.map(formatProblem) };
}

const WELL = '## What is going well?\n';
const WORRIED = '## What are we worried about?\n';

describe('statements', () => {
  it('when the commentary is approved then its statements are filled in', () => {
    const { questions, told } = answer(
      `${APPROVED}${WELL}- {{figure "example"}} were. [example]\n${WORRIED}- Some *came* back. [re-referrals]\n`,
      [anAction({ measures: ['re-referrals'] })],
    );
    expect(told).toEqual([]);
    expect(questions).toMatchObject({
      goingWell: [{ text: '39% were.', html: '39% were.', measures: ['example'], line: 6 }],
      worriedAbout: [{ html: 'Some <em>came</em> back.', measures: ['re-referrals'], line: 8 }],
      approved: { by: 'Director', on: '2020-10-20' },
      absence: '',
    });
  });

  it('when a sentence takes a figure of a measure that its brackets leave out then it is about that too', () => {
    const { questions } = answer(`${APPROVED}${WELL}- {{figure "re-referrals"}} came back. [example]\n`);
    expect(questions.goingWell[0]?.measures).toEqual(['example', 're-referrals']);
  });

  it('when nobody has approved it then no pack shows its words, and its faults are still told', () => {
    const { questions, told } = answer(`${WELL}- {{figure "exampel"}} were. [example]\n`);
    expect(questions).toMatchObject({
      goingWell: [],
      worriedAbout: [],
      approved: null,
      absence: 'The commentary for September 2020 has not been approved.',
    });
    expect(told).toEqual([
      `${FILE}:2: error: There is no measure "exampel". Did you mean "example"? [wrong-reference]`,
      `${FILE}: warning: The commentary for September 2020 has not been approved. [not-approved]`,
    ]);
  });

  it.each([
    [null, 'There is no commentary for September 2020.'],
    ['', 'The commentary for September 2020 has not been approved.'],
    [APPROVED, 'The commentary for September 2020 has no statements.'],
  ])('when the file holds %j then the pack says why it shows none', (text, absence) => {
    const { questions, told } = answer(text);
    expect(questions.absence).toBe(absence);
    expect(told).toEqual([`${FILE}: warning: ${absence} [not-approved]`]);
  });

  it('when the brackets name a measure that does not exist then the nearest is named', () => {
    expect(answer(`${APPROVED}${WELL}- All well. [exampel]\n`).told).toEqual([
      `${FILE}:6: error: There is no measure "exampel". Did you mean "example"? [wrong-reference]`,
    ]);
  });

  it('when a number is typed that no named measure accounts for then it is told with what the figures say', () => {
    expect(answer(`${APPROVED}${WELL}- 41% were. [example re-referrals]\n`).told).toEqual([
      `${FILE}:6: warning: "41%" is not what the figures say: 39% (example, month 2020-09); 20% (re-referrals, month 2020-09). Correct it, or take the number with {{figure "measure-id"}}. [contradiction]`,
    ]);
    expect(answer(`${APPROVED}${WELL}- 39% were. [example]\n`).told).toEqual([]);
  });

  it('when the figures cannot bear a statement out then it is noted and no more', () => {
    expect(answer(`${APPROVED}${WELL}- We hired 12 people, up from last year. [example]\n`).told).toEqual([
      `${FILE}:6: note: "up from last year" is unverified: the figures of the measures that the statement names do not say. [unverified]`,
      `${FILE}:6: note: "12 people" is unverified: the figures of the measures that the statement names do not say. [unverified]`,
    ]);
  });

  it.each([
    ['a tag', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a link', '[here](https://example.org)', '[here](https://example.org)'],
    ['an image', '![x](https://example.org/x.png)', '![x](https://example.org/x.png)'],
    ['an address', '<https://example.org>', '&lt;https://example.org&gt;'],
    ['signs', 'Tom & "Co"', 'Tom &amp; &quot;Co&quot;'],
  ])('when a sentence holds %s then it is text to the pack', (_, words, html) => {
    const { questions } = answer(`${APPROVED}${WELL}- ${words} it is. [example]\n`);
    expect(questions.goingWell[0]?.html).toBe(`${html} it is.`);
  });
});

describe('actions', () => {
  const ids = (actions: readonly ActionItem[]) => actions.map(action => action.id);

  it('when actions are open then the five soonest due reach the pack, and the sixth is told of', () => {
    const dues = ['2021-03-01', '2020-11-30', '2020-12-31', '2021-01-31', '2020-10-31', '2021-02-28'];
    const actions = dues.map((due, index) => anAction({ id: `A${index + 1}`, due }));
    const { questions, told } = answer(APPROVED, actions);
    expect(ids(questions.actions)).toEqual(['A5', 'A2', 'A3', 'A4', 'A6']);
    expect(told[0]).toBe(
      'actions.csv:2: warning: 6 actions are open and a pack shows 5, the soonest due. Close some, or choose. [too-many-actions]',
    );
    expect(answer(APPROVED, actions.slice(1)).told).toHaveLength(1);
  });

  it('when several are due on one day then they keep the order of the file', () => {
    const actions = ['A1', 'A2', 'A3', 'A4'].map(id => anAction({ id }));
    expect(ids(answer(APPROVED, actions).questions.actions)).toEqual(['A1', 'A2', 'A3', 'A4']);
  });

  it('when an action is opened after the month then it is not yet there', () => {
    const actions = [anAction({ id: 'A1', opened: '2020-09' }), anAction({ id: 'A2', opened: '2020-10' })];
    expect(ids(answer(APPROVED, actions).questions.actions)).toEqual(['A1']);
  });

  it('when an action has ended then it is shown with what became of it, and asked for where that is blank', () => {
    const { questions, told } = answer(APPROVED, [
      anAction({ id: 'A1', status: 'Complete', due: '2020-08-31', outcome: 'Three posts were filled.' }),
      anAction({ id: 'A2', status: 'Dropped', due: '2020-09-30' }),
      anAction({ id: 'A3', status: 'Complete', due: '2020-07-31', outcome: 'Long ago.' }),
    ]);
    expect(ids(questions.finished)).toEqual(['A1', 'A2']);
    expect(ids(questions.actions)).toEqual([]);
    expect(told[0]).toBe(
      'actions.csv:3: outcome: warning: Action A2 has ended and says nothing of what became of it. Fill in its outcome. [no-outcome]',
    );
  });

  it('when nobody has approved the commentary then the actions are shown all the same', () => {
    expect(ids(answer(null, [anAction()]).questions.actions)).toEqual(['A1']);
  });

  const worry = `${APPROVED}${WORRIED}- Some came back. [re-referrals]\n`;

  it('when no open action answers a worry then it is pointed out', () => {
    const expected = `${FILE}:6: warning: No open action is about re-referrals. Add one to actions.csv, or say why there is none. [unanswered-worry]`;
    expect(answer(worry, [anAction()]).told).toEqual([expected]);
    expect(answer(worry, [anAction({ measures: ['re-referrals'], opened: '2020-10' })]).told).toEqual([
      expected,
    ]);
    expect(
      answer(worry, [anAction({ measures: ['re-referrals'], status: 'Complete', due: '2020-01-01' })]).told,
    ).toEqual([expected]);
  });

  it('when an open action answers it then nothing is said', () => {
    expect(answer(worry, [anAction({ measures: ['example', 're-referrals'] })]).told).toEqual([]);
  });
});
