/** The three questions with statements, actions and approval, and the same page before anyone approved it. */
import type { QuestionsView } from '../../src/packs/questions-view.js';

const LINK = { name: 'Re-referrals within 12 months', anchor: 'tables' };

const FIGURE = { ...LINK, shown: '39%', rating: null, line: '' };

export const STATEMENTS: QuestionsView['goingWell'] = [
  {
    html: 'Visits in time rose to <strong>93%</strong>, from 85% a year before.',
    figure: FIGURE,
    measures: [],
  },
  {
    html: 'A statement that takes more lines than a reader would like, because it gives the number, what it was a year before, what was done about it, by whom, and what is expected to change before the committee meets again in the new year.',
    figure: { ...FIGURE, rating: { word: 'Red', colour: 'red' } },
    measures: [
      LINK,
      { name: 'Children who became the subject of a plan for a second time', anchor: 'tables' },
    ],
  },
  { html: 'A statement that rests on no measure.', figure: null, measures: [] },
];

const FINISHED: QuestionsView['finished'] = [
  {
    action: 'Train the duty team',
    lead: 'Head of Assessment',
    status: 'Complete',
    outcome: 'Decisions are a day faster.',
    progress: ['Contacts decided in 24 hours: 88% in June 2020, 93% now.'],
  },
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
      progress: ['Re-referrals within 12 months: 23% in August 2020, 39% now.'],
    },
    {
      action: 'Fill four posts in the team',
      lead: 'Head of Service',
      due: '31 July 2020',
      status: 'Overdue, delayed',
      isOverdue: true,
      progress: [],
    },
  ],
  finished: FINISHED,
  stillOpen: '2 are still open, and stand above.',
  shownFinished: FINISHED,
  moreFinished: '',
  hasEarlier: true,
  layout: { size: 'size-15', hasLines: true, finishedShown: 1 },
};
