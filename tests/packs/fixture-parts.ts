import type { CoverReport } from '../../src/narrative/cover-report.js';
import type { DataNote } from '../../src/narrative/data-notes.js';
import type { GlossaryWords } from '../../src/narrative/glossary.js';
import type { Statement, ThreeQuestions } from '../../src/narrative/questions.js';
import type { ActionItem, Comparator } from '../../src/workspace/tables.js';
import { aMeasure, anAction, aSnapshot, aTarget, aVersion } from '../support/examples.js';

/** The measures, tables and words of the invented pack. */

export const CATEGORIES = [
  'Neglect',
  'Emotional abuse',
  'Physical abuse',
  'Sexual abuse',
  'Multiple or not recommended',
  'Not recorded',
];

export const MEASURES = [
  aMeasure({
    id: 'contacts-mash-24h',
    name: 'MASH contacts decided in 24 hours',
    counts: 'decided within 24 hours of being received, not counting non-working days',
    of: 'contacts to the multi-agency safeguarding hub (MASH)',
    source: 'Local standard',
    guide: 'Higher is better.',
    versions: [
      aVersion({ to: '2020-08', definition: 'Every hour counted, weekends and bank holidays too.' }),
      aVersion({
        label: 'v2',
        from: '2020-09',
        definition: 'Non-working days are no longer counted in the 24 hours.',
      }),
    ],
  }),
  aMeasure({
    id: 're-referrals',
    name: 'Re-referrals within 12 months',
    counts: 'of a child with an earlier referral in the 12 months before',
    of: 'referrals',
    polarity: 'lower',
    disclosure: 'attribute',
    national: 'same',
    source: 'DfE children in need census',
    guide: 'Lower is better.',
  }),
  aMeasure({
    id: 's47-in-15-days',
    area: 'Assessment',
    name: 'Section 47 enquiries completed in 15 working days',
    counts: 'completed within 15 working days of the start',
    of: 'enquiries',
    datedBy: 'limit',
    source: 'Working Together to Safeguard Children',
    guide: 'Higher is better.',
  }),
  aSnapshot({
    id: 'cp-plans-open',
    area: 'Child protection',
    name: 'Children on a child protection plan',
    counts: 'children with an open child protection plan',
    of: '',
    polarity: 'target',
    disclosure: 'attribute',
    rate: true,
    national: 'near',
    nationalNote: 'published at 31 March only',
    guide: 'Inside the band is best.',
  }),
  aSnapshot({
    id: 'cp-plans-by-category',
    area: 'Child protection',
    name: 'Categories of need',
    kind: 'breakdown',
    counts: 'children with an open child protection plan',
    of: '',
    disclosure: 'attribute',
    guide: 'Neither high nor low is better.',
    category: { titles: ['Category of need'], codes: [CATEGORIES] },
  }),
  aMeasure({
    id: 'placements-long-term-stable',
    area: 'Looked after',
    name: 'Same placement for 2 years or more',
    counts: 'in the same placement for 2 years or more',
    of: 'children under 16 looked after for 2.5 years or more',
    datedBy: 'month end',
    history: 30,
    disclosure: 'attribute',
    national: 'same',
    guide: 'Higher is better.',
  }),
  aMeasure({
    id: 'posts-agency',
    area: 'Workforce',
    name: 'Social work posts filled by agency workers',
    counts: 'full-time equivalents filled by agency workers',
    of: 'full-time equivalents of open posts',
    datedBy: 'month end',
    polarity: 'lower',
    disclosure: 'none',
    guide: 'Lower is better.',
  }),
  aMeasure({
    id: 'adoption-care-to-order',
    area: 'Adoption',
    name: 'Days from entering care to adoption',
    kind: 'average',
    unit: 'days',
    counts: 'days from entering care to the adoption order',
    of: 'children adopted in the 36 months to month end',
    datedBy: 'month end',
    window: 36,
    history: 36,
    polarity: 'lower',
    disclosure: 'attribute',
    guide: 'Lower is better.',
  }),
];

export const TARGETS = [
  aTarget({ measure: 'contacts-mash-24h', atLeast: 95 }),
  aTarget({ measure: 're-referrals', atMost: 20 }),
  aTarget({ measure: 's47-in-15-days', atLeast: 95 }),
  aTarget({ measure: 'cp-plans-open', low: 125, high: 145 }),
  aTarget({ measure: 'cp-plans-open', from: '2020-04', low: 135, high: 155 }),
  aTarget({ measure: 'cp-plans-open', of: 'rate', atMost: 44 }),
  aTarget({ measure: 'adoption-care-to-order', atMost: 426 }),
];

function comparators(measure: string, of: Comparator['of'], values: readonly number[]): Comparator[] {
  const groups = [
    'England',
    'Statistical neighbours',
    'West Midlands',
    'Good+ statistical neighbours',
    'Ofsted Good',
    'Ofsted Outstanding',
  ];
  return values.map((value, index) => ({ measure, of, group: groups[index] ?? '', year: '2018/19', value }));
}

export const COMPARATORS = [
  ...comparators('re-referrals', 'value', [21, 20, 22, 19, 19, 20]),
  ...comparators('cp-plans-open', 'rate', [43.7, 47.2, 44, 42.5, 39, 36.1]),
  ...comparators('placements-long-term-stable', 'value', [69, 68, 67]),
  // Not comparable, so never printed.
  ...comparators('posts-agency', 'value', [77.7]),
];

function statement(html: string, measures: readonly string[], line: number): Statement {
  return { html, text: html, measures, line };
}

export const ACTIONS: ActionItem[] = [
  anAction({
    id: 'A3',
    action: 'Sample twenty re-referrals and tell the front door what they have in common',
    lead: 'Principal Social Worker',
    due: '2020-09-30',
    status: 'Open',
    measures: ['re-referrals'],
  }),
  anAction({ id: 'A1', measures: ['contacts-mash-24h'] }),
];

export const QUESTIONS: ThreeQuestions = {
  goingWell: [
    statement('94.6% of contacts to MASH were decided in 24 hours.', ['contacts-mash-24h'], 6),
    statement('The number of plans is <strong>inside its band</strong>.', ['cp-plans-open'], 7),
  ],
  worriedAbout: [
    statement(
      'More referrals than in any month of the year were about a child known before.',
      ['re-referrals'],
      10,
    ),
  ],
  actions: ACTIONS,
  finished: [
    anAction({
      id: 'A2',
      action: 'Agree with partners who chairs strategy discussions out of hours',
      lead: 'Service Manager, Assessment',
      status: 'Complete',
      outcome: 'Agreed in September; the rota has run since.',
    }),
  ],
  approved: { by: "Director of Children's Services", on: '2020-10-20' },
  absence: '',
};

export const NOTES: DataNote[] = [
  { subject: 'Contacts', text: '12,402 rows, complete from 1 April 2016, extracted on 5 October 2020.' },
  {
    subject: 'Placements',
    text: '3,110 rows, complete from 1 September 2017. 2 rows could not be read and are not counted.',
  },
];

export const COVER_REPORT: CoverReport = {
  sections: [
    { heading: 'Purpose', html: '<p>To show how the service stands.</p>' },
    { heading: 'Background papers', html: '' },
  ],
};

export const GLOSSARY: GlossaryWords = {
  entries: [
    {
      terms: ['Multi-agency safeguarding hub'],
      abbreviations: ['MASH'],
      meaning: 'Services in one team, who share what they know about a child.',
      source: '',
    },
    {
      terms: ['Department for Education'],
      abbreviations: ['DfE'],
      meaning: 'The government department for education.',
      source: '',
    },
    { terms: ['Re-referral'], abbreviations: [], meaning: 'A referral within 12 months.', source: '' },
  ],
  notAbbreviations: [],
};
