/** A dotted rule before the first month of a new definition, named at its head: a Chart.js plugin for one chart. */
import type { Plugin } from 'chart.js';
import { shortMonthName } from '../months.js';
import type { DefinitionBreak } from './chart.js';
import { BREAK } from './palette.js';
import { strokeLine } from './pen.js';
import { partsOf, write } from './plot.js';
import { LINE_HEIGHT } from './sizes.js';
import { textWidth } from './text-width.js';

const GAP = 4;

export interface RuleText {
  readonly text: string;
  readonly left: number;
  /** Lines below the first. */
  readonly row: number;
}

/** Where each rule's words go: to its right where they fit, else to its left, and a line lower where words stand. */
export function placeRuleTexts(
  rules: readonly { readonly x: number; readonly text: string }[],
  right: number,
): RuleText[] {
  const placed: RuleText[] = [];
  for (const { x, text } of rules) {
    const width = textWidth(text);
    const left = x + GAP + width <= right ? x + GAP : x - GAP - width;
    const crosses = ({ left: other, text: words }: RuleText) =>
      left < other + textWidth(words) + GAP && other < left + width + GAP;
    let row = 0;
    while (placed.some(each => each.row === row && crosses(each))) row++;
    placed.push({ text, left, row });
  }
  return placed;
}

export function definitionRules(
  months: readonly string[],
  breaks: readonly DefinitionBreak[],
): Plugin<'bar' | 'line'> {
  return {
    id: 'definition-rules',
    afterDraw: chart => {
      const { pen, area, slotStart } = partsOf(chart);
      const rules = breaks
        .map(each => ({ index: months.indexOf(each.month), text: ruleText(each) }))
        .filter(({ index }) => index >= 0)
        .map(({ index, text }) => ({ x: slotStart(index), text }));
      const head = area.top - LINE_HEIGHT;
      placeRuleTexts(rules, area.right).forEach(({ text, left, row }, index) => {
        const [x, top] = [rules[index]?.x ?? left, head + row * LINE_HEIGHT];
        const ends = [[x, top] as const, [x, area.bottom] as const];
        strokeLine(pen, ends, { colour: BREAK, width: 1.25, dash: [2, 2] });
        write(pen, text, left, top + 3, { colour: BREAK, bold: false });
      });
    },
  };
}

function ruleText({ month, changed, isStep }: DefinitionBreak): string {
  const what = changed ? 'Definition changed' : 'Counted from';
  return `${isStep ? 'Explained step' : what} ${shortMonthName(month)}`;
}
