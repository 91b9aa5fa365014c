import { formatFigure, formatNumber } from '../figures/display.js';
import type { Figure } from '../figures/figure.js';
import { decimalsOf, decimalsShown } from '../figures/labels.js';
import type { CaseChangeFound, CaseReason } from '../history/compare/case-changes.js';
import type { Restatement } from '../history/compare/restatements.js';
import type { StatementChange } from '../history/compare/statement-changes.js';
import { nameOfFreeze } from '../history/frozen.js';
import { headlinePeriod, type Measure } from '../measures/measure.js';
import { dateName, monthName } from '../months.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Compared } from './compare.js';
import { labelled } from './wrap.js';

/** What `compare` says in a terminal: how many, then each figure with what was published, what would be, and why. */

const USUAL_WIDTH = 100;
const SENTENCE = { indent: 2, labelWidth: 11 };

export function comparisonText(
  compared: Compared,
  { targets, settings }: Workspace,
  options: { readonly cases: boolean; readonly teams: boolean },
  width = USUAL_WIDTH,
): string {
  const { restatements, measures } = compared;
  const total = restatements.filter(({ figure }) => isTotal(figure));
  const shown = options.teams ? restatements : total;
  const rows = targets.map(row => row.value);
  const layout = { ...SENTENCE, width };
  const { points, percent } = settings.history.restated_over;
  const over = total.filter(each => each.isOverThreshold).length;
  return [
    headline(compared),
    total.length === 0
      ? 'No figure of the whole service would differ.'
      : `${count(total.length, 'figure')} of the whole service would differ, ${over === 0 ? 'none' : over} (*) by at least ${points} percentage ${points === 1 ? 'point' : 'points'}, ${percent}% or a rating.`,
    ...othersNote(restatements.length - total.length, options.teams),
    ...measures.flatMap(measure => {
      const own = shown.filter(({ figure }) => figure.measure === measure.id);
      if (own.length === 0) return [];
      return [
        '',
        `${measure.name} (${measure.id})`,
        ...own.flatMap(each => restatementLines(each, measure, rows, options.cases, layout)),
      ];
    }),
    ...statementLines(compared.statements, layout),
  ].join('\n');
}

function isTotal({ team, category }: Figure): boolean {
  return team === '' && category === '';
}

function headline({ published, other }: Compared): string {
  const { month, frozen_on: frozenOn } = published.record;
  const name = `${monthName(month)} as published (${nameOfFreeze(published.record)}, frozen on ${dateName(frozenOn)})`;
  return other === 'now' ? `${name}, and as the extracts make it now.` : `${name}, and as ${other} has it.`;
}

function othersNote(others: number, areShown: boolean): string[] {
  if (others === 0 || areShown) return [];
  return [`${count(others, 'figure')} of teams and categories as well; --teams shows them.`];
}

function count(number: number, noun: string): string {
  return `${formatNumber(number, 0)} ${noun}${number === 1 ? '' : 's'}`;
}

type Layout = typeof SENTENCE & { readonly width: number };

function restatementLines(
  restatement: Restatement,
  measure: Measure,
  targets: Parameters<typeof decimalsShown>[2],
  withCases: boolean,
  layout: Layout,
): string[] {
  const { figure, before, now, cases } = restatement;
  const decimals = decimalsApart(restatement, measure, targets);
  const ratings = restatement.isRatingChanged
    ? `; rated ${before?.rating ?? 'nothing'}, now ${now?.rating ?? 'nothing'}`
    : '';
  const numbers = `${shown(before, decimals)}, now ${shown(now, decimals)}${ratings}${restatement.isOverThreshold ? ' *' : ''}`;
  return [
    ...labelled(periodName(figure, measure), `${partName(figure)}published ${numbers}`, layout),
    ...labelled('', because(restatement), layout),
    ...(withCases ? cases.flatMap(each => labelled('', caseLine(each), layout)) : []),
  ];
}

/** As many decimals as keep two different figures apart, up to two more than usual. */
function decimalsApart(
  { before, now, figure }: Restatement,
  measure: Measure,
  targets: Parameters<typeof decimalsShown>[2],
): number {
  const usual = Math.max(
    ...[before, now].map(each =>
      each ? decimalsShown(each, measure, targets) : decimalsOf(figure, measure),
    ),
  );
  const isApart = (decimals: number) => {
    const [one, other] = [before, now].map(each => formatFigure(each ?? undefined, decimals));
    return one !== other || before?.value === now?.value;
  };
  return [usual, usual + 1].find(isApart) ?? usual + 2;
}

function shown(figure: Figure | null, decimals: number): string {
  if (!figure) return 'nothing';
  const { numerator, denominator } = figure;
  const parts =
    numerator === null || denominator === null || figure.of === 'rate'
      ? ''
      : ` (${formatNumber(numerator, 0)} of ${formatNumber(denominator, 0)})`;
  return `${formatFigure(figure, decimals)}${figure.value === null ? '' : parts}`;
}

function periodName({ period }: Figure, measure: Measure): string {
  if (measure.window > 0 && period === headlinePeriod(measure)) return `${measure.window} months`;
  return { month: 'month', ytd: 'year', 'rolling-12': '12 months', snapshot: 'month end' }[period];
}

function partName({ team, category, of }: Figure): string {
  const parts = [of === 'rate' ? 'rate' : '', team, category].filter(part => part !== '');
  return parts.length === 0 ? '' : `${parts.join(', ')}: `;
}

function because({ reasons, otherCauses, isExplained }: Restatement): string {
  const each = Object.entries(reasons).map(([reason, number]) => `${number} ${words(reason as CaseReason)}`);
  if (each.length === 0 && otherCauses.length === 0) return 'Because: not known; no known case has changed.';
  const rest =
    isExplained || otherCauses.length > 0 ? '' : '; and for another reason that the cases do not tell';
  return `Because: ${[...each, ...otherCauses].join('; ')}${rest}.`;
}

function words(reason: CaseReason): string {
  return reason === 'now of another child' ? "now another child's" : reason;
}

function caseLine({ record, reasons, otherMonth, before, now }: CaseChangeFound): string {
  const month = now?.month ?? before?.month ?? '';
  const details = reasons.map(reason => {
    if (reason === 'moved to another month') return `moved to ${otherMonth}`;
    if (reason === 'moved from another month') return `moved from ${otherMonth}`;
    if (reason === 'moved to another team') return `team "${before?.team}", now "${now?.team}"`;
    if (reason === 'moved to another category') return `"${before?.category}", now "${now?.category}"`;
    if (reason === 'amount changed') return `${before?.amount}, now ${now?.amount}`;
    if (reason === 'now judged' || reason === 'no longer judged')
      return `${before?.standing}, now ${now?.standing}`;
    return words(reason);
  });
  return `- ${record} (${month}): ${details.join('; ')}`;
}

function statementLines(statements: readonly StatementChange[], layout: Layout): string[] {
  if (statements.length === 0) return [];
  return [
    '',
    `${count(statements.length, 'printed statement')} would say another number.`,
    ...statements.flatMap(({ printed, now }) => [
      ...labelled('printed', printed, layout),
      ...labelled('now', now === '' ? 'one of its figures is not there any more' : now, layout),
    ]),
  ];
}
