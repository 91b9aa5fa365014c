import { escapeMarkdown } from '../markdown.js';
import type { Results, SizeResult } from './results.js';

/** The tables of docs/scale.md, from what was measured. */

const START = '<!-- measured: npm run bench -- --write -->';
const END = '<!-- end of what was measured -->';

/** @param page docs/scale.md as it is */
export function pageWith(page: string, results: Results): string {
  const [before = ''] = page.split(START);
  const [, after = ''] = page.split(END);
  return `${before}${START}\n\n${tables(results)}\n\n${END}${after}`;
}

export function tables({ machine, versions, helpSeconds, sizes }: Results): string {
  return [
    `${machine}; ${versions}. \`--help\` takes ${Math.round(helpSeconds * 1000)} ms at best.`,
    '### Reading and computing',
    table(
      [
        '',
        'rows',
        'tool',
        'floor',
        'ratio',
        'processor: tool',
        'floor',
        'ratio',
        'rows a second',
        'most memory of Node',
      ],
      sizes.map(computeRow),
    ),
    'Where the time of computing goes, in seconds; measures and figures are worked on four at a time, so that theirs add up to more:',
    table(['', 'reading', 'what measures share', 'measures', 'figures'], sizes.map(partsRow)),
    '### Drawing and printing',
    table(
      ['', 'packs', 'drawing', 'printing', 'browser alone', 'printing to browser', 'both to browser'],
      sizes.flatMap(pagesRow),
    ),
    '### The whole of `build`',
    table(
      ['', 'packs', 'seconds', 'most memory of Node', 'nothing changed', 'load of the machine'],
      sizes.map(wholeRow),
    ),
  ].join('\n\n');
}

function titleOf({ title, councils, measured }: SizeResult): string {
  if (councils === 1) return title;
  return measured === councils
    ? `${title}, ${councils} councils`
    : `${title}, ${measured} of its ${councils} councils`;
}

function computeRow(result: SizeResult): string[] {
  const { rows, compute, floor } = result;
  return [
    titleOf(result),
    rows.toLocaleString('en-GB'),
    seconds(compute.seconds),
    seconds(floor.seconds),
    ratio(compute.seconds, floor.seconds),
    seconds(compute.processorSeconds),
    seconds(floor.processorSeconds),
    ratio(compute.processorSeconds, floor.processorSeconds),
    Math.round(rows / compute.seconds).toLocaleString('en-GB'),
    megabytes(compute.peakBytes),
  ];
}

function partsRow(result: SizeResult): string[] {
  const { read, shared, measures, figures } = result.parts;
  return [titleOf(result), ...[read, shared, measures, figures].map(each => each.toFixed(1))];
}

function pagesRow(result: SizeResult): string[][] {
  if (!result.pages) return [];
  const { drawSeconds, printSeconds, floorSeconds } = result.pages;
  const row = [
    result.title,
    packsOf(result),
    seconds(drawSeconds),
    seconds(printSeconds),
    seconds(floorSeconds),
    ratio(printSeconds, floorSeconds),
    ratio(drawSeconds + printSeconds, floorSeconds),
  ];
  return [row];
}

function wholeRow(result: SizeResult): string[] {
  const { whole, unchangedSeconds, load } = result;
  return [
    titleOf(result),
    packsOf(result),
    seconds(whole.seconds),
    megabytes(whole.peakBytes),
    seconds(unchangedSeconds),
    load.map(each => each.toFixed(1)).join(' to '),
  ];
}

function packsOf({ packs }: SizeResult): string {
  return packs.length === 0 ? 'all' : packs.join(', ');
}

function seconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB')} s`;
}

function ratio(value: number, floor: number): string {
  return (value / floor).toFixed(1);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString('en-GB')} MB`;
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [titles, titles.map((_, index) => (index === 0 ? '---' : '---:')), ...rows.map(cells)];
  return lines.map(line => `| ${line.join(' | ')} |`).join('\n');
}

function cells(row: readonly string[]): string[] {
  return row.map(escapeMarkdown);
}
