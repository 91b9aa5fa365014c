import { describe, expect, it } from 'vitest';
import { FigureSet } from '../../src/figures/figure-set.js';
import { readSelfEvaluations } from '../../src/narrative/self-evaluation.js';
import { makePack } from '../../src/packs/make-pack.js';
import { formatProblem } from '../../src/problems.js';
import { packInput } from '../packs/fixture.js';
import { aFigure, aMeasure } from '../support/examples.js';
import { NO_REPORT, packNamed } from '../support/packs.js';

const SOURCE = {
  month: '2020-09',
  measures: [aMeasure({ id: 'visits', name: 'Visits in time' })],
  figures: new FigureSet([aFigure({ measure: 'visits', value: 92, numerator: 92, denominator: 100 })]),
  targets: [],
};
const FILE = 'self-evaluation/2020-09/looked-after.md';

const TEXT = `---
service: Looked after
score: 6
score_before: 5
judged_by: Head of Looked After Children
measures: [visits]
---
## What we know about quality and impact
{{figure "visits"}} of visits were in time.
## How we know it
From the figures.
## Strengths
- Workers stay
## Areas for development
- Fewer moves. Impact: friends are kept.
  Timescale: March 2021.
## Rationale
It got better.
`;

function read(text: string) {
  const { evaluations, problems } = readSelfEvaluations([{ file: FILE, text }], SOURCE);
  return { evaluations, told: problems.map(formatProblem) };
}

describe('self-evaluations', () => {
  it('when a file is whole then its facts and texts are read, its numbers from the figures', () => {
    const { evaluations, told } = read(TEXT);
    expect(told).toEqual([]);
    expect(evaluations[0]).toMatchObject({
      id: 'looked-after',
      score: 6,
      scoreBefore: 5,
      measures: ['visits'],
    });
    expect(evaluations[0]?.texts[0]?.html).toBe('<p>92% of visits were in time.</p>');
  });

  it.each([
    [
      'a number is typed that is no figure',
      'were in time.',
      'were in time, and 75% of calls.',
      `${FILE}:9: error: "75%" is typed by hand`,
    ],
    [
      'a score is off the scale',
      'score: 6',
      'score: 11',
      `${FILE}:3: score: error: Found "11"; expected 10 or less.`,
    ],
    [
      'a measure does not exist',
      '[visits]',
      '[visit]',
      `${FILE}:6: error: There is no measure "visit". Did you mean "visits"?`,
    ],
    ['a heading is misspelt', '## Strengths', '## Strenghts', 'Did you mean "Strengths"?'],
    ['a text is not given', 'From the figures.', '', 'There is no text for How we know it'],
    [
      'no timescale is said',
      'Timescale: March 2021.',
      'Soon.',
      `${FILE}:15: warning: This area for development does not say Timescale:`,
    ],
  ])('when %s then it is told', (_, found, written, told) => {
    expect(read(TEXT.replace(found, written)).told.join('\n')).toContain(told);
  });

  it('when the pack is made then its document has the scale, the words and the figures', async () => {
    const { evaluations } = read(TEXT.replace('It got better.', 'It got <b>better</b>.'));
    const input = { ...packInput(), ...SOURCE, selfEvaluations: evaluations };
    const { pages } = await makePack({
      pack: packNamed('self-evaluation'),
      input,
      draw: () => '<svg></svg>',
      report: NO_REPORT,
    });
    expect(pages.map(({ folder, name }) => folder + name)).toEqual(['self-evaluation-looked-after']);
    const html = pages[0]?.html ?? '';
    expect(html).toContain('6 of 10, after 5 in the quarter before');
    expect(html).toContain('<li class="scale-now">6<span>now</span></li>');
    expect(html).toContain('It got &lt;b&gt;better&lt;/b&gt;.');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});
