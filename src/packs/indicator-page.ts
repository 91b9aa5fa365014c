/** A page of the indicator book: one measure, in the order in which the board has read it for years. */
import type { DrawChart } from '../charts/renderer.js';
import { isAdditive, type Measure } from '../measures/measure.js';
import { capitalised } from '../words.js';
import { absences } from './absences.js';
import { measureAnchor, slug } from './areas.js';
import { type BreakdownView, breakdownView, heldBackInWords } from './breakdown-view.js';
import { type ChartView, changesOf, chartView, type DefinitionChange } from './card-view.js';
import { chartsOf, dotsOf, trendChart } from './chart-view.js';
import { datedBy, definitionOf } from './definitions-view.js';
import { absenceInWords, type Fact, fewCases, indicatorFacts } from './indicator-facts.js';
import type { PackInput } from './pack-input.js';

export interface IndicatorPage {
  readonly code: string;
  readonly name: string;
  readonly area: string;
  readonly anchor: string;
  /** Its line of the index. */
  readonly indexAnchor: string;
  /** '' where scorecard.yml names none. */
  readonly role: string;
  readonly description: string;
  readonly polarity: string;
  readonly guide: string;
  readonly datedBy: string;
  readonly source: string;
  /** It arrives as a figure, without cases. */
  readonly isReturned: boolean;
  readonly changes: readonly DefinitionChange[];
  /** Why the latest month can still change; '' where it is settled. */
  readonly unsettled: string;
  /** Why there is no value, and since when; '' where there is one. */
  readonly absence: string;
  /** '' where there are cases enough. */
  readonly fewCases: string;
  readonly facts: readonly Fact[];
  readonly charts: readonly ChartView[];
  /** The whole series; '' where no month has a figure. */
  readonly trend: string;
  readonly trendTitle: string;
  /** This council beside others; '' where nothing is published. */
  readonly dots: string;
  /** Shares by category, or categories of two levels, which no stack of bars can show. */
  readonly breakdown: BreakdownView | null;
  readonly notes: readonly string[];
  /** Escaped by the narrative; '' where nobody has written any. */
  readonly comment: string;
}

const POLARITY: Readonly<Record<Measure['polarity'], string>> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  target: 'To target',
  none: 'N/A',
};

export function indexAnchor(id: string): string {
  return `index-${slug(id)}`;
}

/** In place of the table, where all but one of its numbers are held back. */
function heldBackNote(measure: Measure, input: PackInput): string[] {
  const said = isMoreThanStacked(measure) ? heldBackInWords(measure, input) : '';
  return said === '' ? [] : [said];
}

function isMoreThanStacked(measure: Measure): boolean {
  const levels = measure.category?.titles.length ?? 0;
  return levels > 1 || (levels === 1 && !isAdditive(measure));
}

export function indicatorPage(measure: Measure, input: PackInput, draw: DrawChart): IndicatorPage {
  const { id, name, area, guide, source, polarity, kind } = measure;
  const { responsible } = input.settings;
  const trend = trendChart(measure, input);
  const dots = dotsOf(measure, input);
  return {
    code: id,
    name,
    area,
    anchor: measureAnchor(id),
    indexAnchor: indexAnchor(id),
    role: responsible[id] ?? responsible[area] ?? '',
    description: definitionOf(measure),
    polarity: POLARITY[polarity],
    guide,
    datedBy: datedBy(measure),
    source: source.replace(/\.$/, ''),
    isReturned: kind === 'manual',
    changes: changesOf(measure, input.month),
    unsettled: measure.unsettled,
    absence: absenceInWords(measure, input),
    fewCases: fewCases(measure, input),
    facts: indicatorFacts(measure, input),
    charts: chartsOf(measure, input).map(chart => chartView(chart, draw)),
    trend: trend ? draw(trend) : '',
    trendTitle: trend ? `${trend.points.length} months` : '',
    dots: dots ? draw(dots) : '',
    breakdown: isMoreThanStacked(measure) ? breakdownView(measure, input) : null,
    notes: [...absences(measure, input).map(capitalised), ...heldBackNote(measure, input)],
    comment: input.comments.get(id) ?? '',
  };
}
