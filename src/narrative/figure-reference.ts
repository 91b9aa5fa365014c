import Handlebars from 'handlebars';
import { formatFigure } from '../figures/display.js';
import type { PeriodKind } from '../figures/figure.js';
import type { FigureSet } from '../figures/figure-set.js';
import { decimalsShown } from '../figures/labels.js';
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
  /** Stretches of the text that came from figures. */
  readonly trusted: readonly (readonly [start: number, end: number])[];
  /** Ids of the measures that the sentence takes numbers from. */
  readonly measures: readonly string[];
  /** What is wrong with its references, in words. */
  readonly faults: readonly string[];
}

const OPTIONS = ['period', 'of', 'month', 'team', 'category'];

export interface Reference {
  readonly id: string;
  readonly options: Readonly<Record<string, string>>;
}

export function fillFigures(sentence: string, source: FigureSource): Filled {
  const faults: string[] = [];
  const measures: string[] = [];
  try {
    let length = 0;
    const trusted: [number, number][] = [];
    const texts = readBraces(sentence).map(part => {
      const text = typeof part === 'string' ? part : filledIn(part);
      if (typeof part !== 'string') trusted.push([length, length + text.length]);
      length += text.length;
      return text;
    });
    return { text: texts.join(''), trusted, measures, faults };
  } catch (error) {
    const words = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const fault = `The braces cannot be read (${words}). Write {{figure "measure-id"}}.`;
    return { text: '', trusted: [], measures, faults: [fault] };
  }

  function filledIn(part: Reference): string {
    const result = figureText(part, source);
    if ('fault' in result) {
      faults.push(result.fault);
      return '';
    }
    measures.push(part.id);
    return result.text;
  }
}

/**
 * The sentence in pieces. Handlebars only reads it: a sentence may hold references, and nothing else of what a template
 * can do. @throws Error saying what else it holds
 */
function readBraces(sentence: string): (string | Reference)[] {
  return Handlebars.parse(sentence).body.map(node => {
    if (node.type === 'ContentStatement') return (node as hbs.AST.ContentStatement).value;
    if (node.type !== 'MustacheStatement') throw new Error('only figure may stand in them');
    const { path, params, hash } = node as hbs.AST.MustacheStatement;
    if (!('original' in path) || path.original !== 'figure') throw new Error('only figure may stand in them');
    return readReference({ params, hash });
  });
}

/** @throws Error saying what is wrong with it */
export function readReference({
  params,
  hash,
}: Pick<hbs.AST.MustacheStatement, 'params' | 'hash'>): Reference {
  const [id, ...more] = params;
  if (!id || more.length > 0) throw new Error('figure takes one measure');
  const options = (hash?.pairs ?? []).map(({ key, value }) => [key, quoted(value, key)] as const);
  return { id: quoted(id, 'the measure'), options: Object.fromEntries(options) };
}

/** Text in quotes. Without them a template would take it for the name of a variable, and the option would not count. */
function quoted(value: hbs.AST.Expression, name: string): string {
  if (value.type === 'StringLiteral') return (value as hbs.AST.StringLiteral).value;
  throw new Error(`${name} must stand in quotes`);
}

export type LookedUp = { readonly text: string } | { readonly fault: string };

/** The figure as a table writes it, or what is wrong with the reference. */
export function figureText({ id, options }: Reference, source: FigureSource): LookedUp {
  const measure = source.measures.find(each => each.id === id);
  if (!measure) {
    const ids = source.measures.map(each => each.id);
    return { fault: `There is no measure "${id}".${didYouMean(id, ids)}` };
  }
  const unknown = Object.keys(options).find(name => !OPTIONS.includes(name));
  if (unknown)
    return {
      fault: `{{figure}} has no "${unknown}".${didYouMean(unknown, OPTIONS) || ` It has ${OPTIONS.join(', ')}.`}`,
    };
  const { period = headlinePeriod(measure), of = 'value', month = source.month } = options;
  const { team = '', category = '' } = options;
  if (!isPeriodOf(measure, period))
    return { fault: `${id} has no period "${period}"; it has ${periodsOf(measure).join(', ')}.` };
  if (of !== 'value' && of !== 'rate')
    return { fault: `${id} has no figure of "${of}"; of is value or rate.` };
  const figure = source.figures.get({ measure: id, of, period, month, team, category });
  if (!figure)
    return {
      fault: `There is no figure of ${id} for ${describe(options, month)}. Check month, team and category.`,
    };
  if (figure.value === null)
    return {
      fault: `${id} has no value for ${describe(options, month)}: ${figure.reason || figure.status}.`,
    };
  return { text: formatFigure(figure, decimalsShown(figure, measure, source.targets)) };
}

function isPeriodOf(measure: Measure, period: string): period is PeriodKind {
  return periodsOf(measure).some(each => each === period);
}

function describe({ period, of, team, category }: Reference['options'], month: string): string {
  return [month, period, of, team, category].filter(Boolean).join(', ');
}
