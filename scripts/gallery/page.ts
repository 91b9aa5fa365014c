/** The gallery as one page: the packs' own templates, styles and charts, filled with invented data. */
import { readFileSync } from 'node:fs';
import { openCharts } from '../../src/charts/renderer.js';
import { FigureSet } from '../../src/figures/figure-set.js';
import { pageStyles } from '../../src/packs/page-styles.js';
import { openTemplates } from '../../src/packs/templates.js';
import { toolPath } from '../../src/tool-folder.js';
import { cardExamples } from './card-examples.js';
import { OTHER_EXAMPLES } from './other-examples.js';
import { SERIES_EXAMPLES } from './series-examples.js';
import { QUESTIONS, STATEMENTS } from './statement-examples.js';
import { AREA_TABLE, BREAKDOWNS, COMPARATORS, DIRECTIONS, RATINGS } from './table-examples.js';
import { categoryColours, tokensOf } from './tokens.js';

export async function galleryPage(): Promise<string> {
  const draw = await openCharts();
  // The gallery's own page first, then the packs': it brings no part of its own.
  const folders = [toolPath('scripts', 'gallery'), toolPath('templates')];
  // No template of the gallery asks for a figure by its name.
  const nothing = { month: '', measures: [], figures: new FigureSet([]), targets: [] };
  const templates = await openTemplates(folders, nothing);
  const drawn = [...SERIES_EXAMPLES, ...OTHER_EXAMPLES].map(({ heading, chart }) => ({
    heading,
    kind: chart.kind,
    svg: draw(chart),
  }));
  const ofKind = (kind: string) => drawn.filter(each => each.kind === kind);
  return templates.render('gallery', {
    styles: pageStyles([toolPath('templates')]),
    ownStyles: readFileSync(toolPath('scripts', 'gallery', 'gallery.css'), 'utf8'),
    tokens: tokensOf(readFileSync(toolPath('templates', 'styles', 'tokens.css'), 'utf8')),
    categories: categoryColours(),
    charts: [
      { title: 'Lines and bars over months', examples: ofKind('series'), isWhole: false },
      { title: 'Stacked bars: parts of a whole', examples: ofKind('stacked'), isWhole: false },
      { title: 'Dot plots: this council beside others', examples: ofKind('dots'), isWhole: false },
      { title: 'Small multiples: teams on one scale', examples: ofKind('multiples'), isWhole: true },
    ],
    // The key says what c stands for, as on the cover of a public pack.
    cover: { smallNumber: 5 },
    ratings: RATINGS,
    directions: DIRECTIONS,
    areaTable: AREA_TABLE,
    breakdowns: BREAKDOWNS,
    comparators: COMPARATORS,
    cards: cardExamples(draw),
    statements: STATEMENTS,
    notice: 'Draft: an example of a notice',
    questions: QUESTIONS,
    questionsSection: { title: 'The three questions' },
  });
}
