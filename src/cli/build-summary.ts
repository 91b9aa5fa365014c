import { reasonInWords } from '../figures/display.js';
import type { Figure } from '../figures/figure.js';
import { headlinePeriod } from '../measures/measure.js';
import { monthName } from '../months.js';
import type { PackInput } from '../packs/pack-input.js';
import { labelled } from './wrap.js';

/**
 * The end of a build, for whoever ran it: what was made, what was left out and why, what to look at first. Measures are named
 * and their numbers are not, since a log is read by others than a pack.
 */

export interface Built {
  /** What the packs share. */
  readonly input: PackInput;
  /** Ids of the packs that were made, and of those that were not asked for. */
  readonly packs: readonly string[];
  readonly packsNotMade: readonly string[];
  readonly files: number;
  readonly folder: string;
  /** Rows of the extracts that could not be read. */
  readonly rowsLeftOut: number;
  readonly warnings: number;
}

const USUAL_WIDTH = 110;
const LABEL = { indent: 0, labelWidth: 14 };
/** Reasons and measures that are named; the rest are counted. */
const MOST = 3;

export function buildSummary(built: Built, width = USUAL_WIDTH): string[] {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Made', madeOf(built)],
    ['Left out', leftOutOf(built)],
    ['Look first at', firstToLookAt(built)],
  ];
  return parts.flatMap(([label, lines]) =>
    lines.flatMap((line, index) => labelled(index === 0 ? label : '', line, { ...LABEL, width })),
  );
}

function madeOf({ input, packs, files, folder }: Built): string[] {
  return [
    `${counted(packs.length, 'pack')} of ${monthName(input.month)}, ${counted(files, 'file')} in ${folder}`,
  ];
}

function leftOutOf(built: Built): string[] {
  const { packsNotMade, rowsLeftOut } = built;
  const lines = [
    ...(packsNotMade.length > 0 ? [`packs that were not asked for: ${packsNotMade.join(', ')}`] : []),
    ...(rowsLeftOut > 0 ? [`${counted(rowsLeftOut, 'row')} of the extracts that could not be read`] : []),
    ...measuresWithoutFigure(built),
  ];
  return lines.length > 0 ? lines : ['nothing'];
}

/** By reason, the commonest first. */
function measuresWithoutFigure({ input }: Built): string[] {
  const reasons = new Map<string, string[]>();
  for (const { measure, status, reason } of headlines(input)) {
    if (status !== 'no-data') continue;
    const words = reasonInWords({ reason }) || 'no data';
    reasons.set(words, [...(reasons.get(words) ?? []), measure]);
  }
  const byCount = [...reasons].sort(([, one], [, other]) => other.length - one.length);
  const named = byCount.slice(0, MOST).map(([reason, ids]) => `no figure of ${namesOf(ids)}: ${reason}`);
  const others = byCount.slice(MOST).flatMap(([, ids]) => ids);
  return others.length > 0 ? [...named, `no figure of ${counted(others.length, 'more measure')}`] : named;
}

function firstToLookAt({ input, warnings }: Built): string[] {
  const { questions, restated = [] } = input;
  const changed = new Set(restated.map(({ month }) => month));
  const lines = [
    ...redOnes(input),
    ...(restated.length > 0
      ? [
          `${counted(restated.length, 'published figure')} of ${counted(changed.size, 'month')} would now be other numbers: scorecard compare says why`,
        ]
      : []),
    ...(questions.absence === '' ? [] : [questions.absence]),
    ...(warnings > 0 ? [`${counted(warnings, 'warning')}, told above and in run.json`] : []),
  ];
  return lines.length > 0 ? lines : ['nothing: no red rating, no warning, nothing restated'];
}

/** What is red and gets worse comes before what only stands there. */
function redOnes(input: PackInput): string[] {
  const red = headlines(input).filter(({ rating }) => rating === 'red');
  const concern = red.filter(({ variation }) => variation === 'special-cause concern');
  const worsening = red.filter(
    figure => figure.meaning === 'worsening' && figure.variation !== 'special-cause concern',
  );
  const rest = red.filter(figure => !concern.includes(figure) && !worsening.includes(figure));
  const groups: readonly (readonly [string, readonly Figure[]])[] = [
    ['red, and a special-cause concern', concern],
    ['red and worsening', worsening],
    ['red', rest],
  ];
  return groups
    .filter(([, figures]) => figures.length > 0)
    .map(([words, figures]) => `${words}: ${namesOf(figures.map(({ measure }) => measure))}`);
}

/** The figure of each measure that its page begins with. */
function headlines({ measures, figures, month }: PackInput): Figure[] {
  return measures
    .map(measure => figures.get({ measure: measure.id, period: headlinePeriod(measure), month }))
    .filter(figure => figure !== undefined);
}

function namesOf(ids: readonly string[]): string {
  const more = ids.length - MOST;
  return `${ids.slice(0, MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en-GB')} ${thing}${count === 1 ? '' : 's'}`;
}
