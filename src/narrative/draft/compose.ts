import { hasVariation } from '../../figures/variation/label-variation.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import { yearStart } from '../../months.js';
import type { Fact, SpecialCauseFact } from '../evidence/fact.js';
import {
  mainClause,
  recordClause,
  sameClause,
  specialCauseClause,
  targetRunClause,
  yearAgoClause,
  yearClause,
} from '../evidence/sentences.js';
import { type EvidenceSource, mayBeSaid } from '../evidence/source.js';
import { isAllInARow, type ListSide } from './score.js';

/** A candidate's sentences: the figure with what is special about the month, then at most two of what stands behind it. */

const MOST_SENTENCES_BEHIND = 2;
const YEAR = 12;

type Of<Kind extends Fact['kind']> = Extract<Fact, { readonly kind: Kind }>;

/** The facts of a measure by kind, with what of them may be said on a side. */
class Said {
  readonly special: SpecialCauseFact | undefined;

  constructor(
    readonly facts: readonly Fact[],
    readonly side: ListSide,
  ) {
    this.special = this.first('special cause', fact => fact.side === side);
  }

  first<Kind extends Fact['kind']>(kind: Kind, isMeant: (fact: Of<Kind>) => boolean = () => true) {
    return this.facts.find((fact): fact is Of<Kind> => fact.kind === kind && isMeant(fact as Of<Kind>));
  }
}

export function composeStatement(
  measure: Measure,
  facts: readonly Fact[],
  side: ListSide,
  source: EvidenceSource,
): string {
  const said = new Said(facts, side);
  const ground = { measure, source };
  const beside = besideFigure(measure, said, source);
  const behind = [
    ...(side === 'bad' ? targetSentences(said) : []),
    ...yearSentences(said, ground),
    ...(side === 'good' ? targetSentences(said) : []),
    ...(said.special && beside.length === 0 ? [specialCauseClause(said.special)] : []),
    ...bothWays(measure, said, source),
  ].slice(0, MOST_SENTENCES_BEHIND);
  const first = [mainClause(ground), ...beside]
    .join(', ')
    .replace(/, the (highest|lowest) in/, joint(beside));
  return [first, ...behind].map(sentence => `${sentence}.`).join(' ');
}

function joint(beside: readonly string[]): string {
  return beside.length > 1 ? ' and the $1 in' : ', the $1 in';
}

/** Only a month that chance does not explain is called a record, or set beside a year ago. */
function besideFigure(measure: Measure, said: Said, source: EvidenceSource): string[] {
  const { special, side } = said;
  const run = said.first('run', fact => isAllInARow(fact, measure));
  const sameMonths = run && side === 'good' ? [sameClause(run)] : [];
  if (!special) return sameMonths;
  const yearAgo = said.first('change', isYearAgo(measure, side, source));
  const record = said.first('record', fact => fact.side === side && recordClause(fact) !== '');
  return [
    ...sameMonths,
    ...(yearAgo ? [yearAgoClause({ measure, source }, yearAgo.to > yearAgo.from ? 'up' : 'down')] : []),
    ...(record && !run ? [recordClause(record)] : []),
  ];
}

function isYearAgo(measure: Measure, side: ListSide, source: EvidenceSource) {
  const isShown = mayBeSaid(measure, headlinePeriod(measure), source, YEAR);
  return (fact: Of<'change'>) =>
    isShown && fact.against === 'year' && fact.period === headlinePeriod(measure) && fact.side === side;
}

function targetSentences(said: Said): string[] {
  const standing = said.first('standing');
  if (!standing) return [];
  const isMissed = standing.missedBy > 0;
  if (said.side === 'good' && isMissed) return [`The target of ${standing.target} is still missed`];
  const run = said.first('run', fact => fact.what === (isMissed ? 'missed' : 'met'));
  if (isMissed !== (said.side === 'bad')) return [];
  if (run) return [targetRunClause(standing.target, run)];
  return isMissed ? [`The target is ${standing.target}`] : [];
}

function yearSentences(said: Said, ground: { measure: Measure; source: EvidenceSource }): string[] {
  const change = said.first(
    'change',
    fact => fact.period === 'ytd' && (said.side === 'bad' || fact.side === said.side),
  );
  const { measure, source } = ground;
  const isShown = mayBeSaid(measure, 'ytd', source);
  if (change?.isClear && isShown && mayBeSaid(measure, 'ytd', source, YEAR))
    return [yearClause(ground, true)];
  // In April the year so far is the month.
  const isUnderWay = yearStart(source.month) < source.month;
  const hasYear = isUnderWay && isShown;
  return said.side === 'bad' && hasYear ? [yearClause(ground, false)] : [];
}

/** A worry about what has become better says so. */
function bothWays(measure: Measure, said: Said, source: EvidenceSource): string[] {
  if (said.side !== 'bad' || !hasVariation(measure, headlinePeriod(measure))) return [];
  const better = said.first('special cause', fact => fact.side === 'good');
  const yearAgo = said.first('change', isYearAgo(measure, 'good', source));
  if (!better || !yearAgo) return [];
  const clause = yearAgoClause({ measure, source }, yearAgo.to > yearAgo.from ? 'up' : 'down');
  return [`It is better than it was: ${clause}`];
}
