import type { Given, Layout } from '../../src/extracts/layouts/layout.js';
import { limitsOf } from '../../src/extracts/layouts/limits.js';
import { isSnapshot, type Measure } from '../../src/measures/measure.js';

/** Whether a layout can answer a measure, worked out from what the one gives and the other needs. */
export interface Answer {
  readonly answer: 'yes' | 'partly' | 'no';
  /** What is missing, or in how far; '' for a plain yes. */
  readonly why: string;
}

export function answerOf(asked: Measure, layout: Layout): Answer {
  const { measure, note } = asGiven(asked, layout);
  if (measure.kind === 'manual') return { answer: 'no', why: 'its figures arrive as figures' };
  const needs = Object.entries(measure.needs);
  const missing = needs.flatMap(([extract, columns]) => whatIsMissing(measure, layout, extract, columns));
  const shortest = shortestOf(measure, layout);
  if (shortest) missing.push(...tooShort(measure, shortest));
  if (missing.length > 0) return { answer: 'no', why: unique(missing) };
  const months = shortest ? [`of the last ${shortest.months} months only`] : [];
  const limits = [
    ...months,
    ...note,
    ...needs.flatMap(([extract, columns]) => notesOf(layout, extract, columns)),
  ];
  return limits.length > 0 ? { answer: 'partly', why: unique(limits) } : { answer: 'yes', why: '' };
}

/** Where the layout has counted the answer itself, the measure does without the records that it would be counted from. */
function asGiven(measure: Measure, layout: Layout): { measure: Measure; note: readonly string[] } {
  const counts = Object.keys(measure.needs).flatMap(extract =>
    partsOf(layout, extract).flatMap(part => part.stands_for[measure.id] ?? []),
  );
  const [count] = counts;
  if (!count) return { measure, note: [] };
  const needs = Object.entries(measure.needs).filter(([name]) => !count.instead_of.includes(name));
  return { measure: { ...measure, needs: Object.fromEntries(needs), history: 0 }, note: [count.note] };
}

function whatIsMissing(
  measure: Measure,
  layout: Layout,
  extract: string,
  columns: readonly string[],
): string[] {
  const parts = partsOf(layout, extract);
  if (parts.length === 0) return [layout.without[extract] ?? `it has no ${plain(extract)}`];
  const absent = columns
    .filter(column => !parts.some(part => column in part.columns))
    .map(column => layout.without[`${extract}.${column}`] ?? `it has no ${plain(extract)}: ${plain(column)}`);
  const { notFor } = limitsOf({ parts });
  const unfit = notFor[measure.id];
  return [...absent, ...(unfit === undefined ? [] : [unfit])];
}

interface LookBack {
  readonly extract: string;
  readonly months: number;
}

/** Of the extracts that it needs the one that goes back least; undefined where all are whole. */
function shortestOf({ needs }: Measure, layout: Layout): LookBack | undefined {
  return Object.keys(needs)
    .flatMap(extract => {
      const { lookBackMonths } = limitsOf({ parts: partsOf(layout, extract) });
      return lookBackMonths === undefined ? [] : [{ extract, months: lookBackMonths }];
    })
    .sort((a, b) => a.months - b.months)[0];
}

function tooShort(measure: Measure, { extract, months: listed }: LookBack): string[] {
  const lists = `${plain(extract)} go back ${listed} months`;
  if (measure.history === 'all') return [`the whole record is needed, and ${lists}`];
  const span = measure.window > 0 ? measure.window : isSnapshot(measure) ? 0 : 1;
  const needed = Math.max(measure.history + (measure.window > 0 ? 0 : span), span);
  return needed > listed ? [`${needed} months of records are needed, and ${lists}`] : [];
}

function notesOf(layout: Layout, extract: string, columns: readonly string[]): string[] {
  const parts = partsOf(layout, extract);
  return parts.flatMap(part => [
    ...(part.note ? [part.note] : []),
    ...columns.flatMap(column => {
      const how = part.columns[column];
      return typeof how === 'object' && how.note ? [how.note] : [];
    }),
  ]);
}

function partsOf(layout: Layout, extract: string): Given[] {
  return layout.gives.filter(part => part.extract === extract);
}

export function plain(name: string): string {
  return name.replaceAll('_', ' ');
}

function unique(texts: readonly string[]): string {
  return [...new Set(texts)].join('; ');
}
