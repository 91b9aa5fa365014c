import { beforeAll, describe, expect, it } from 'vitest';
import { openCharts } from '../../src/charts/renderer.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import { absenceInWords, fewCases, indicatorFacts } from '../../src/packs/indicator-facts.js';
import { indicatorPage } from '../../src/packs/indicator-page.js';
import { makePack } from '../../src/packs/make-pack.js';
import { aFigure, aMeasure } from '../support/examples.js';
import { NO_REPORT, packNamed } from '../support/packs.js';
import { packInput } from './fixture.js';
import { MEASURES } from './fixture-parts.js';

const draw = () => '<svg></svg>';

function withId(id: string) {
  const found = MEASURES.find(measure => measure.id === id);
  if (!found) throw new Error(`no measure ${id}`);
  return found;
}

/** "Target: at least 95%", with ratings and directions as their words. */
function told(id: string, input = packInput()): string[] {
  return indicatorFacts(withId(id), input).map(({ name, text, detail, rating, direction }) =>
    [`${name}:`, rating?.word, direction?.words, text, detail && `(${detail})`].filter(Boolean).join(' '),
  );
}

describe("the facts of a measure's page", () => {
  it('when a percentage has a target then value, rating, direction and earlier years stand in the order of the board', () => {
    const names = indicatorFacts(withId('re-referrals'), packInput()).map(({ name }) => name);
    expect(names).toEqual([
      'Last update',
      'Current value',
      'Overall assessment',
      'Target',
      'Direction since last year',
      'Direction since last month',
      'September 2019',
      'September 2018',
      'Year to date',
      'England',
      'Statistical neighbours',
      'West Midlands',
      'Good+ statistical neighbours',
      'Ofsted Good',
      'Ofsted Outstanding',
      'Measure period',
      'Variation',
      'Target in future',
      'Cases left out',
    ]);
    expect(told('re-referrals')).toContain('England: 21% (2018/19)');
    expect(told('re-referrals')).toContain('Cases left out: 2 not judged');
  });

  it('when a count has a band on its rate then the rate, not the count, is rated', () => {
    const facts = told('cp-plans-open');
    expect(facts[1]).toBe('Current value: 133 (September 2020)');
    expect(facts[2]).toBe('Rate per 10,000 children: 36.84 (at the end of September 2020)');
    expect(facts).toContain('Measure period: Snapshot at the month end');
  });

  it('when nothing national has its definition then the page says so once', () => {
    expect(told('posts-agency')).toContain(
      'England, Statistical neighbours, West Midlands: Not published (on this definition)',
    );
  });

  it('when a person judged it this month then role and reason stand beside the computed rating', () => {
    const judgement = {
      measure: 're-referrals',
      role: 'Head of assessment',
      reason: 'Worse than last year.',
    };
    const judgements = [
      { ...judgement, month: '2020-09', rating: 'red' as const },
      { ...judgement, month: '2020-08', rating: 'amber' as const },
    ];
    const facts = told('re-referrals', packInput({ judgements }));
    expect(facts.filter(fact => fact.startsWith('Judged'))).toEqual([
      'Judged by a person: Red (Head of assessment: Worse than last year.)',
    ]);
    expect(facts[2]).toMatch(/^Overall assessment: /);
  });
});

describe('a page without a value, or with few cases', () => {
  const measure = aMeasure({ id: 're-referrals' });
  const inputOf = (figures: Parameters<typeof aFigure>[0][]) =>
    packInput({
      measures: [measure],
      figures: new FigureSet(figures.map(parts => aFigure({ measure: 're-referrals', ...parts }))),
    });
  const none = { value: null, numerator: null, denominator: null, status: 'no-data' } as const;

  it('when there is no data then it says why and since when', () => {
    const reason = 'no extract referrals';
    const input = inputOf([
      { ...none, month: '2020-09', reason },
      { ...none, month: '2020-08', reason },
      { month: '2020-07', value: 5 },
    ]);
    expect(absenceInWords(measure, input)).toBe(
      'No data for September 2020: no extract referrals. The last figure is that of July 2020.',
    );
  });

  it('when no month of the series has a figure then it says so', () => {
    const input = inputOf([{ ...none, month: '2020-09', reason: 'no extract referrals' }]);
    expect(absenceInWords(measure, input)).toBe(
      'No data for September 2020: no extract referrals. No month since September 2018 has one.',
    );
  });

  it.each([
    [3, 8, 'Few cases: 3 of 8. One case more or less is 13 points.'],
    [20, 20, 'Few cases: 20 of 20. One case more or less is 5 points.'],
    [20, 21, ''],
  ])('when %i of %i cases are met then the counts are said in words where they are few', (met, of, words) => {
    const input = inputOf([{ month: '2020-09', value: (100 * met) / of, numerator: met, denominator: of }]);
    expect(fewCases(measure, input)).toBe(words);
  });
});

describe('the indicator book', () => {
  let html = '';
  beforeAll(async () => {
    const comments = new Map([['re-referrals', '<p>Seen again too soon.</p>']]);
    const settings = {
      ...packInput().settings,
      responsible: { 'Front door': 'Head of the front door', 're-referrals': 'Principal social worker' },
    };
    const { pages } = await makePack({
      pack: packNamed('indicator-book'),
      input: packInput({ comments, settings }),
      report: NO_REPORT,
      draw: await openCharts(),
    });
    html = pages[0]?.html ?? '';
  });

  it('when it is made then each measure has a page, and index and page lead to each other', () => {
    for (const { id } of MEASURES) {
      expect(html).toContain(`<article class="page indicator" id="measure-${id}"`);
      expect(html).toContain(`<tr id="index-${id}">`);
      expect(html).toContain(`href="#index-${id}"`);
    }
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(match => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const [, target] of html.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g))
      expect(ids).toContain(target);
  });

  it('when a role is given for a measure then it goes before that of its area', () => {
    const page = (id: string) => indicatorPageHtml(html, id);
    expect(page('re-referrals')).toContain('Responsible: Principal social worker');
    expect(page('contacts-mash-24h')).toContain('Responsible: Head of the front door');
    expect(page('posts-agency')).toContain('Responsible: not given');
  });

  it('when a comment is written then it stands on its page, and elsewhere none', () => {
    expect(indicatorPageHtml(html, 're-referrals')).toContain('<p>Seen again too soon.</p>');
    expect(indicatorPageHtml(html, 'posts-agency')).toContain('None for September 2020.');
  });

  it('when it is printed then on upright A4, and it says on each page that it is not for publication', () => {
    expect(html).toContain('@page { size: A4 portrait; }');
    for (const { id } of MEASURES) {
      expect(indicatorPageHtml(html, id)).toContain('For the council&#x27;s own eyes, not for publication');
    }
  });
});

it('when a measure counts by category then its page has the stack, and the trend of its total', () => {
  const page = indicatorPage(withId('cp-plans-by-category'), packInput(), draw);
  expect(page.charts.map(({ title }) => title)).toEqual(['By category of need and month']);
  expect(page.trendTitle).toBe('25 months');
});

function indicatorPageHtml(html: string, id: string): string {
  return html.slice(html.indexOf(`id="measure-${id}"`)).split('</article>')[0] ?? '';
}
