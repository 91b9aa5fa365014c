import { describe, expect, it } from 'vitest';
import { FigureSet } from '../../src/figures/figure-set.js';
import type { Measure } from '../../src/measures/measure.js';
import { abbreviationsIn } from '../../src/packs/abbreviations.js';
import { aboutView } from '../../src/packs/about-view.js';
import { type CardRow, sheetsOf } from '../../src/packs/area-view.js';
import { measureAnchor } from '../../src/packs/areas.js';
import { besideLeadOf, besideOthersInWords } from '../../src/packs/beside-others.js';
import type { CardView } from '../../src/packs/card-view.js';
import type { Pack } from '../../src/packs/manifest.js';
import { leadOf } from '../../src/packs/telling.js';
import { aFigure, aMeasure, aTarget } from '../support/examples.js';
import { labelFigures } from '../support/label-figures.js';
import { packInput } from './fixture.js';

/** What a page says first. */

const measureCalled = (id: string, said = `# of ${id} were met`) =>
  aMeasure({ id, statement: { ...aMeasure().statement, said } });

function inputWith(measures: readonly Measure[], values: readonly number[], atLeast: readonly number[] = []) {
  const targets = atLeast.map((least, index) =>
    aTarget({ measure: measures[index]?.id ?? '', atLeast: least }),
  );
  const figures = measures.map(({ id }, index) => aFigure({ measure: id, value: values[index] ?? 0 }));
  return {
    ...packInput(),
    measures,
    targets,
    comparators: [],
    figures: new FigureSet(labelFigures(figures, [...measures], targets)),
  };
}

describe('what a page leads with', () => {
  it('when targets are missed, then the one that is missed by most, whatever the order', () => {
    const measures = ['visits', 'reviews', 'audits'].map(id => measureCalled(id));
    // Amber by 4 points, red by 45, green.
    expect(leadOf(measures, inputWith(measures, [86, 45, 95], [90, 90, 90]))).toBe(
      '45% of reviews were met. The target, at least 90%, is missed.',
    );
  });

  it('when nothing is rated and nothing moved, then the first that has a figure', () => {
    const [hidden, shown] = [measureCalled('visits'), measureCalled('reviews')];
    const input = inputWith([shown], [39]);
    expect(leadOf([hidden, shown], input)).toBe('39% of reviews were met.');
    expect(leadOf([hidden], input)).toBe('Example measure: no data in September 2020.');
    expect(leadOf([], input)).toBe('');
  });
});

describe('what is said of a target', () => {
  const measure = { ...measureCalled('visits'), national: 'same' } as Measure;
  const lead = (value: number) => {
    const england = { measure: 'visits', of: 'value' as const, group: 'England', year: '2018/19', value: 80 };
    return leadOf([measure], { ...inputWith([measure], [value], [90]), comparators: [england] });
  };

  it('when England was named last, then nobody takes the target for theirs', () => {
    expect(lead(45)).toBe(
      '45% of visits were met. England had 80% in 2018/19. The target, at least 90%, is missed.',
    );
    expect(lead(90)).toMatch(/ The target, at least 90%, is met\.$/);
  });
});

describe('card rows on pages', () => {
  const measures = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id => measureCalled(id));
  const row = (...ids: string[]): CardRow => ({
    isWide: ids.length === 1,
    halves: ids.map(id => ({ card: { anchor: measureAnchor(id) } as CardView, dots: null })),
  });
  const sheets = (own: readonly Measure[], rows: readonly CardRow[]) =>
    sheetsOf(rows, own, inputWith(own, [90, 90, 90, 90, 90, 90, 90])).map(({ lead, rows: held }) => [
      lead !== '',
      held.length,
    ]);

  it('when the table above is short, then one row stands with it, and two on every other page', () => {
    expect(sheets(measures.slice(0, 6), [row('a', 'b'), row('c', 'd'), row('e'), row('f')])).toEqual([
      [false, 1],
      [true, 2],
      [true, 1],
    ]);
  });

  it('when the lead says it, then the card keeps its name and period, and every other card its sentence', () => {
    const halves = ['a', 'b', 'c'].map(id => ({
      card: { anchor: measureAnchor(id), headline: `Of ${id}.` } as CardView,
      dots: null,
    }));
    const three = measures.slice(0, 3);
    // 45 is furthest from its target, so that the area leads with b; of the row below c is alone.
    const input = inputWith(three, [90, 45, 90], [90, 90, 90]);
    const rows = [
      { isWide: false, halves: halves.slice(0, 2) },
      { isWide: true, halves: halves.slice(2) },
    ];
    expect(
      sheetsOf(rows, three, input).map(sheet => [
        sheet.lead,
        sheet.rows.flatMap(each => each.halves.map(({ card }) => card?.headline)),
      ]),
    ).toEqual([
      ['', ['Of a.', '']],
      ['90% of c were met. The target, at least 90%, is met.', ['']],
    ]);
  });

  it('when two charts are left before a page of definitions, then they are drawn larger, one below the other', () => {
    const ten = [...measures, ...['h', 'i', 'j'].map(id => measureCalled(id))];
    const left = (own: readonly Measure[]) =>
      sheetsOf([row('a', 'b')], own, { ...inputWith(own, []), comparators: [] })[0]?.rows.map(
        ({ isLarge = false, halves }) => [isLarge, halves.length],
      );
    expect(left(ten)).toEqual([[true, 2]]);
    expect(left(measures)).toEqual([[false, 2]]);
  });

  it('when the table above is long, then every page of charts has two rows and a sentence', () => {
    expect(sheets(measures, [row('a', 'b'), row('c', 'd'), row('e', 'f')])).toEqual([
      [true, 2],
      [true, 1],
    ]);
  });
});

describe('this council beside others, in words', () => {
  const measure = measureCalled('visits');
  const said = (values: Readonly<Record<string, number>>, parts: Partial<Measure> = {}) => {
    const own = { ...measure, national: 'same', ...parts } as Measure;
    const figures = new FigureSet([aFigure({ measure: 'visits', period: 'rolling-12', value: 69.2 })]);
    const comparators = Object.entries(values).map(([group, value]) => {
      return { measure: 'visits', of: 'value' as const, group, year: '2018/19', value };
    });
    return besideOthersInWords(own, { ...packInput(), figures, targets: [], comparators });
  };

  it.each([
    [
      { England: 60, 'West Midlands': 65 },
      'Our 69% (12 months to September 2020) is higher than England (60%) and West Midlands (65%).',
    ],
    [
      { England: 69, 'West Midlands': 65, 'Ofsted Good': 72 },
      'Our 69% (12 months to September 2020) is the same as England (69%), and higher than 1 and lower than 1 of the 2 others.',
    ],
    [
      { England: 60, 'West Midlands': 65, 'Ofsted Good': 68 },
      'Our 69% (12 months to September 2020) is higher than England (60%) and each of the 2 others.',
    ],
    [
      { England: 60, 'West Midlands': 72, 'Ofsted Good': 75 },
      'Our 69% (12 months to September 2020) is higher than England (60%), and lower than each of the 2 others.',
    ],
    // Ours is 69.2%, printed as 69%: of 69.4% it cannot be said to be less.
    [
      { England: 69.4, 'West Midlands': 69.6 },
      'Our 69% (12 months to September 2020) is the same as England (69.4%), and lower than West Midlands (69.6%).',
    ],
    [{ 'West Midlands': 72 }, 'Our 69% (12 months to September 2020) is lower than West Midlands (72%).'],
    [{}, ''],
  ])('when others have %j, then: %s', (values, sentence) => {
    expect(said(values)).toBe(sentence);
  });

  it('when the definition is only near, then it says so', () => {
    expect(said({ England: 60 }, { national: 'near' })).toBe(
      'Our 69% (12 months to September 2020) is higher than England (60%). Theirs is counted somewhat differently: see the table.',
    );
  });
});

describe('what a page of plots leads with', () => {
  const named = (id: string, national: Measure['national']) =>
    ({ ...measureCalled(id), name: `Share of ${id}`, national }) as Measure;
  const lead = (measures: readonly Measure[]) => {
    const figures = measures.map(({ id }) => aFigure({ measure: id, period: 'rolling-12', value: 90 }));
    // Visits are a tenth above England's, reviews half, audits twice.
    const england = { visits: 81, reviews: 60, audits: 45 };
    const comparators = Object.entries(england).map(([measure, value]) => {
      return { measure, of: 'value' as const, group: 'England', year: '2018/19', value };
    });
    return besideLeadOf(measures, {
      ...packInput(),
      figures: new FigureSet(figures),
      targets: [],
      comparators,
    });
  };

  it('when several were published, then the one furthest from England of those that are counted alike', () => {
    const found = lead([named('visits', 'same'), named('reviews', 'same'), named('audits', 'near')]);
    expect(found?.measure.id).toBe('reviews');
    expect(found?.text).toBe(
      'Share of reviews: our 90% (12 months to September 2020) is higher than England (60%).',
    );
  });

  it('when nobody published, then nothing', () => {
    expect(lead([named('visits', 'none')])).toBeNull();
    expect(lead([])).toBeNull();
  });
});

describe('abbreviations of a page', () => {
  const entry = (term: string, ...abbreviations: string[]) => ({
    terms: [term],
    abbreviations,
    meaning: '',
    source: '',
  });
  const words = {
    entries: [entry('Multi-agency hub', 'MASH'), entry('Child in need', 'CIN')],
    notAbbreviations: [],
  };

  it('when names use them, then they are written out; a part of another word is none', () => {
    expect(abbreviationsIn(['Contacts to MASH', 'CINEMA'], words)).toBe('MASH: Multi-agency hub.');
    expect(abbreviationsIn(['Visits'], words)).toBe('');
  });
});

describe('notes about the data', () => {
  const pack = { audience: 'public', isInternalEdition: false } as Pack;
  const dataNotes = [
    { subject: 'Contacts', text: 'Complete from 1 April 2016.' },
    { subject: 'People', text: 'As it stood.' },
    { subject: 'Visits', text: 'Complete from 1 April 2016.' },
  ];

  it('when subjects share a text, then it is printed once', () => {
    expect(aboutView(pack, { ...packInput(), dataNotes }).notes).toEqual([
      { subject: 'Complete from 1 April 2016', text: 'Contacts, Visits.' },
      { subject: 'People', text: 'As it stood.' },
    ]);
  });

  it('when it is published, then the tool is not named', () => {
    expect(aboutView(pack, { ...packInput(), dataNotes, toolVersion: '1.2.3' }).toolVersion).toBe('');
    const own = { ...pack, audience: 'board' } as Pack;
    expect(aboutView(own, { ...packInput(), dataNotes, toolVersion: '1.2.3' }).toolVersion).toBe('1.2.3');
  });
});
