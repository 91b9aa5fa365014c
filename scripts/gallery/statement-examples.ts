/** The three questions with statements, actions and approval, and the same page before anyone approved it. */
import type { QuestionsView } from '../../src/packs/questions-view.js';

const LINK = { name: 'Re-referrals within 12 months', anchor: 'tables' };

export const STATEMENTS: QuestionsView['goingWell'] = [
  { html: 'Visits in time rose to <strong>93%</strong>, from 85% a year before.', measures: [LINK] },
  {
    html: 'A statement that takes more lines than a reader would like, because it gives the number, what it was a year before, what was done about it, by whom, and what is expected to change before the committee meets again in the new year.',
    measures: [
      LINK,
      { name: 'Children who became the subject of a plan for a second time', anchor: 'tables' },
    ],
  },
  { html: 'A statement that rests on no measure.', measures: [] },
];

export const QUESTIONS: QuestionsView = {
  absence: '',
  approval: 'Approved by the Director of Children\u2019s Services on 20 October 2020.',
  isApproved: true,
  goingWell: STATEMENTS,
  worriedAbout: STATEMENTS.slice(0, 1),
  actions: [
    {
      action: 'Read every re-referral of the quarter',
      lead: 'Head of Assessment',
      due: '30 November 2020',
      status: 'Open',
      isOverdue: false,
    },
    {
      action: 'Fill four posts in the team',
      lead: 'Head of Service',
      due: '31 July 2020',
      status: 'Overdue, delayed',
      isOverdue: true,
    },
  ],
  finished: [
    {
      action: 'Train the duty team',
      lead: 'Head of Assessment',
      status: 'Complete',
      outcome: 'Decisions are a day faster.',
    },
  ],
};
