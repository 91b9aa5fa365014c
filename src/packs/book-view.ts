/** The indicator book: what every pack may show, an index, and a page for each measure. */
import { areaAnchor, areasOf, textInStyles } from './areas.js';
import type { PackSection } from './frame-view.js';
import { type GeneralView, generalView } from './general-view.js';
import { type IndicatorIndex, indicatorIndex } from './indicator-index.js';
import { type IndicatorPage, indicatorPage } from './indicator-page.js';
import type { PackSource } from './pack-views.js';

export interface BookView extends GeneralView {
  readonly index: IndicatorIndex;
}

/** The pages of an area: a section of the contents. */
interface PagesSection extends PackSection {
  readonly pages: readonly IndicatorPage[];
}

/** The part of a pack.yml that stands for the pages of every area. */
const PAGES = 'indicator-pages';

export function bookView(source: PackSource): BookView {
  const { input, draw } = source;
  const view = generalView(source);
  return {
    ...view,
    sections: view.sections.flatMap(section => (section.part === PAGES ? pagesByArea(source) : [section])),
    index: indicatorIndex(input, draw),
  };
}

function pagesByArea({ input, draw }: PackSource): PagesSection[] {
  return areasOf(input.measures).map(({ name, measures }) => ({
    title: name,
    titleInStyles: textInStyles(name),
    anchor: areaAnchor(name),
    part: PAGES,
    area: null,
    pages: measures.map(measure => indicatorPage(measure, input, draw)),
  }));
}
