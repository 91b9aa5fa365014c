import { FigureSet } from '../../src/figures/figure-set.js';
import type { PackInput } from '../../src/packs/pack-input.js';
import { packInput } from './fixture.js';
import { MEASURES, QUESTIONS } from './fixture-parts.js';

const HOSTILE = '<img src=x onerror=alert(1)>"\'&</style></script>{{title}}';

/** The invented pack with markup in every word that a workspace can set. */
export function hostileInput(): PackInput {
  const measures = MEASURES.map(measure => ({
    ...measure,
    name: `${measure.name} ${HOSTILE}`,
    area: `${measure.area} ${HOSTILE}`,
    counts: HOSTILE,
    of: HOSTILE,
    guide: HOSTILE,
    source: HOSTILE,
    nationalNote: HOSTILE,
    category: measure.category && { ...measure.category, titles: [HOSTILE] },
    versions: measure.versions.map(version => ({ ...version, definition: HOSTILE })),
  }));
  const base = packInput({ measures });
  const figures = base.figures.all.map(figure => ({
    ...figure,
    category: figure.category === 'Neglect' ? HOSTILE : figure.category,
    reason: figure.reason && HOSTILE,
  }));
  return {
    ...base,
    figures: new FigureSet(figures),
    settings: {
      ...base.settings,
      council: { name: HOSTILE, service: HOSTILE },
      report: {
        ...base.settings.report,
        committee: HOSTILE,
        report_by: HOSTILE,
        classification: HOSTILE,
        decision_type: HOSTILE,
        wards_affected: HOSTILE,
        headings: [...base.settings.report.headings, HOSTILE],
      },
    },
    comparators: base.comparators.map(row => ({ ...row, group: HOSTILE, year: HOSTILE })),
    questions: {
      ...QUESTIONS,
      // A statement comes as HTML that the narrative has escaped already.
      goingWell: [{ html: '&lt;img src=x&gt;', text: '<img src=x>', measures: ['re-referrals'], line: 1 }],
      actions: QUESTIONS.actions.map(action => ({ ...action, action: HOSTILE, lead: HOSTILE })),
      finished: QUESTIONS.finished.map(action => ({ ...action, outcome: HOSTILE })),
      approved: { by: HOSTILE, on: '2020-10-20' },
    },
    dataNotes: [{ subject: HOSTILE, text: HOSTILE }],
    coverReport: { sections: [{ heading: HOSTILE, html: '<p>&lt;img src=x&gt;</p>' }] },
    glossary: {
      entries: [{ terms: ['plan'], abbreviations: [HOSTILE], meaning: HOSTILE, source: HOSTILE }],
      notAbbreviations: [],
    },
  };
}
