import type { Unit } from '../../figures/figure.js';
import { headlinePeriod, type Measure } from '../../measures/measure.js';
import { MOST_STATEMENTS } from '../commentary-file.js';
import type { Fact } from '../evidence/fact.js';
import { findFacts } from '../evidence/find-facts.js';
import { FEWEST_CASES } from '../evidence/parts.js';
import { type EvidenceSource, figureOf, mayBeSaid } from '../evidence/source.js';
import { composeStatement } from './compose.js';
import { LEAST_SCORE, type ListSide, type Score, scoreOf } from './score.js';

/** At most five candidates for each list: the highest scores, no two about one topic, volume and quality both. */

export interface Candidate {
  readonly measure: Measure;
  readonly score: Score;
  readonly facts: readonly Fact[];
  /** With references in place of numbers. */
  readonly text: string;
}

export interface Chosen {
  readonly goingWell: readonly Candidate[];
  readonly worriedAbout: readonly Candidate[];
}

export function chooseCandidates(source: EvidenceSource): Chosen {
  return chooseFrom(source.measures.flatMap(measure => candidatesOf(measure, source)));
}

/** @param all in the order of the catalogue, which decides between equal scores */
export function chooseFrom(all: readonly Candidate[]): Chosen {
  const ranked = [...all].sort((a, b) => b.score.score - a.score.score);
  const topics = new Set<string>();
  const lists: Record<ListSide, Candidate[]> = { good: [], bad: [] };
  const take = (candidate: Candidate) => {
    topics.add(candidate.measure.statement.topic);
    lists[candidate.score.side].push(candidate);
  };
  const isFree = ({ measure }: Candidate) => !topics.has(measure.statement.topic);
  for (const candidate of ranked)
    if (isFree(candidate) && lists[candidate.score.side].length < MOST_STATEMENTS) take(candidate);
  const missing = missingKind([...lists.good, ...lists.bad]);
  if (missing) represent(missing);
  return { goingWell: lists.good, worriedAbout: lists.bad };

  /** The best one of a kind in place of the least of its list, where the list is full. */
  function represent(isMissing: (measure: Measure) => boolean): void {
    const best = ranked.find(each => isMissing(each.measure) && isFree(each));
    if (!best) return;
    const list = lists[best.score.side];
    if (list.length === MOST_STATEMENTS) list.pop();
    take(best);
  }
}

/** Volume or quality, where the page has none of it; null where it has both, or nothing. */
function missingKind(page: readonly Candidate[]): ((measure: Measure) => boolean) | null {
  if (page.length === 0) return null;
  if (!page.some(each => isVolume(each.measure))) return isVolume;
  return page.every(each => isVolume(each.measure)) ? measure => !isVolume(measure) : null;
}

/** How much work there is, rather than how well it is done. */
const VOLUME_UNITS: readonly Unit[] = ['count', 'per 10000', 'fte', 'cases per worker', 'cases per fte'];

export function isVolume({ unit }: Measure): boolean {
  return VOLUME_UNITS.includes(unit);
}

/** On each side at most one; the weaker side of a measure never stands beside its stronger one, being of one topic. */
function candidatesOf(measure: Measure, source: EvidenceSource): Candidate[] {
  if (isAboutFew(measure, source) || !mayBeSaid(measure, headlinePeriod(measure), source)) return [];
  const facts = findFacts(measure, source);
  return (['good', 'bad'] as const).flatMap(side => {
    const score = scoreOf(measure, facts, side);
    if (!score || score.score < LEAST_SCORE) return [];
    return [{ measure, score, facts, text: composeStatement(measure, facts, side, source) }];
  });
}

/** Of a few cases a percentage leaps about; and what is about a few children is not for a public page. */
function isAboutFew(measure: Measure, source: EvidenceSource): boolean {
  const { value, numerator, denominator } = figureOf(measure, headlinePeriod(measure), source) ?? {};
  const isFew = (count: number) => count > 0 && count <= source.smallNumber;
  if (measure.unit !== 'percent')
    return measure.disclosure === 'attribute' && measure.unit === 'count' && isFew(value ?? 0);
  const [met, all] = [numerator ?? 0, denominator ?? 0];
  return all < FEWEST_CASES || (measure.disclosure === 'attribute' && (isFew(met) || isFew(all - met)));
}
