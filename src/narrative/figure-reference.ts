import Handlebars from 'handlebars';
import { formatFigure } from '../figures/display.js';
import type { Figure, PeriodKind } from '../figures/figure.js';
import type { FigureSet } from '../figures/figure-set.js';
import { decimalsOf, targetFor } from '../figures/labels.js';
import { decimalsBesideRating } from '../figures/rating.js';
import { headlinePeriod, type Measure, periodsOf } from '../measures/measure.js';
import { didYouMean } from '../nearest.js';
import type { Target } from '../workspace/tables.js';

/** `{{figure "re-referrals" period="ytd"}}`: prose takes its numbers from the figures, written as a table writes them. */

export interface FigureSource {
  readonly month: string;
  readonly measures: readonly Measure[];
  readonly figures: FigureSet;
  readonly targets: readonly Target[];
}

export interface Filled {
  readonly text: string;
  /** Ids of the measures that the sentence takes numbers from. */
  readonly measures: readonly string[];
  /** What is wrong with its references, in words. */
  readonly faults: readonly string[];
}

const OPTIONS = ['period', 'of', 'month', 'team', 'category'];

export function fillFigures(sentence: string, source: FigureSource): Filled {
  const faults: string[] = [];
  const measures: string[] = [];
  const engine = Handlebars.create();
  engine.registerHelper('figure', (id: unknown, options?: Handlebars.HelperOptions) => {
    const result = lookUp(String(id), options?.hash ?? {}, source);
    if ('fault' in result) {
      faults.push(result.fault);
      return '';
    }
    measures.push(String(id));
    return result.text;
  });
  try {
    const template = engine.compile(sentence, {
      noEscape: true,
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: { figure: true },
    });
    return { text: template({}), measures, faults };
  } catch (error) {
    const words = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return {
      text: '',
      measures,
      faults: [`The braces cannot be read (${words}). Write {{figure "measure-id"}}.`],
    };
  }
}

type LookedUp = { readonly text: string } | { readonly fault: string };

function lookUp(id: string, options: Readonly<Record<string, unknown>>, source: FigureSource): LookedUp {
  const ids = source.measures.map(measure => measure.id);
  const measure = source.measures.find(each => each.id === id);
  if (!measure) return { fault: `There is no measure "${id}".${didYouMean(id, ids)}` };
  const unknown = Object.keys(options).find(name => !OPTIONS.includes(name));
  if (unknown)
    return {
      fault: `{{figure}} has no "${unknown}".${didYouMean(unknown, OPTIONS) || ` It has ${OPTIONS.join(', ')}.`}`,
    };
  const text = (name: string, otherwise: string) => String(options[name] ?? otherwise);
  const period = text('period', headlinePeriod(measure)) as PeriodKind;
  if (!periodsOf(measure).includes(period)) {
    return { fault: `${id} has no period "${period}"; it has ${periodsOf(measure).join(', ')}.` };
  }
  const of = text('of', 'value') === 'rate' ? 'rate' : 'value';
  const month = text('month', source.month);
  const figure = source.figures.get({
    measure: id,
    of,
    period,
    month,
    team: text('team', ''),
    category: text('category', ''),
  });
  if (!figure)
    return {
      fault: `There is no figure of ${id} for ${describe(options, month)}. Check month, team and category.`,
    };
  if (figure.value === null)
    return {
      fault: `${id} has no value for ${describe(options, month)}: ${figure.reason || figure.status}.`,
    };
  return { text: formatFigure(figure, decimalsInProse(figure, measure, source.targets)) };
}

function describe({ period, of, team, category }: Readonly<Record<string, unknown>>, month: string): string {
  return [month, period, of, team, category].filter(Boolean).join(', ');
}

/** As many decimals as the table shows beside the rating. */
export function decimalsInProse(figure: Figure, measure: Measure, targets: readonly Target[]): number {
  const decimals = decimalsOf(figure, measure);
  const target = targetFor(figure, measure, targets);
  return target && figure.value !== null
    ? decimalsBesideRating(figure.value, target, figure.unit, decimals)
    : decimals;
}
