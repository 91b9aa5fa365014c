/**
 * How large the words of the three questions may be so that the page never overflows: their lines are counted by the
 * font's own widths, from the largest size down to 9 pt. Only a page that holds more than anybody should write goes on
 * without its lines of months, and then with fewer of the actions that have ended.
 */
import { textWidth } from '../charts/text-width.js';

export interface QuestionsLayout {
  /** A class of the page's styles: the size of its words on paper. */
  readonly size: 'size-15' | 'size-14' | 'size-13' | 'size-12';
  readonly hasLines: boolean;
  /** Ended actions that fit; the others are counted in words. */
  readonly finishedShown: number;
}

interface PageText {
  readonly goingWell: readonly StatementText[];
  readonly worriedAbout: readonly StatementText[];
  readonly actions: readonly (ActionText & { readonly due: string })[];
  readonly finished: readonly (ActionText & { readonly outcome: string })[];
  readonly stillOpen: string;
}

interface StatementText {
  readonly html: string;
  readonly figure: { readonly name: string; readonly shown: string } | null;
  readonly measures: readonly { readonly name: string }[];
}

interface ActionText {
  readonly action: string;
  readonly lead: string;
  readonly status: string;
  readonly progress: readonly string[];
}

/** A landscape A4 page without its margins, heading and approval, in CSS pixels. */
const PAGE_HEIGHT = 640;
const COLUMN = 330;
const ACTION_COLUMN = 312;
const FULL_WIDTH = 1020;
const HEADING = 34;
const GAP = 8;
/** The least that a row with a figure and its line of months takes. */
const FIGURE_ROW = 26;
/** What a figure, its rating and its line of months leave for the measure's name. */
const NAME_WIDTH = 125;
const NAME_ALONE = 225;
const LINE_HEIGHT = 1.3;
/** 12 CSS pixels are 9 pt, below which nothing is printed. */
const SIZES = [15, 14, 13, 12] as const;
const DETAIL = 12;

export function layOut(page: PageText): QuestionsLayout {
  for (const hasLines of [true, false]) {
    for (const size of SIZES)
      if (heightOf(page, size, hasLines, page.finished.length) <= PAGE_HEIGHT)
        return { size: `size-${size}`, hasLines, finishedShown: page.finished.length };
  }
  let finishedShown = page.finished.length;
  while (finishedShown > 0 && heightOf(page, DETAIL, false, finishedShown) > PAGE_HEIGHT) finishedShown--;
  return { size: 'size-12', hasLines: false, finishedShown };
}

function heightOf(page: PageText, size: number, hasLines: boolean, finishedShown: number): number {
  const columns = [
    ...[page.goingWell, page.worriedAbout].map(list =>
      sum(list, each => statementHeight(each, size, hasLines)),
    ),
    sum(page.actions, each => openHeight(each, size)),
  ];
  const below = sum(page.finished.slice(0, finishedShown), each => finishedHeight(each, size));
  const isBelow = page.finished.length > 0 || page.stillOpen !== '';
  return (
    HEADING +
    Math.max(...columns) +
    (isBelow ? HEADING + lines(page.stillOpen, FULL_WIDTH, DETAIL) + below : 0)
  );
}

function statementHeight({ html, figure, measures }: StatementText, size: number, hasLines: boolean): number {
  const row = figure
    ? Math.max(
        hasLines ? FIGURE_ROW : 0,
        lines(figure.name, hasLines ? NAME_WIDTH : NAME_ALONE, DETAIL),
        size * LINE_HEIGHT,
      )
    : 0;
  const text = lines(html.replaceAll(/<[^>]*>/g, ''), COLUMN, size);
  const others =
    measures.length > 0 ? lines(`See ${measures.map(({ name }) => name).join('; ')}`, COLUMN, DETAIL) : 0;
  return row + text + others + GAP;
}

function openHeight(
  { action, lead, due, status, progress }: PageText['actions'][number],
  size: number,
): number {
  const details = [`Lead: ${lead}. Due: ${due}. ${status}.`, ...progress];
  return lines(action, ACTION_COLUMN, size) + sum(details, each => lines(each, ACTION_COLUMN, DETAIL)) + GAP;
}

function finishedHeight(
  { action, lead, status, outcome, progress }: PageText['finished'][number],
  size: number,
): number {
  const detail = [`${status}. Lead: ${lead}. ${outcome}`, ...progress].join(' ');
  return lines(action, FULL_WIDTH, size) + lines(detail, FULL_WIDTH, DETAIL) + GAP;
}

/** The height of a text in a column: as many words to a line as fit. */
function lines(text: string, width: number, size: number): number {
  if (text === '') return 0;
  const space = textWidth(' ', { size });
  let [count, used] = [1, 0];
  for (const word of text.split(/\s+/)) {
    const wide = textWidth(word, { size });
    if (used > 0 && used + space + wide > width) {
      count++;
      used = wide;
    } else used += (used > 0 ? space : 0) + wide;
  }
  return count * size * LINE_HEIGHT;
}

function sum<T>(list: readonly T[], heightOfEach: (each: T) => number): number {
  return list.reduce((total, each) => total + heightOfEach(each), 0);
}
